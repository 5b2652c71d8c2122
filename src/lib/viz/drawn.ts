/** What a drawing shows of a graph: which scopes are one bar, which fold, and how wide and high their maps are. */
import type {Row, Shape, Sheet} from "../analysis/measure.ts";
import type {Scope} from "../spec/graph.ts";

/** The operations that do the work of a unit; the others in it only dress the result. */
const WORK: ReadonlySet<string> = new Set(["conv", "dense"]);
const DRESS: ReadonlySet<string> = new Set(["batchNorm", "relu", "times", "softmax"]);
const SILENT: ReadonlySet<string> = new Set(["batchNorm", "relu", "softmax"]);

/** Whether a scope is drawn as one bar: an operation, or a convolution with its normalisation and ReLU. */
export function isBar(sheet: Sheet, scope: Scope): boolean {
  if (scope.kind === "op") return true;
  const known = asBar.get(scope) ?? isUnit(sheet, scope);
  asBar.set(scope, known);
  return known;
}

// A scope belongs to one graph, whose operations stay as they are at every size.
const asBar = new WeakMap<Scope, boolean>();

function isUnit(sheet: Sheet, scope: Scope): boolean {
  if (scope.kind !== "series" || scope.block !== undefined || scope.parts.some((part) => part.kind !== "op"))
    return false;
  const [first, ...rest] = scope.parts.map((part) => sheet.rows[part.output]!.op.kind);
  return first !== undefined && WORK.has(first) && rest.every((kind) => DRESS.has(kind));
}

/** Whether a scope is not drawn at all: an identity, or a ReLU or normalisation standing alone. */
export function isSilent(sheet: Sheet, scope: Scope): boolean {
  return scope.start === scope.end || (scope.kind === "op" && SILENT.has(sheet.rows[scope.output]!.op.kind));
}

/** Whether the reader can open and close a scope: an instance of a block, the whole network apart. */
export function isFoldable(scope: Scope): boolean {
  return scope.block !== undefined && scope.path !== "";
}

/** How a fork's branches come together. */
export function joinOf(sheet: Sheet, fork: Scope): "concat" | "add" {
  return sheet.rows[fork.output]!.op.kind === "add" ? "add" : "concat";
}

/** The fork that ends a scope: a fork itself, or the last part of a series that is drawn; undefined for plain chains. */
export function lastFork(sheet: Sheet, scope: Scope): Scope | undefined {
  if (scope.kind === "fork") return scope;
  const last = isBar(sheet, scope) ? undefined : scope.parts.findLast((part) => !isSilent(sheet, part));
  return last?.kind === "fork" ? last : undefined;
}

/** Channels of a map, or length of a vector. */
export function channels(shape: Shape): number {
  return shape.at(-1)!;
}

/** Height of a map; 1 for a vector. */
export function resolution(shape: Shape): number {
  return shape.length === 3 ? shape[0]! : 1;
}

/** The row of a scope's output; of a tap, its head's last node. */
export function outputRow(sheet: Sheet, scope: Scope): Row {
  return sheet.rows[scope.kind === "tap" ? scope.end - 1 : scope.output]!;
}

/** The row that a scope is given. */
export function inputRow(sheet: Sheet, scope: Scope): Row {
  const first = sheet.rows[scope.start === 0 ? 1 : scope.start]!;
  return sheet.rows[sheet.graph.nodes[first.id]!.inputs[0]!]!;
}

/** The bars inside a scope, in order, taps and their insides left out unless the scope is one. */
export function barsIn(sheet: Sheet, scope: Scope): Scope[] {
  const known = bars.get(scope) ?? findBars(sheet, scope);
  bars.set(scope, known);
  return known;
}

// As for `asBar`.
const bars = new WeakMap<Scope, Scope[]>();

function findBars(sheet: Sheet, scope: Scope): Scope[] {
  if (isSilent(sheet, scope)) return [];
  if (isBar(sheet, scope)) return [scope];
  return scope.parts.filter((part) => part.kind !== "tap").flatMap((part) => barsIn(sheet, part));
}

/** The steps of the main line: bars, modules and heads; series that are no block are seen through. */
export function mainSteps(sheet: Sheet, scope: Scope): Scope[] {
  return scope.parts.flatMap((part): Scope[] => {
    if (isSilent(sheet, part)) return [];
    const through = part.kind === "series" && !isBar(sheet, part) && !isFoldable(part);
    return through ? mainSteps(sheet, part) : [part];
  });
}
