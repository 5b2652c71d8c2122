/** The rows of a cost table: one per step of a network, with the parts of open ones below them. */
import type {Shape, Sheet} from "../analysis/measure.ts";
import {total} from "../analysis/total.ts";
import {type Scope, scopes} from "../spec/graph.ts";
import type {Pair} from "../spec/net.ts";
import {type BranchKind, branchKind} from "./colour.ts";
import {isBar, isSilent, mainSteps, outputRow} from "./drawn.ts";
import {scopeLabel} from "./label.ts";
import {isRunPath, runName, runSteps} from "./runs.ts";

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
  /** The paths of a run's modules. */
  covers: readonly string[];
  foldable: boolean;
  open: boolean;
  /** A head beside the main line, which totals leave out. */
  head: boolean;
}

/** The steps of a network and, below each one that is open, its parts; runs of equal modules as one step if wanted. */
export function costRows(sheet: Sheet, open: ReadonlySet<string>, {runs = false} = {}): CostRow[] {
  const visit = (scope: Scope, depth: number): CostRow[] => {
    const own = costRow(sheet, scope, depth, open);
    return own.open ? [own, ...partsOf(sheet, scope).flatMap((part) => visit(part, depth + 1))] : [own];
  };
  return (runs ? runSteps(sheet) : mainSteps(sheet, sheet.graph.outline)).flatMap((scope) => visit(scope, 0));
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
  return list.map((scope) => ({
    ...costRow(sheet, scope, 0, NOTHING),
    foldable: false,
    head: heads.some(({start, end}) => scope.start >= start && scope.end <= end)
  }));
}

const NOTHING: ReadonlySet<string> = new Set();

/** What rows can be sorted by, largest first; the receptive field by its height. */
export type SortKey = "shape" | "params" | "macs" | "bytes" | "field";

/** Rows sorted with their parts, which are sorted too, below them; equal ones keep the network's order. */
export function sortRows(rows: readonly CostRow[], by: SortKey): CostRow[] {
  const size = (row: CostRow): number =>
    by === "shape" ? row.shape.reduce((a, b) => a * b, 1) : by === "field" ? row.field[0] : row[by];
  const depth = Math.min(...rows.map((row) => row.depth));
  const groups: CostRow[][] = [];
  for (const row of rows)
    if (row.depth === depth) groups.push([row]);
    else groups.at(-1)!.push(row);
  return groups
    .sort(([a], [b]) => size(b!) - size(a!))
    .flatMap(([first, ...rest]) => (rest.length === 0 ? [first!] : [first!, ...sortRows(rest, by)]));
}

function costRow(sheet: Sheet, scope: Scope, depth: number, open: ReadonlySet<string>): CostRow {
  const {params, macs, bytes} = total(sheet, scope);
  const {shape, receptiveField} = outputRow(sheet, scope);
  const foldable = !isBar(sheet, scope) && scope.parts.length > 0;
  return {
    ...{
      path: scope.path,
      name: isRunPath(scope.path)
        ? `${runName(scope.path)} × ${scope.parts.length}`
        : depth === 0
          ? scope.path
          : scope.name,
      notation: foldable ? "" : scopeLabel(sheet, scope),
      depth
    },
    ...{branch: branchKind(sheet.graph, scope.path), shape, params, macs, bytes, field: receptiveField.size},
    covers: isRunPath(scope.path) ? scope.parts.map(({path}) => path) : [],
    ...{foldable, open: foldable && open.has(scope.path), head: scope.kind === "tap"}
  };
}

/** Rows as comma-separated values, exact numbers, with a heading line. */
export function csv(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return [heading, ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
}
