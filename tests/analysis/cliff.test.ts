import {describe, expect, it} from "vitest";
import {cliffAt, clipped, descendCliff} from "../../src/lib/analysis/cliff.ts";

describe("cliffAt(weight)", () => {
  it("has the slope of finite differences, in the valley, on the plain and on the cliff", () => {
    const step = 1e-6;
    for (const weight of [3.2, 3.98, 4.1, 5, 9])
      expect(cliffAt(weight).slope).toBeCloseTo(
        (cliffAt(weight + step).loss - cliffAt(weight - step).loss) / (2 * step),
        5
      );
  });
});

describe("clipped(gradient, threshold)", () => {
  it("scales a gradient of norm 5 to norm 2 in its own direction, and leaves a shorter one", () => {
    const [x, y] = clipped([3, -4], 2);
    expect(x).toBeCloseTo(1.2);
    expect(y).toBeCloseTo(-1.6);
    expect(clipped([0.3, -0.4], 2)).toEqual([0.3, -0.4]);
    expect(clipped([3, -4], null)).toEqual([3, -4]);
  });
});

describe("descendCliff(start, settings), as chapter 6 tells it", () => {
  const settings = {rate: 4, steps: 60};

  it("unclipped, is thrown to 13.13 by a slope almost thirty times the one before, and stays", () => {
    const path = descendCliff(6.5, {...settings, threshold: null});
    expect(path[31]!.slope).toBeCloseTo(-2.287, 3);
    expect(path[31]!.slope / path[30]!.slope).toBeCloseTo(-29, 0);
    expect(path.at(-1)!.weight).toBeCloseTo(13.13, 2);
  });

  it("clipped at 0.02, swings about the lowest place by at most 0.08", () => {
    const end = descendCliff(6.5, {...settings, threshold: 0.02}).slice(-10);
    for (const {weight} of end) expect(Math.abs(weight - 4.07)).toBeLessThan(0.08);
  });
});
