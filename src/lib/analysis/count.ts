/**
 * One number of a network by somebody's rules: which parameters count, which operations, in which unit.
 *
 * The site's own rules are `SITE_RULES`; the others are those that published figures were found to follow.
 */
import type {Scope} from "../spec/graph.ts";
import {noSuchPath, scopeAt, scopes} from "../spec/graph.ts";
import {depth, lastMap} from "./depth.ts";
import type {Row, Sheet, Weight} from "./measure.ts";

/** What is counted: trained numbers, operations, bytes of a weights file, pixels seen by the last map, layers of depth. */
export type Quantity = "params" | "work" | "file" | "field" | "depth";

/**
 * Operations beside convolutions and dense layers. `norms`: two for each normalised number (fvcore). `each`: besides, one for
 * each bias added, each ReLU and each number that is pooled (ptflops). `windows`: one for each bias or normalised number, one per
 * ReLU, and the window's area per pooled output (Open Model Zoo's figures follow it). `halves`: imgclsmob's, half an operation each: four
 * per normalised number, one per ReLU, the window's area per pooled output, less one per kernel without bias.
 */
export type SmallOperations = "none" | "norms" | "each" | "windows" | "halves";

/** Rules of counting. */
export interface Rules {
  unit: "mac" | "flop";
  small: SmallOperations;
  heads: boolean;
  /** Whether dense layers count. */
  dense: boolean;
  biases: boolean;
  /** Numbers of normalisations: those trained, none, the shift alone (what folding leaves), or running statistics as well. */
  norms: "trained" | "none" | "shift" | "all";
  /** Pictures cut from one, each passed through the network. */
  crops: number;
}

/** How this site counts. */
export const SITE_RULES: Rules = {
  ...{unit: "mac", small: "none", heads: false, dense: true},
  ...{biases: true, norms: "trained", crops: 1}
};

/**
 * Counts a quantity of a measured network, or of the scope at a path.
 * @throws if there is no such path, naming the nearest one that exists
 */
export function count(sheet: Sheet, quantity: Quantity, rules: Rules, path = ""): number {
  switch (quantity) {
    case "field":
      return lastMap(sheet).receptiveField.size[0];
    case "depth":
      return depth(sheet);
    case "params":
      return params(counted(sheet, rules, path), rules);
    case "file":
      return 4 * params(counted(sheet, rules, path), rules);
    case "work":
      return rules.crops * work(sheet, counted(sheet, rules, path), rules);
    default:
      quantity satisfies never;
      return 0;
  }
}

function counted(sheet: Sheet, {heads, dense}: Rules, path: string): Row[] {
  const scope = scopeAt(sheet.graph, path);
  if (scope === undefined) throw new Error(noSuchPath(sheet.graph, path));
  const left: Scope[] = heads ? [] : scopes(scope).filter((one) => one.kind === "tap" && one !== scope);
  return sheet.rows
    .slice(scope.start, scope.end)
    .filter(({id, op}) => (dense || op.kind !== "dense") && !left.some(({start, end}) => id >= start && id < end));
}

function params(rows: readonly Row[], {biases, norms}: Rules): number {
  const counts = ({name}: Weight): boolean => {
    if (name === "weight") return true;
    if (name === "bias") return biases;
    if (name === "mean" || name === "variance") return norms === "all";
    return norms !== "none" && (name === "shift" || norms !== "shift");
  };
  return sum(rows, ({weights}) => sum(weights.filter(counts), ({shape}) => product(shape)));
}

function work(sheet: Sheet, rows: readonly Row[], {unit, small}: Rules): number {
  const macs = sum(rows, (row) => row.macs);
  const rest = sum(rows, (row) => smallWork(sheet, row, small));
  return (unit === "flop" ? 2 * macs : macs) + (small === "halves" && unit === "mac" ? rest / 2 : rest);
}

function smallWork(sheet: Sheet, row: Row, small: SmallOperations): number {
  const {op, shape, id} = row;
  const out = product(shape);
  const given = product(sheet.rows[sheet.graph.nodes[id]!.inputs[0] ?? id]!.shape);
  if (small === "none") return 0;
  switch (op.kind) {
    case "batchNorm":
      return {norms: 2, each: 2, windows: 1, halves: 4}[small] * out;
    case "relu":
      return small === "norms" ? 0 : out;
    case "conv":
    case "dense":
      if (small === "each" || small === "windows") return op.bias ? out : 0;
      return small === "halves" && !op.bias ? -unbiased(row) : 0;
    case "maxPool":
    case "avgPool":
      if (small === "norms") return 0;
      return small === "each" ? given : out * product(op.kernel);
    case "globalAvgPool":
    case "adaptiveAvgPool":
      return small === "each" || (small !== "norms" && op.kind === "globalAvgPool") ? given : 0;
    default:
      return 0;
  }
}

// imgclsmob takes one operation off for each kernel of a convolution, and for each output of a dense layer.
const unbiased = ({op, weights, shape}: Row): number =>
  op.kind === "conv" ? weights[0]!.shape[0]! * weights[0]!.shape[1]! : shape[0]!;

const product = (list: readonly number[]): number => list.reduce((a, b) => a * b, 1);
const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((all, one) => all + of(one), 0);
