import {describe, expect, test} from "vitest";
import {bestProduct, kernelRank} from "../../src/lib/analysis/kernel-rank.ts";
import {errorLeft, lowRank, type Matrix, svd, svdTerm} from "../../src/lib/analysis/svd.ts";

const sobel: Matrix = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]; // prettier-ignore
const outline: Matrix = [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]; // prettier-ignore
const random = (height: number, width: number): Matrix => {
  let state = 7;
  const next = (): number => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5;
  return Array.from({length: height}, () => Array.from({length: width}, next));
};
const farthest = (a: Matrix, b: Matrix): number =>
  Math.max(...a.flatMap((row, r) => row.map((value, c) => Math.abs(value - b[r]![c]!))));

describe("svd(matrix)", () => {
  test("gives the singular values of matrices whose values are known by hand", () => {
    // Sobel is (1, 2, 1)ᵀ(−1, 0, 1): √6 · √2.
    expect(svd(sobel).values.map((value) => +value.toFixed(10))).toEqual([+Math.sqrt(12).toFixed(10), 0, 0]);
    // [[3, 0], [4, 5]]: √45 and √5.
    expect(svd([[3, 0], [4, 5]]).values).toEqual([expect.closeTo(Math.sqrt(45), 12), expect.closeTo(Math.sqrt(5), 12)]); // prettier-ignore
    // A diagonal of ones: all alike.
    expect(svd([[1, 0, 0], [0, 1, 0], [0, 0, 1]]).values).toEqual([1, 1, 1]); // prettier-ignore
  });

  test("has as many values above nought as the exact rank of a kernel of whole numbers", () => {
    for (const kernel of [
      sobel,
      outline,
      [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0]
      ],
      [
        [0, -1, 0],
        [-1, 5, -1],
        [0, -1, 0]
      ]
    ])
      // prettier-ignore
      expect(svd(kernel).values.filter((value) => value > 1e-9)).toHaveLength(kernelRank(kernel));
  });

  for (const [height, width] of [
    [5, 5],
    [7, 7],
    [12, 30],
    [30, 12],
    [1, 4]
  ] as const)
    // prettier-ignore
    test(`takes ${height}×${width} apart into orthonormal vectors whose terms add up to it again`, () => {
      const matrix = random(height, width);
      const parts = svd(matrix);
      expect(parts.values).toEqual([...parts.values].sort((a, b) => b - a));
      expect(farthest(lowRank(parts, parts.values.length), matrix)).toBeLessThan(1e-12);
      for (const vectors of [parts.left, parts.right])
        vectors.forEach((a, i) =>
          vectors.forEach((b, j) =>
            expect(a.reduce((sum, value, k) => sum + value * b[k]!, 0)).toBeCloseTo(i === j ? 1 : 0, 12)
          )
        );
    });

  test("its first term is the best outer product that power iteration finds", () => {
    const matrix = random(5, 5);
    const {column, row, share} = bestProduct(matrix);
    const parts = svd(matrix);
    expect(farthest(svdTerm(parts, 0), column.map((a) => row.map((b) => a * b)))).toBeLessThan(1e-6); // prettier-ignore
    expect(1 - errorLeft(parts.values, 1) ** 2).toBeCloseTo(share, 9);
  });
});

test("errorLeft(values, rank) is the distance to the sum of the first terms, relative to the whole", () => {
  const matrix = random(5, 5);
  const parts = svd(matrix);
  const norm = (m: Matrix): number => Math.hypot(...m.flat());
  for (const rank of [0, 1, 3, 5]) {
    const near = rank === 0 ? matrix.map((row) => row.map(() => 0)) : lowRank(parts, rank);
    const rest = matrix.map((row, r) => row.map((value, c) => value - near[r]![c]!));
    expect(errorLeft(parts.values, rank)).toBeCloseTo(norm(rest) / norm(matrix), 12);
  }
  expect(errorLeft([0, 0], 1)).toBe(0);
});
