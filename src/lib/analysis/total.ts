/**
 * Totals over a scope: sums of rows. Taps inside a scope (auxiliary heads) are counted apart.
 */
import type {Scope} from "../spec/graph.ts";
import {scopes} from "../spec/graph.ts";
import {isInPlace} from "./memory.ts";
import type {Row, Sheet} from "./measure.ts";

/**
 * Sums over rows: trained numbers, running statistics, multiply–adds for one image, bytes of activations in float32.
 * What normalisation, ReLU and the like leave where their input stood takes no bytes of its own.
 */
export interface Totals {
  params: number;
  statistics: number;
  macs: number;
  bytes: number;
}

/** The sum over a scope (the whole network unless told) without the taps inside it; a tap's own scope counts whole. */
export function total(sheet: Sheet, scope: Scope = sheet.graph.outline): Totals {
  return tapScopes(sheet, scope).reduce((sum, tap) => minus(sum, between(sheet, tap)), between(sheet, scope));
}

/** Totals of each tap by its path, in network order. */
export function taps(sheet: Sheet): Map<string, Totals> {
  return new Map(tapScopes(sheet, sheet.graph.outline).map((tap) => [tap.path, total(sheet, tap)]));
}

function tapScopes(sheet: Sheet, scope: Scope): Scope[] {
  const {outline} = sheet.graph;
  const known = heads.get(outline) ?? scopes(outline).filter(({kind}) => kind === "tap");
  heads.set(outline, known);
  return known.filter((tap) => tap !== scope && tap.start >= scope.start && tap.end <= scope.end);
}

// Asked for every row of every table, and the same as long as the network is.
const heads = new WeakMap<Scope, Scope[]>();

/** The sum of the rows from a scope's start to its end, as the difference of two running sums. */
function between(sheet: Sheet, {start, end}: Scope): Totals {
  const sums = runningSums(sheet);
  return minus(sums[end]!, sums[start]!);
}

/** The sum of all rows before each one. */
function runningSums(sheet: Sheet): readonly Totals[] {
  const known = running.get(sheet) ?? sumUp(sheet.rows);
  running.set(sheet, known);
  return known;
}

// Whole numbers far below 2^53, so differences are exact.
const running = new WeakMap<Sheet, readonly Totals[]>();

function sumUp(rows: readonly Row[]): Totals[] {
  let sum: Totals = {params: 0, statistics: 0, macs: 0, bytes: 0};
  const sums = [sum];
  for (const row of rows) {
    sum = {
      params: sum.params + row.params,
      statistics: sum.statistics + row.statistics,
      macs: sum.macs + row.macs,
      bytes: sum.bytes + (isInPlace(row.op) ? 0 : row.bytes)
    };
    sums.push(sum);
  }
  return sums;
}

function minus(a: Totals, b: Totals): Totals {
  return {
    params: a.params - b.params,
    statistics: a.statistics - b.statistics,
    macs: a.macs - b.macs,
    bytes: a.bytes - b.bytes
  };
}
