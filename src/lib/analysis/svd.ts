/**
 * The singular value decomposition of a small matrix: M = Σ σᵣ uᵣ vᵣᵀ, the sum of outer products that comes nearest to M at
 * every number of terms (Eckart and Young, 1936).
 */
import {outerProduct} from "./kernel-rank.ts";

/** Rows of numbers, all of one length. */
export type Matrix = readonly (readonly number[])[];

/** Singular values, largest first, with their unit vectors; the left vector of a value of 0 is all zeros. */
export interface Svd {
  values: number[];
  /** [term][row] */
  left: number[][];
  /** [term][column] */
  right: number[][];
}

/** Columns count as orthogonal when their cosine is below this. */
const TOLERANCE = 1e-14;

/** Decomposes a matrix by one-sided Jacobi rotations (Hestenes, 1958): its columns are turned until all are orthogonal. */
export function svd(matrix: Matrix): Svd {
  const [height, width] = [matrix.length, matrix[0]?.length ?? 0];
  const columns = Array.from({length: width}, (_, c) => Float64Array.from(matrix, (row) => row[c]!));
  const turned = Array.from({length: width}, (_, c) => Float64Array.from({length: width}, (_, i) => (i === c ? 1 : 0)));
  for (let sweep = 0; sweep < 60 && rotateAll(columns, turned); sweep++);
  const terms = columns
    .map((column, c) => ({value: Math.sqrt(dot(column, column)), column, right: turned[c]!}))
    .sort((a, b) => b.value - a.value)
    .slice(0, Math.min(height, width))
    .map(({value, column, right}) => {
      // A term has two signs; this one makes its row's strongest number positive.
      const sign = strongest(right) < 0 ? -1 : 1;
      const left = Array.from(column, (one) => (value === 0 ? 0 : (sign * one) / value));
      return {value, left, right: Array.from(right, (one) => sign * one)};
    });
  return {values: terms.map((t) => t.value), left: terms.map((t) => t.left), right: terms.map((t) => t.right)};
}

// One sweep over all pairs of columns; whether any was turned.
function rotateAll(columns: Float64Array[], turned: Float64Array[]): boolean {
  let moved = false;
  for (let p = 0; p < columns.length; p++)
    for (let q = p + 1; q < columns.length; q++) {
      const [a, b] = [columns[p]!, columns[q]!];
      const [alpha, beta, gamma] = [dot(a, a), dot(b, b), dot(a, b)];
      if (Math.abs(gamma) <= TOLERANCE * Math.sqrt(alpha * beta)) continue;
      const zeta = (beta - alpha) / (2 * gamma);
      const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
      const cosine = 1 / Math.hypot(1, tangent);
      turn(a, b, cosine, cosine * tangent);
      turn(turned[p]!, turned[q]!, cosine, cosine * tangent);
      moved = true;
    }
  return moved;
}

function turn(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    a[i] = cosine * x - sine * y;
    b[i] = sine * x + cosine * y;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const strongest = (vector: Float64Array): number =>
  vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best), 0);

/** One term as a matrix: σᵣ uᵣ vᵣᵀ. */
export function svdTerm({values, left, right}: Svd, term: number): number[][] {
  return outerProduct(
    left[term]!.map((value) => values[term]! * value),
    right[term]!
  );
}

/** The sum of the first terms, the nearest matrix of that rank. */
export function lowRank(parts: Svd, rank: number): number[][] {
  const terms = parts.values.slice(0, rank).map((_, term) => svdTerm(parts, term));
  return parts.left[0]!.map((_, r) =>
    parts.right[0]!.map((_, c) => terms.reduce((sum, term) => sum + term[r]![c]!, 0))
  );
}

/** What the first terms leave out, as a part of the whole: √(Σ left-out σ² / Σ σ²), from 1 to 0; 0 for a matrix of zeros. */
export function errorLeft(values: readonly number[], rank: number): number {
  const energy = (some: readonly number[]): number => some.reduce((sum, value) => sum + value ** 2, 0);
  const all = energy(values);
  return all === 0 ? 0 : Math.sqrt(energy(values.slice(rank)) / all);
}
