import {describe, expect, it} from "vitest";
import {ringMissed} from "../../src/components/notebook/fits.ts";
import {FIT_TARGETS, FIT_TRIED, fitDescent} from "../../src/components/parts/fit-choices.ts";
import {composed, distance, distanceGradient} from "../../src/lib/analysis/stacked-fit.ts";

const weights = Float64Array.from({length: 36}, (_, i) => Math.sin(3 * i + 1));

describe("composed(weights)", () => {
  it("of two windows of ones counts how many ways lead to each place: 1 2 3 2 1 squared", () => {
    const line = [1, 2, 3, 2, 1];
    expect(Array.from(composed(new Float64Array(18).fill(1)))).toEqual(line.flatMap((a) => line.map((b) => a * b)));
  });
});

describe("distanceGradient(weights, wanted)", () => {
  it("agrees with finite differences for every weight", () => {
    const gradient = distanceGradient(weights, FIT_TARGETS.noise);
    const step = 1e-5;
    weights.forEach((value, i) => {
      const at = (x: number): number => distance(weights.with(i, x), FIT_TARGETS.noise);
      expect(gradient[i]!).toBeCloseTo((at(value + step) - at(value - step)) / (2 * step), 5);
    });
  });
});

describe("fitDescent(target, middle, seed), as chapter 6 tells it", () => {
  const missed = (target: keyof typeof FIT_TARGETS, middle: number, seeds: number = FIT_TRIED): number[] =>
    Array.from({length: seeds}, (_, i) => fitDescent(target, middle, i + 1).at(-1)!.missed);

  it("misses 6.25 % of the ring with one channel and seed 1, from 2.6 to 28 % with others", () => {
    expect(ringMissed).toEqual({first: "6.25", least: "2.6", most: "28"});
  });

  it("misses an eighth or more of random numbers with one channel, next to nothing of blur and edges", () => {
    expect(Math.min(...missed("noise", 1))).toBeGreaterThan(1 / 8);
    expect(Math.max(...missed("blur", 1), ...missed("edge", 1))).toBeLessThan(1e-4);
  });

  it("reaches every kernel with two channels, to half a per cent from any of 12 starts", () => {
    for (const target of Object.keys(FIT_TARGETS) as (keyof typeof FIT_TARGETS)[])
      expect(Math.max(...missed(target, 2, 12))).toBeLessThan(0.005);
  });
});
