/** Runs: the same module several times in a row, drawn and listed as one step until it is opened. */
import type {Sheet} from "../analysis/measure.ts";
import {type Scope, scopeAt, scopes} from "../spec/graph.ts";
import {inputRow, isFoldable, mainSteps} from "./drawn.ts";

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

/** The steps of the main line with runs. */
export function runSteps(sheet: Sheet): Scope[] {
  const known = steps.get(sheet) ?? withRuns(sheet, mainSteps(sheet, sheet.graph.outline));
  steps.set(sheet, known);
  return known;
}

const steps = new WeakMap<Sheet, Scope[]>();

/** The scope at a path, runs included. */
export function stepAt(sheet: Sheet, path: string): Scope | undefined {
  return isRunPath(path) ? runSteps(sheet).find((step) => step.path === path) : scopeAt(sheet.graph, path);
}

/** The modules of each run by the run's path. */
export function runsOf(sheet: Sheet): Map<string, string[]> {
  const runs = runSteps(sheet).filter(({path}) => isRunPath(path));
  return new Map(runs.map(({path, parts}) => [path, parts.map((part) => part.path)]));
}

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
  const own = scopes(sheet.graph.outline).filter(isFoldable);
  return [...runsOf(sheet).keys(), ...own.map(({path}) => path)];
}
