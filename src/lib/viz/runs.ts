/** Runs: the same module several times in a row, drawn and listed as one step until it is opened. */
import type {Sheet} from "../analysis/measure.ts";
import {type Graph, type Scope, scopeAt, scopes} from "../spec/graph.ts";
import {inputRow, isFoldable, mainSteps, outputRow} from "./drawn.ts";

/** So many equal modules make a run. */
const LEAST = 3;
/** Between the paths of a run's first and last module in the run's own path. */
const MARK = "~";

/** Whether a path names a run. */
export function isRunPath(path: string): boolean {
  return path.includes(MARK);
}

/** Steps with each run of equal modules as one scope, whose path is `first~last` and whose parts are the modules. */
export function withRuns(sheet: Sheet, steps: readonly Scope[]): Scope[] {
  const groups: Scope[][] = [];
  for (const step of steps) {
    const group = groups.at(-1);
    if (group !== undefined && isSame(sheet, group[0]!, step)) group.push(step);
    else groups.push([step]);
  }
  return groups.flatMap((group) => (group.length < LEAST ? group : [runOf(group)]));
}

/** The steps of the main line with runs; the same scopes at every size of the picture at which the same modules are equal. */
export function runSteps(sheet: Sheet): Scope[] {
  const known = steps.get(sheet) ?? groupedLike(sheet);
  steps.set(sheet, known);
  return known;
}

const steps = new WeakMap<Sheet, Scope[]>();

function groupedLike(sheet: Sheet): Scope[] {
  const last = groups.get(sheet.graph);
  if (last !== undefined && isAlike(last.sheet, sheet, last.line)) return last.steps;
  const line = last?.line ?? mainSteps(sheet, sheet.graph.outline);
  const found = {sheet, line, steps: withRuns(sheet, line)};
  groups.set(sheet.graph, found);
  return found.steps;
}

/** The steps of a graph's main line, and how they were grouped for one sheet. */
interface Grouped {
  sheet: Sheet;
  line: Scope[];
  steps: Scope[];
}

const groups = new WeakMap<Graph, Grouped>();

/** Whether the picture shrinks at the same steps on two sheets of one graph, so that they have the same runs. */
function isAlike(a: Sheet, b: Sheet, line: readonly Scope[]): boolean {
  const shrinks = (sheet: Sheet, step: Scope): boolean =>
    inputRow(sheet, step).shape.join() !== outputRow(sheet, step).shape.join();
  return line.every((step) => shrinks(a, step) === shrinks(b, step));
}

/** The scope at a path, runs included. */
export function stepAt(sheet: Sheet, path: string): Scope | undefined {
  return isRunPath(path) ? runSteps(sheet).find((step) => step.path === path) : scopeAt(sheet.graph, path);
}

/** The modules of each run by the run's path. */
export function runsOf(sheet: Sheet): ReadonlyMap<string, readonly string[]> {
  const steps = runSteps(sheet);
  const known = runs.get(steps);
  if (known !== undefined) return known;
  const found = new Map(
    steps.filter(({path}) => isRunPath(path)).map(({path, parts}) => [path, parts.map((part) => part.path)])
  );
  runs.set(steps, found);
  return found;
}

const runs = new WeakMap<readonly Scope[], ReadonlyMap<string, readonly string[]>>();

/** A run's path in short: `block35_1–10` for `block35_1~block35_10`, `mixed5b–e` for `mixed5b~mixed5e`. */
export function runName(path: string): string {
  const [first = "", last = ""] = path.split(MARK);
  const stem = /^.*?(?=\d+$|[a-z]$)/.exec(first)?.[0] ?? "";
  return `${first}–${last.startsWith(stem) ? last.slice(stem.length) : last}`;
}

function runOf(parts: Scope[]): Scope {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const path = `${first.path}${MARK}${last.path}`;
  return {
    name: path,
    path,
    kind: "series",
    block: "Run",
    start: first.start,
    end: last.end,
    output: last.output,
    parts
  };
}

/** Whether two modules are of one kind with the same numbers all through. */
function isSame(sheet: Sheet, a: Scope, b: Scope): boolean {
  if (!isFoldable(a) || a.kind === "tap" || a.block !== b.block || a.end - a.start !== b.end - b.start) return false;
  if (inputRow(sheet, a).shape.join() !== inputRow(sheet, b).shape.join()) return false;
  return sheet.rows.slice(a.start, a.end).every((row, i) => {
    const other = sheet.rows[b.start + i]!;
    return row.params === other.params && row.macs === other.macs && row.shape.join() === other.shape.join();
  });
}

/** All scopes of a sheet and its runs that can be opened in a drawing. */
export function foldables(sheet: Sheet): string[] {
  const {graph} = sheet;
  const own = modules.get(graph) ?? scopes(graph.outline).filter(isFoldable);
  modules.set(graph, own);
  return [...runsOf(sheet).keys(), ...own.map(({path}) => path)];
}

const modules = new WeakMap<Graph, Scope[]>();
