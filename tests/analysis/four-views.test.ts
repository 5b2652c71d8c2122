import {describe, expect, test} from "vitest";
import {fourViews, maxPool, VIEW_KERNELS} from "../../src/lib/analysis/four-views.ts";

const side = 9;
const even = new Array<number>(side * side).fill(100);
const rgbOf = (grey: readonly number[]): number[] => grey.flatMap((value) => [value, value, value]);
const withSpot = (size: 1 | 3): number[] => {
  const reach = (size - 1) / 2;
  return even.map((value, at) => {
    const [row, column] = [Math.floor(at / side), at % side];
    return Math.abs(row - 4) <= reach && Math.abs(column - 4) <= reach ? 255 : value;
  });
};
const centre = 4 * side + 4;

test("the kernels' weights add up to nought, so even patches give nothing, and one step of white gives at most 255", () => {
  for (const {weights} of Object.values(VIEW_KERNELS)) expect(weights.reduce((a, b) => a + b, 0)).toBe(0);
  for (const {weights, divisor} of [VIEW_KERNELS.three, VIEW_KERNELS.five])
    expect(weights.reduce((sum, weight) => sum + Math.max(0, weight), 0)).toBe(divisor);
});

test("the 3×3 answers a dot of one pixel more strongly, the 5×5 a spot of three", () => {
  const [dot, spot] = ([1, 3] as const).map((size) => fourViews(rgbOf(withSpot(size)), withSpot(size), side, true));
  expect(dot!.three.values[centre]).toBeCloseTo(155, 9);
  expect(dot!.five.values[centre]).toBeCloseTo(155 / 9, 9);
  expect(spot!.three.values[centre]).toBeCloseTo(0, 9);
  expect(spot!.five.values[centre]).toBeCloseTo(155, 9);
});

describe("sizes", () => {
  const sizes = (padded: boolean): number[] => {
    const {one, three, five, pool} = fourViews(rgbOf(even), even, side, padded);
    return [one, three, five, ...pool].map(({height}) => height);
  };
  test("padded, all six channels have the picture's", () => expect(sizes(true)).toEqual([9, 9, 9, 9, 9, 9]));
  test("unpadded, they cannot be joined", () => expect(sizes(false)).toEqual([9, 7, 5, 7, 7, 7]));
});

test("max pooling with stride 1 keeps the size and spreads the largest number over 3×3", () => {
  const {values, height} = maxPool({height: side, width: side, values: withSpot(1)}, true);
  expect(height).toBe(side);
  expect(Array.from(values).filter((value) => value === 255)).toHaveLength(9);
});
