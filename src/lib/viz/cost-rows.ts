/** The rows of a cost table: one per step of a network, with the parts of open ones below them. */
import type {Shape, Sheet} from "../analysis/measure.ts";
import {total, type Totals} from "../analysis/total.ts";
import {type Scope, scopes} from "../spec/graph.ts";
import type {Pair} from "../spec/net.ts";
import {type BranchKind, branchKind} from "./colour.ts";
import {isBar, isSilent, mainSteps, outputRow} from "./drawn.ts";
import {scopeLabel} from "./label.ts";
import {isRunPath, runName, runSteps} from "./runs.ts";

/** What a row says of its scope, at every size of the picture. */
export interface RowPlan {
  path: string;
  /** The last name of the path, or all of it for a step seen through a series. */
  name: string;
  /** The operation of a bar, "" for a module. */
  notation: string;
  /** Depth below the main line, from 0. */
  depth: number;
  branch: BranchKind;
  /** The paths of a run's modules. */
  covers: readonly string[];
  foldable: boolean;
  open: boolean;
  /** A head beside the main line, which totals leave out. */
  head: boolean;
}

/** One row: a scope, its cost, and whether it can be opened. Its numbers are worked out when asked for: off the screen, never. */
export class CostRow {
  readonly #sheet: Sheet;
  readonly #scope: Scope;
  #costs: Totals | undefined;
  /** The very same at every size of the picture, as long as the same is open. */
  readonly plan: RowPlan;

  constructor(sheet: Sheet, scope: Scope, plan: RowPlan) {
    this.#sheet = sheet;
    this.#scope = scope;
    this.plan = plan;
  }

  get #total(): Totals {
    return (this.#costs ??= total(this.#sheet, this.#scope));
  }

  get shape(): Shape {
    return outputRow(this.#sheet, this.#scope).shape;
  }

  get params(): number {
    return this.#total.params;
  }

  get macs(): number {
    return this.#total.macs;
  }

  /** Bytes of all activations inside, in float32. */
  get bytes(): number {
    return this.#total.bytes;
  }

  /** What one position of the output sees of the picture, [height, width] in pixels. */
  get field(): Pair {
    return outputRow(this.#sheet, this.#scope).receptiveField.size;
  }
}

interface Planned {
  scope: Scope;
  plan: RowPlan;
}

/** The steps of a network and, below each one that is open, its parts; runs of equal modules as one step if wanted. */
export function costRows(sheet: Sheet, open: ReadonlySet<string>, {runs = false} = {}): CostRow[] {
  const steps = runs ? runSteps(sheet) : mainSteps(sheet, sheet.graph.outline);
  const known = planned.get(steps);
  const all = known?.open === open ? known.all : steps.flatMap((scope) => planOf(sheet, scope, 0, open));
  planned.set(steps, {open, all});
  return all.map(({scope, plan}) => new CostRow(sheet, scope, plan));
}

// Steps and what is open stay the very same while only the size of the picture changes.
const planned = new WeakMap<readonly Scope[], {open: ReadonlySet<string>; all: readonly Planned[]}>();

function planOf(sheet: Sheet, scope: Scope, depth: number, open: ReadonlySet<string>): Planned[] {
  const own = {scope, plan: rowPlan(sheet, scope, depth, open)};
  return own.plan.open
    ? [own, ...partsOf(sheet, scope).flatMap((part) => planOf(sheet, part, depth + 1, open))]
    : [own];
}

/** The parts of an open scope that are listed: all that is drawn, an only one seen through. */
function partsOf(sheet: Sheet, scope: Scope): Scope[] {
  const parts = scope.parts.filter((part) => !isSilent(sheet, part));
  const [only] = parts;
  return parts.length === 1 && !isBar(sheet, only!) ? partsOf(sheet, only!) : parts;
}

/** Scopes as rows without depth, each by its whole path: what a search found, or all layers. */
export function flatRows(sheet: Sheet, list: readonly Scope[]): CostRow[] {
  const heads = scopes(sheet.graph.outline).filter(({kind}) => kind === "tap");
  return list.map((scope) => {
    const head = heads.some(({start, end}) => scope.start >= start && scope.end <= end);
    return new CostRow(sheet, scope, {...rowPlan(sheet, scope, 0, NOTHING), foldable: false, head});
  });
}

const NOTHING: ReadonlySet<string> = new Set();

/** What rows can be sorted by, largest first; the receptive field by its height. */
export type SortKey = "shape" | "params" | "macs" | "bytes" | "field";

/** Rows sorted with their parts, which are sorted too, below them; equal ones keep the network's order. */
export function sortRows(rows: readonly CostRow[], by: SortKey): CostRow[] {
  const size = (row: CostRow): number =>
    by === "shape" ? row.shape.reduce((a, b) => a * b, 1) : by === "field" ? row.field[0] : row[by];
  const depth = Math.min(...rows.map(({plan}) => plan.depth));
  const groups: CostRow[][] = [];
  for (const row of rows)
    if (row.plan.depth === depth) groups.push([row]);
    else groups.at(-1)!.push(row);
  return groups
    .sort(([a], [b]) => size(b!) - size(a!))
    .flatMap(([first, ...rest]) => (rest.length === 0 ? [first!] : [first!, ...sortRows(rest, by)]));
}

function rowPlan(sheet: Sheet, scope: Scope, depth: number, open: ReadonlySet<string>): RowPlan {
  const foldable = !isBar(sheet, scope) && scope.parts.length > 0;
  const run = isRunPath(scope.path);
  return {
    path: scope.path,
    name: run ? `${runName(scope.path)} × ${scope.parts.length}` : depth === 0 ? scope.path : scope.name,
    notation: foldable ? "" : scopeLabel(sheet, scope),
    ...{depth, branch: branchKind(sheet.graph, scope.path)},
    covers: run ? scope.parts.map(({path}) => path) : [],
    ...{foldable, open: foldable && open.has(scope.path), head: scope.kind === "tap"}
  };
}

/** Rows as comma-separated values, exact numbers, with a heading line. */
export function csv(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return [heading, ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
}
