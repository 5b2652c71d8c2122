import {expect, test} from "vitest";
import {bestOf, crops, meanVotes} from "../../src/lib/analysis/ensemble.ts";

test("meanVotes can be right where most of its members are wrong, and sums to one", () => {
  // Two are barely for the first class, one is sure of the second.
  const mean = meanVotes([
    [0.5, 0.4, 0.1],
    [0.5, 0.4, 0.1],
    [0.0, 0.9, 0.1]
  ]);
  expect(bestOf(mean)).toBe(1);
  expect(mean.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
});

test("meanVotes of one answer is that answer; of none or of unlike ones it says so", () => {
  expect(meanVotes([Float32Array.of(0.25, 0.75)])).toEqual([0.25, 0.75]);
  expect(() => meanVotes([])).toThrow("found none");
  expect(() => meanVotes([[1], [0.5, 0.5]])).toThrow("answers have 1 classes; found one with 2");
});

test("bestOf takes the first of equals", () => {
  expect(bestOf([0.2, 0.4, 0.4])).toBe(1);
});

test("crops lie inside the picture, ten of them in five places, each with its mirror image", () => {
  for (const count of [1, 2, 10] as const) {
    const list = crops(count);
    expect(list).toHaveLength(count);
    for (const {x, y, side} of list) expect(Math.max(x, y) + side).toBeLessThanOrEqual(1);
  }
  expect(new Set(crops(10).map(({x, y}) => `${x} ${y}`)).size).toBe(5);
  expect(crops(10).filter(({mirrored}) => mirrored)).toHaveLength(5);
});
