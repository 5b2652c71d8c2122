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
  const whole = between(sheet, scope);
  return tapScopes(sheet, scope).reduce((sum, tap) => minus(sum, between(sheet, tap)), whole);
}

/** Totals of each tap by its path, in network order. */
export function taps(sheet: Sheet): Map<string, Totals> {
  return new Map(tapScopes(sheet, sheet.graph.outline).map((tap) => [tap.path, total(sheet, tap)]));
}

function tapScopes(sheet: Sheet, scope: Scope): Scope[] {
  const {outline} = sheet.graph;
  const known = heads.get(outline) ?? scopes(outline).filter(({kind}) => kind === "tap");
  heads.set(outline, known);
  return known.length === 0
    ? known
    : known.filter((tap) => tap !== scope && tap.start >= scope.start && tap.end <= scope.end);
}

// Asked for every row of every table, and the same as long as the network is.
const heads = new WeakMap<Scope, Scope[]>();

/** The sum of the rows from a scope's start to its end, as the difference of two running sums. */
function between(sheet: Sheet, {start, end}: Scope): Totals {
  const sums = runningSums(sheet);
  const sum = (key: keyof Totals): number => sums[key][end]! - sums[key][start]!;
  return {params: sum("params"), statistics: sum("statistics"), macs: sum("macs"), bytes: sum("bytes")};
}

/** Of each kind, the sum of all rows before each one; whole numbers far below 2^53, so differences are exact. */
type Sums = Readonly<Record<keyof Totals, Float64Array>>;

function runningSums(sheet: Sheet): Sums {
  const known = running.get(sheet) ?? sumUp(sheet.rows);
  running.set(sheet, known);
  return known;
}

const running = new WeakMap<Sheet, Sums>();

function sumUp(rows: readonly Row[]): Sums {
  const length = rows.length + 1;
  const all = new Float64Array(4 * length);
  const [params, statistics, macs, bytes] = [0, 1, 2, 3].map((i) => all.subarray(i * length, (i + 1) * length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array
  ];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    params[i + 1] = params[i]! + row.params;
    statistics[i + 1] = statistics[i]! + row.statistics;
    macs[i + 1] = macs[i]! + row.macs;
    bytes[i + 1] = bytes[i]! + (isInPlace(row.op) ? 0 : row.bytes);
  }
  return {params, statistics, macs, bytes};
}

function minus(a: Totals, b: Totals): Totals {
  return {
    params: a.params - b.params,
    statistics: a.statistics - b.statistics,
    macs: a.macs - b.macs,
    bytes: a.bytes - b.bytes
  };
}
