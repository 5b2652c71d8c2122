/** Operations in notation short enough for a drawing. */
import type {NodeOp, Scope} from "../spec/graph.ts";
import type {Sheet} from "../analysis/measure.ts";
import type {Window} from "../spec/net.ts";
import {pairText} from "./format.ts";

/** An operation's notation: `3×3`, `7×7/2`, `max 3×3/2`, `fc`. */
export function opLabel(op: NodeOp): string {
  switch (op.kind) {
    case "conv":
      return windowText(op);
    case "maxPool":
      return `max ${windowText(op)}`;
    case "avgPool":
      return `avg ${windowText(op)}`;
    case "adaptiveAvgPool":
      return `avg → ${pairText(op.out)}`;
    case "globalAvgPool":
      return "mean";
    case "lrn":
      return "LRN";
    case "batchNorm":
      return "BN";
    case "relu":
      return "ReLU";
    case "dense":
      return "fc";
    case "times":
      return `× ${op.by}`;
    case "softmax":
    case "flatten":
    case "dropout":
    case "input":
    case "concat":
    case "add":
      return op.kind;
    default:
      op satisfies never;
      return "";
  }
}

function windowText({kernel, stride}: Window): string {
  const step = stride[0] === stride[1] ? String(stride[0]) : pairText(stride);
  return step === "1" ? pairText(kernel) : `${pairText(kernel)}/${step}`;
}

/** The notation of a drawn scope: that of its convolution or dense layer, else of its only operation. */
export function scopeLabel(sheet: Sheet, scope: Scope): string {
  const known = labels.get(scope) ?? findLabel(sheet, scope);
  labels.set(scope, known);
  return known;
}

const labels = new WeakMap<Scope, string>();

function findLabel(sheet: Sheet, scope: Scope): string {
  const rows = sheet.rows.slice(scope.start, scope.end);
  const main = rows.find((row) => row.op.kind === "conv" || row.op.kind === "dense") ?? rows[0];
  return main === undefined ? "" : opLabel(main.op);
}
