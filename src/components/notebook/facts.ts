/** Facts of the networks for the prose, worked out from their descriptions. */
import {branchEnds} from "../../lib/analysis/branch-ends.ts";
import {depths} from "../../lib/analysis/depth.ts";
import {type Exit, exitsOf} from "../../lib/analysis/exits.ts";
import {hasWindow, measure, type Row, type Shape, type Sheet} from "../../lib/analysis/measure.ts";
import {neededMacs} from "../../lib/analysis/needed.ts";
import {smallestInput, withoutTaps} from "../../lib/analysis/smallest-input.ts";
import {taps, total} from "../../lib/analysis/total.ts";
import {costAt, widthGrowth} from "../../lib/analysis/width-cost.ts";
import {network} from "../../lib/nets/registry.ts";
import type {Window} from "../../lib/spec/net.ts";
import {flatten, nodeAt, noSuchPath, type Scope, scopeAt, scopes} from "../../lib/spec/graph.ts";
import {exact, pairText, percent, shapeText, times} from "../../lib/viz/format.ts";
import {words} from "./words.ts";

/** What can be asked of a network or of a scope in it. */
export type FactName =
  | "macs"
  | "params"
  | "weights"
  | "channels"
  | "side"
  | "shape"
  | "positions"
  | "numbers"
  | "window"
  | "zerosBefore"
  | "zerosAfter"
  | "scale"
  | "share"
  | "paramShare"
  | "exitShare"
  | "receptiveField"
  | "depth"
  | "tripled"
  | "modules"
  | "count"
  | "branches"
  | "ends"
  | "additions"
  | "tapParams"
  | "smallest"
  | "smallestWithTaps";

/** Which fact: of a network's id, within a scope ("" is the whole network; heads apart). */
export interface FactQuery {
  of: string;
  what: FactName;
  scope?: string | undefined;
  /** In place of one scope, all that have this name or are instances of this block: sums of their work and parameters, shares, or their count. */
  every?: string | undefined;
  /** Side of the picture, if not the network's own; heads beside the main line are then left out. */
  side?: number | undefined;
}

/** How a number is written: all digits, with "million", a share as a percentage, or a ratio with "×". */
export type FactFormat = "exact" | "words" | "percent" | "ratio";

const sheets = new Map<string, Sheet>();

function sheetOf(id: string, side?: number): Sheet {
  const key = `${id} ${side}`;
  const known = sheets.get(key);
  if (known !== undefined) return known;
  const {net, input} = network(id);
  const sheet =
    side === undefined ? measure(flatten(net()), input) : measure(flatten(withoutTaps(net())), [side, side, input[2]!]);
  sheets.set(key, sheet);
  return sheet;
}

/**
 * The number behind a fact. Positions are height times width, numbers that times channels, a scale is a residual's factor; sides, receptive fields and zeros of padding are those of the first axis; shares are parts of one; that of an exit is all work until it has answered, heads that were asked on the way included, against the network's without heads.
 * @throws if the network, the scope or the node does not exist
 */
export function factNumber({of, what, scope: path = "", every, side}: FactQuery): number {
  const sheet = sheetOf(of, side);
  if (every !== undefined) return factOfAll(sheet, of, what, every);
  const scope = (): Scope => find(sheet, of, path);
  const row = (): Row => sheet.rows[nodeAt(sheet.graph, path === "" ? "output" : path)]!;
  switch (what) {
    case "macs":
    case "params":
      return total(sheet, scope())[what];
    case "weights":
      return total(sheet, scope()).params - biases(sheet, scope());
    case "channels":
      return row().shape.at(-1)!;
    case "side":
    case "shape":
      return row().shape[0]!;
    case "positions":
      return row().shape[0]! * row().shape[1]!;
    case "numbers":
      return row().shape.reduce((product, length) => product * length, 1);
    case "share":
      return total(sheet, scope()).macs / total(sheet, parentOf(sheet, path)).macs;
    case "paramShare":
      return total(sheet, scope()).params / total(sheet, parentOf(sheet, path)).params;
    case "exitShare":
      return exitAt(sheet, of, path).macs / neededMacs(sheet, []);
    case "window":
      return windowAt(row()).kernel[0];
    case "zerosBefore":
      return zerosAt(row()).before;
    case "zerosAfter":
      return zerosAt(row()).after;
    case "scale":
      return factorAt(row());
    case "receptiveField":
      return row().receptiveField.size[0];
    case "tripled": {
      const {macs} = widthGrowth(sheet);
      return costAt(macs, 3) / costAt(macs, 1);
    }
    case "depth":
      return depths(sheet)[row().id]!;
    case "modules":
      return scopes(scope()).filter(({block}) => block === "Inception" || block === "NaiveInception").length;
    case "count":
      throw new Error(`${of}: "count" needs "every"`);
    case "branches":
    case "ends":
      return branchEnds(sheet.graph, scope())![what];
    case "additions":
      return sheet.graph.nodes.slice(scope().start, scope().end).filter(({op}) => op.kind === "add").length;
    case "tapParams":
      return [...taps(sheet).values()].reduce((sum, {params}) => sum + params, 0);
    case "smallest":
      return smallestInput(withoutTaps(network(of).net()));
    case "smallestWithTaps":
      return smallestInput(network(of).net());
    default:
      what satisfies never;
      throw new Error(`${of}: unknown fact`);
  }
}

function factOfAll(sheet: Sheet, of: string, what: FactName, every: string): number {
  const found = scopes(sheet.graph.outline).filter(({name, block}) => block === every || name === every);
  if (found.length === 0) throw new Error(`${of}: nothing is called "${every}"`);
  const sum = (cost: "macs" | "params"): number => found.reduce((all, scope) => all + total(sheet, scope)[cost], 0);
  switch (what) {
    case "count":
      return found.length;
    case "macs":
    case "params":
      return sum(what);
    case "share":
      return sum("macs") / total(sheet).macs;
    case "paramShare":
      return sum("params") / total(sheet).params;
    default:
      throw new Error(`${of}: "${what}" is not a sum over "${every}"`);
  }
}

/** A fact as it stands in the prose; positions are written as height × width unless a format is asked for. */
export function fact(query: FactQuery, format?: FactFormat): string {
  if (query.what === "shape") return shapeText(shapeOf(query));
  if (query.what === "positions" && format === undefined) return shapeText(shapeOf(query).slice(0, 2));
  if (query.what === "window") return windowOf(query);
  return writeNumber(factNumber(query), format ?? (query.what.toLowerCase().endsWith("share") ? "percent" : "exact"));
}

/** A number in one of the ways of writing. */
export function writeNumber(n: number, format: FactFormat): string {
  return {exact, words, percent: (share: number) => percent(share, 1), ratio: (ratio: number) => times(ratio, 1)}[
    format
  ](n);
}

function shapeOf({of, scope = "", side}: FactQuery): Shape {
  const sheet = sheetOf(of, side);
  return sheet.rows[nodeAt(sheet.graph, scope === "" ? "output" : scope)]!.shape;
}

// "7×7, stride 2"; the path is the operation's own.
function windowOf({of, scope = ""}: FactQuery): string {
  const sheet = sheetOf(of);
  const {kernel, stride} = windowAt(sheet.rows[nodeAt(sheet.graph, scope)]!);
  return `${pairText(kernel)}${stride[0] === 1 ? "" : `, stride ${stride[0]}`}`;
}

function windowAt({op, path}: Row): Window {
  if (!hasWindow(op)) throw new Error(`${path}: has no window`);
  return op;
}

// As they are laid, touched or not; "same" lays no more than its windows touch.
function zerosAt(row: Row): {before: number; after: number} {
  const {pad} = windowAt(row);
  if (typeof pad === "string") return {before: row.pad!.top, after: row.pad!.bottom};
  return {before: pad[0], after: pad[0]};
}

function factorAt({op, path}: Row): number {
  if (op.kind !== "times") throw new Error(`${path}: multiplies with nothing`);
  return op.by;
}

function find(sheet: Sheet, of: string, path: string): Scope {
  const scope = scopeAt(sheet.graph, path);
  if (scope === undefined) throw new Error(`${of}: ${noSuchPath(sheet.graph, path)}`);
  return scope;
}

function exitAt(sheet: Sheet, of: string, head: string): Exit {
  const found = exitsOf(sheet).find(({path}) => path === head);
  if (found === undefined) throw new Error(`${of}: "${head}" is no head`);
  return found;
}

function parentOf(sheet: Sheet, path: string): Scope {
  return scopeAt(sheet.graph, path.split("/").slice(0, -1).join("/"))!;
}

function biases(sheet: Sheet, scope: Scope): number {
  const inTaps = new Set(
    scopes(scope).flatMap((s) => (s.kind === "tap" && s !== scope ? sheet.rows.slice(s.start, s.end) : []))
  );
  const rows = sheet.rows.slice(scope.start, scope.end).filter((row) => !inTaps.has(row));
  return rows.flatMap((row) => row.weights).reduce((sum, {name, shape}) => sum + (name === "bias" ? shape[0]! : 0), 0);
}
