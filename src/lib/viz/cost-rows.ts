/** The rows of a cost table: one per step of a network, with the parts of open ones below them. */
import type {Shape, Sheet} from "../analysis/measure.ts";
import {total} from "../analysis/total.ts";
import type {Scope} from "../spec/graph.ts";
import type {Pair} from "../spec/net.ts";
import {type BranchKind, branchKind} from "./colour.ts";
import {isBar, mainSteps, outputRow} from "./drawn.ts";
import {scopeLabel} from "./label.ts";

/** One row: a scope's cost, and whether it can be opened. */
export interface CostRow {
  path: string;
  /** The last name of the path, or all of it for a step seen through a series. */
  name: string;
  /** The operation of a bar, "" for a module. */
  notation: string;
  /** Depth below the main line, from 0. */
  depth: number;
  branch: BranchKind;
  shape: Shape;
  params: number;
  macs: number;
  /** Bytes of all activations inside, in float32. */
  bytes: number;
  /** What one position of the output sees of the picture, [height, width] in pixels. */
  field: Pair;
  foldable: boolean;
  open: boolean;
  /** A head beside the main line, which totals leave out. */
  head: boolean;
}

/** The steps of a network and, below each one that is open, its parts. */
export function costRows(sheet: Sheet, open: ReadonlySet<string>): CostRow[] {
  const visit = (scope: Scope, depth: number): CostRow[] => {
    const own = costRow(sheet, scope, depth, open);
    return own.open ? [own, ...scope.parts.flatMap((part) => visit(part, depth + 1))] : [own];
  };
  return mainSteps(sheet, sheet.graph.outline).flatMap((scope) => visit(scope, 0));
}

function costRow(sheet: Sheet, scope: Scope, depth: number, open: ReadonlySet<string>): CostRow {
  const {params, macs, bytes} = total(sheet, scope);
  const {shape, receptiveField} = outputRow(sheet, scope);
  const foldable = !isBar(sheet, scope) && scope.parts.length > 0;
  return {
    ...{
      path: scope.path,
      name: depth === 0 ? scope.path : scope.name,
      notation: foldable ? "" : scopeLabel(sheet, scope),
      depth
    },
    ...{branch: branchKind(sheet.graph, scope.path), shape, params, macs, bytes, field: receptiveField.size},
    ...{foldable, open: foldable && open.has(scope.path), head: scope.kind === "tap"}
  };
}

/** Rows as comma-separated values, exact numbers, with a heading line. */
export function csv(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return [heading, ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
}
