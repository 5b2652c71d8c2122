/**
 * What a square kernel needs to be factorised: the rank of its matrix, and the best single outer product.
 *
 * One n×1 behind one 1×n is the outer product of a column and a row; a kernel of rank r takes r such pairs.
 */

/** A kernel as rows of numbers. */
export type Kernel = readonly (readonly number[])[];

/** The product of a column and a row: kernel[i][j] = column[i] · row[j]. */
export function outerProduct(column: readonly number[], row: readonly number[]): number[][] {
  return column.map((a) => row.map((b) => a * b));
}

/** The rank of a kernel of whole numbers, by exact elimination without fractions (Bareiss). */
export function kernelRank(kernel: Kernel): number {
  let rows = kernel.map((row) => row.map(BigInt));
  let rank = 0;
  for (let column = 0; column < (kernel[0]?.length ?? 0); column++) {
    const at = rows.findIndex((row) => row[column] !== 0n);
    if (at < 0) continue;
    const pivot = rows[at]!;
    rank++;
    rows = rows
      .filter((_, i) => i !== at)
      .map((row) => row.map((value, j) => value * pivot[column]! - pivot[j]! * row[column]!));
  }
  return rank;
}

/** The outer product nearest to a kernel, and the share of the kernel's squared values that it accounts for. */
export interface BestProduct {
  column: number[];
  row: number[];
  /** From 0 to 1; 1 for a kernel of rank 1 and for an empty one. */
  share: number;
}

/**
 * The first term of the singular value decomposition, by power iteration on KᵀK; both factors share the singular value
 * evenly. Eckart and Young, 1936: no other outer product is nearer in squared error.
 */
export function bestProduct(kernel: Kernel): BestProduct {
  const energy = kernel.flat().reduce((sum, value) => sum + value * value, 0);
  const across = (row: readonly number[]): number[] => kernel.map((line) => dot(line, row));
  const down = (column: readonly number[]): number[] =>
    kernel[0]!.map((_, j) => kernel.reduce((sum, line, i) => sum + line[j]! * column[i]!, 0));
  if (energy === 0) return {column: kernel.map(() => 0), row: kernel[0]!.map(() => 0), share: 1};
  // The longest row is never orthogonal to the first singular vector of a tie, and a slight tilt leaves other corners.
  let row = unit(longest(kernel).map((value, j) => value + 1e-3 * (j + 1)));
  for (let step = 0; step < 500; step++) row = unit(down(across(row)));
  const column = across(row);
  const sigma = Math.hypot(...column);
  const half = Math.sqrt(sigma);
  return {
    column: column.map((value) => (half * value) / sigma),
    row: row.map((value) => half * value),
    share: Math.min(1, sigma ** 2 / energy)
  };
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const longest = (kernel: Kernel): readonly number[] =>
  kernel.reduce((best, row) => (dot(row, row) > dot(best, best) ? row : best));

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}
