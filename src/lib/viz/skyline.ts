/** A whole network as one upright shape: down the layers, as wide as its maps have channels, striped by branch. */
import {depths} from "../analysis/depth.ts";
import type {Sheet} from "../analysis/measure.ts";
import type {Scope} from "../spec/graph.ts";
import {scopes} from "../spec/graph.ts";
import {type BranchKind, branchKind, opKind} from "./colour.ts";
import {barsIn, channels, inputRow, mainSteps, outputRow, resolution} from "./drawn.ts";
import {type Edge, print, sideBySide} from "./outline.ts";

/** Pixels per layer of depth, and pixels per channel. */
export interface SkylineScale {
  layer: number;
  channel: number;
}

/** The outlines of one kind of branch, as SVG path data around the axis x = 0. */
export interface Stripe {
  kind: BranchKind;
  path: string;
}

/** A network's shape: one stripe per kind, back to front, and where the resolution of its maps changes. */
export interface Skyline {
  width: number;
  height: number;
  stripes: Stripe[];
  marks: {y: number; side: number}[];
}

/** Height of a step without weights, in layers. */
const POOL = 0.5;
const GAP = 1;

/** Draws the maps of a network; the vectors of its head have no width to compare and are left out. */
export function skyline(sheet: Sheet, {layer, channel}: SkylineScale): Skyline {
  const depth = depths(sheet);
  const paths = new Map<BranchKind, string>();
  const marks: Skyline["marks"] = [];
  let [y, side, widest] = [0, 0, 0];
  for (const step of steps(sheet)) {
    const out = outputRow(sheet, step);
    const height = layer * Math.max(POOL, depth[out.id]! - depth[inputRow(sheet, step).id]!);
    if (resolution(out.shape) !== side) marks.push({y, side: (side = resolution(out.shape))});
    for (const [kind, path] of shapes(sheet, step, {y, height, channel}))
      paths.set(kind, (paths.get(kind) ?? "") + path);
    widest = Math.max(widest, channels(out.shape));
    y += height;
  }
  const order = (kind: BranchKind): number => (kind === "residual" ? 0 : 1);
  const stripes = [...paths].map(([kind, path]) => ({kind, path})).sort((a, b) => order(a.kind) - order(b.kind));
  return {width: widest * channel, height: y, stripes, marks};
}

/** Layers and channels of a network's maps at their most, to fit several into one scale. */
export function extent(sheet: Sheet): {layers: number; channels: number} {
  const {width, height} = skyline(sheet, {layer: 1, channel: 1});
  return {layers: height, channels: width};
}

function steps(sheet: Sheet): Scope[] {
  return mainSteps(sheet, sheet.graph.outline).filter(
    (step) => step.kind !== "tap" && outputRow(sheet, step).shape.length === 3 && !isHead(sheet, step)
  );
}

const isHead = (sheet: Sheet, step: Scope): boolean =>
  ["adaptiveAvgPool", "dropout", "lrn"].includes(outputRow(sheet, step).op.kind);

interface Place {
  y: number;
  height: number;
  channel: number;
}

/** A step's branches side by side; a sum has its whole width behind them. */
function shapes(sheet: Sheet, step: Scope, {y, height, channel}: Place): [BranchKind, string][] {
  const inner = scopes(step);
  const sum = inner.some((scope) => sheet.rows[scope.output]!.op.kind === "add" && scope.kind === "fork");
  const fork = inner.find((scope) => scope.kind === "fork" && sheet.rows[scope.output]!.op.kind === "concat");
  const branches = fork === undefined ? [core(sheet, step)] : fork.parts.map((part) => branch(sheet, part));
  const widths = branches.map(({count}) => count * channel);
  const joined = sideBySide(widths);
  const apart = sideBySide(widths.flatMap((width) => [width, GAP]).slice(0, -1)).filter((_, i) => i % 2 === 0);
  const all = sideBySide([channels(outputRow(sheet, step).shape) * channel]);
  return [
    ...(sum ? [["residual", leaf(y, height, all[0]!, all[0]!)] as [BranchKind, string]] : []),
    ...branches.map(({kind}, i): [BranchKind, string] => [kind, leaf(y, height, joined[i]!, apart[i]!)])
  ];
}

function branch(sheet: Sheet, part: Scope): {kind: BranchKind; count: number} {
  return {kind: branchKind(sheet.graph, part.path), count: channels(outputRow(sheet, part).shape)};
}

/** The convolution that gives a step without branches its colour: the one with the largest window. */
function core(sheet: Sheet, step: Scope): {kind: BranchKind; count: number} {
  const rows = barsIn(sheet, step).map((bar) => {
    const main = sheet.rows.slice(bar.start, bar.end).find(({op}) => op.kind === "conv") ?? outputRow(sheet, bar);
    const area = main.op.kind === "conv" ? main.op.kernel[0] * main.op.kernel[1] : 0;
    return {kind: opKind(main.op), count: channels(main.shape), area};
  });
  return rows.reduce((best, row) => (row.area > best.area ? row : best));
}

/** A closed shape that touches its neighbours at both ends and stands apart from them in the middle. */
function leaf(y: number, height: number, end: Edge, middle: Edge): string {
  const [a, b, c, d] = [y, y + height / 4, y + (3 * height) / 4, y + height].map(print);
  const [l, r, ml, mr] = [end.left, end.right, middle.left, middle.right].map(print);
  return `M${l} ${a}L${ml} ${b}V${c}L${l} ${d}H${r}L${mr} ${c}V${b}L${r} ${a}Z`;
}
