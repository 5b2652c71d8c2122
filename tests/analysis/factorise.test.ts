import {describe, expect, test} from "vitest";
import {
  asymmetricWays,
  chainReach,
  headWays,
  layerWeights,
  separableWays,
  stackedWays,
  type Way,
  wayMacs,
  wayWeights
} from "../../src/lib/analysis/factorise.ts";
import {bestProduct, kernelRank, outerProduct} from "../../src/lib/analysis/kernel-rank.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {conv, dense, flattenOp, globalAvgPool, series} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import type {Net} from "../../src/lib/spec/net.ts";

const bare = {bias: false};
const square = (channels: number, side: number) => ({
  in: channels,
  mid: channels,
  out: channels,
  height: side,
  width: side
});
const sums = (ways: readonly Way[]): number[][] => ways.map((way) => [wayWeights(way), wayMacs(way)]);

/** Weights and multiply–adds of the same layers written as a network. */
function measured(parts: Record<string, Net>, input: readonly number[]): number[] {
  const {params, macs} = total(measure(flatten(series(parts)), input));
  return [params, macs];
}

describe("stackedWays", () => {
  test("two 3×3 save 28 % of a 5×5 of equal widths (Szegedy et al. 2015, §3.1)", () => {
    const [direct, factored] = stackedWays({...square(256, 56), depth: 2});
    expect([wayWeights(direct!), wayWeights(factored!)]).toEqual([1_638_400, 1_179_648]);
    expect(1 - 1_179_648 / 1_638_400).toBeCloseTo(0.28, 10);
  });
  test("three 3×3 hold 27 C² weights where a 7×7 holds 49 C² (Simonyan and Zisserman 2014, §2.3)", () => {
    expect(stackedWays({...square(10, 1), depth: 3}).map(wayWeights)).toEqual([4_900, 2_700]);
  });
  test("every way sees the same window, and agrees with measure on the same layers", () => {
    for (const depth of [2, 3, 4, 5]) {
      const ways = stackedWays({in: 3, mid: 5, out: 7, height: 6, width: 4, depth});
      expect(ways.map(({layers}) => chainReach(layers))).toEqual(Array(2).fill([2 * depth + 1, 2 * depth + 1]));
      const stack = Object.fromEntries(
        Array.from({length: depth}, (_, i) => [`c${i}`, conv(3, i === depth - 1 ? 7 : 5, bare)])
      );
      expect(sums(ways)).toEqual([
        measured({one: conv(2 * depth + 1, 7, bare)}, [6, 4, 3]),
        measured(stack, [6, 4, 3])
      ]);
    }
  });
});

describe("asymmetricWays", () => {
  test("a 1×7 and a 7×1 take 2/7 of a 7×7 at 17×17 with 192 channels", () => {
    expect(sums(asymmetricWays({...square(192, 17), n: 7}))).toEqual([
      [1_806_336, 522_031_104],
      [516_096, 149_151_744]
    ]);
  });
  test("a 1×3 and a 3×1 save 33 % of a 3×3 (Szegedy et al. 2015, §3.2)", () => {
    const [direct, factored] = asymmetricWays({...square(64, 12), n: 3}).map(wayWeights);
    expect(1 - factored! / direct!).toBeCloseTo(1 / 3, 10);
  });
  test("agrees with measure, and both ways see n×n", () => {
    const ways = asymmetricWays({n: 5, in: 3, mid: 4, out: 6, height: 8, width: 9});
    expect(ways.map(({layers}) => chainReach(layers))).toEqual([[5, 5], [5, 5]]); // prettier-ignore
    expect(sums(ways)).toEqual([
      measured({one: conv(5, 6, bare)}, [8, 9, 3]),
      measured({row: conv([1, 5], 4, bare), column: conv([5, 1], 6, bare)}, [8, 9, 3])
    ]);
  });
});

describe("separableWays", () => {
  test("cost 1/C + 1/K² of the convolution they replace (Howard et al. 2017, §3.1)", () => {
    const [direct, factored] = separableWays({k: 3, in: 512, out: 512, height: 14, width: 14});
    expect(factored!.layers.map(layerWeights)).toEqual([4_608, 262_144]);
    expect(wayMacs(factored!) / wayMacs(direct!)).toBeCloseTo(1 / 512 + 1 / 9, 12);
  });
  test("agree with measure", () => {
    expect(sums(separableWays({k: 3, in: 6, out: 5, height: 4, width: 7}))).toEqual([
      measured({one: conv(3, 5, bare)}, [4, 7, 6]),
      measured({depth: conv(3, 6, {...bare, groups: 6}), point: conv(1, 5, bare)}, [4, 7, 6])
    ]);
  });
});

describe("headWays", () => {
  const googlenet = {height: 7, width: 7, channels: 1024, classes: 1000, hidden: 0, units: 4096};
  test("flattening GoogLeNet's last map would take 50,176,000 weights, averaging it takes 1,024,000", () => {
    expect(headWays(googlenet).map(wayWeights)).toEqual([50_176_000, 1_024_000, 1_024_000]);
    expect(headWays(googlenet).map(wayMacs)).toEqual([50_176_000, 1_024_000, 50_176_000]);
  });
  test("VGG-16's three dense layers hold 123,633,664 weights", () => {
    const [direct] = headWays({height: 7, width: 7, channels: 512, classes: 1000, hidden: 2, units: 4096});
    expect(direct!.layers.map(layerWeights)).toEqual([102_760_448, 16_777_216, 4_096_000]);
  });
  test("agree with measure, and all see the whole map", () => {
    const ways = headWays({height: 3, width: 5, channels: 8, classes: 4, hidden: 1, units: 6});
    expect(ways.map(({layers}) => chainReach(layers))).toEqual(Array(3).fill([3, 5]));
    expect(sums(ways)).toEqual([
      measured({flat: flattenOp, fc: dense(6, bare), out: dense(4, bare)}, [3, 5, 8]),
      measured({mean: globalAvgPool, out: dense(4, bare)}, [3, 5, 8]),
      measured({maps: conv(1, 4, bare), mean: globalAvgPool}, [3, 5, 8])
    ]);
  });
});

describe("kernelRank", () => {
  test.each([
    ["Sobel", [[1, 0, -1], [2, 0, -2], [1, 0, -1]], 1],
    ["binomial blur", [[1, 2, 1], [2, 4, 2], [1, 2, 1]], 1],
    ["Laplace", [[0, 1, 0], [1, -4, 1], [0, 1, 0]], 2],
    ["diagonal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]], 3],
    ["nothing", [[0, 0, 0], [0, 0, 0], [0, 0, 0]], 0]
  ])("of %s: %j has rank %i", (_, kernel, rank) => expect(kernelRank(kernel)).toBe(rank)); // prettier-ignore
  test("is 1 for every outer product of vectors that are not zero", () => {
    expect(kernelRank(outerProduct([3, -1, 2], [7, 0, 5]))).toBe(1);
    expect(outerProduct([1, 2], [3, 4])).toEqual([[3, 4], [6, 8]]); // prettier-ignore
  });
});

describe("bestProduct", () => {
  test("gives back an outer product exactly", () => {
    const kernel = outerProduct([1, 2, 1], [1, 0, -1]);
    const {column, row, share} = bestProduct(kernel);
    expect(share).toBeCloseTo(1, 12);
    outerProduct(column, row).forEach((line, i) => line.forEach((v, j) => expect(v).toBeCloseTo(kernel[i]![j]!, 9)));
  });
  test("holds a third of the diagonal kernel, and 99 % of the Laplace kernel", () => {
    expect(bestProduct([[1, 0, 0], [0, 1, 0], [0, 0, 1]]).share).toBeCloseTo(1 / 3, 9); // prettier-ignore
    // Its singular values are 2 + √6 and √6 − 2; their squares add up to 20.
    expect(bestProduct([[0, 1, 0], [1, -4, 1], [0, 1, 0]]).share).toBeCloseTo((2 + Math.sqrt(6)) ** 2 / 20, 9); // prettier-ignore
  });
  test("takes nothing as nothing", () => {
    expect(bestProduct([[0, 0], [0, 0]])).toEqual({column: [0, 0], row: [0, 0], share: 1}); // prettier-ignore
  });
});
