import {describe, expect, it} from "vitest";
import record from "../../src/components/figures/norm-record.json" with {type: "json"};
import {normChannels, normNumbers, type NormRecord} from "../../src/components/parts/norm-record.ts";
import {
  along,
  batchMoments,
  convolveChannel,
  foldKernel,
  largestDifference,
  momentsOf,
  normalise,
  normLines
} from "../../src/lib/analysis/batch-norm.ts";
import {histogramOf} from "../../src/lib/analysis/histogram.ts";
import {release} from "../../src/lib/nets/releases.ts";
import {areaPath, shareBelow} from "../../src/lib/viz/histogram-path.ts";

const norms = record as NormRecord;

describe("batchMoments(pictures)", () => {
  it("of the pictures' moments are the moments of all their values", () => {
    const pictures = [
      [1, 5, 2, 8],
      [-3, 0, 7, 7]
    ];
    const all = momentsOf(pictures.flat());
    const batch = batchMoments(pictures.map(momentsOf));
    expect(batch.mean).toBeCloseTo(all.mean);
    expect(batch.variance).toBeCloseTo(all.variance);
  });
});

describe("normLines(statistics, numbers)", () => {
  it("brings the batch to mean 0 and deviation 1, then to β and |γ|", () => {
    const moments = {mean: -2.2, variance: 1.1};
    const lines = normLines(moments, {gamma: -0.8, beta: 0.3, eps: 0});
    expect(along(lines.centred, moments).mean).toBeCloseTo(0);
    expect(along(lines.divided, moments).variance).toBeCloseTo(1);
    expect(along(lines.shifted, moments).mean).toBeCloseTo(0.3);
    expect(along(lines.shifted, moments).variance).toBeCloseTo(0.64);
  });
});

describe("foldKernel(kernel, line)", () => {
  const side = 24;
  const picture = Float32Array.from({length: 3 * side * side}, (_, i) => 2 * Math.sin(i * 0.7) + Math.cos(i * i));

  it("gives the two layers' outputs within 1e-5 for all 32 channels of compact-v1's first layer", () => {
    norms.fold.norms.forEach((norm, c) => {
      const {numbers, remembered} = normNumbers(norm);
      const kernel = {weights: Float32Array.from(norms.fold.kernel.slice(27 * c, 27 * c + 27)), bias: 0};
      const two = normalise(convolveChannel(picture, side, kernel), remembered, numbers);
      const one = convolveChannel(picture, side, foldKernel(kernel, normLines(remembered, numbers).shifted));
      expect(largestDifference(two, one)).toBeLessThan(1e-5);
      expect(largestDifference(two, convolveChannel(picture, side, kernel))).toBeGreaterThan(0.1);
    });
  });
});

describe("the record", () => {
  it("is of the weights that ship", () => {
    expect(norms.weights).toBe(release("compact-v1").sha256);
  });

  it("has in its histograms what its moments say, to the width of a bin", () => {
    for (const path of Object.keys(norms.layers))
      for (const {range, pictures} of normChannels(norms, path))
        for (const {counts, moments} of pictures) {
          const width = (range[1] - range[0]) / counts.length;
          const total = Array.from(counts).reduce((sum, count) => sum + count, 0);
          const mean = Array.from(counts).reduce((sum, count, i) => sum + count * (range[0] + (i + 0.5) * width), 0);
          expect(Math.abs(mean / total - moments.mean)).toBeLessThan(width);
        }
  });
});

describe("histogramOf, shareBelow and areaPath", () => {
  it("count what lies outside in the outermost bins", () => {
    expect(Array.from(histogramOf([-9, 0, 0.4, 0.6, 1, 9], [0, 1], 2))).toEqual([3, 3]);
  });

  it("split a bin evenly, and turn round with a negative factor", () => {
    const [counts, range] = [
      [2, 2],
      [-1, 1]
    ] as const;
    expect(shareBelow(counts, range, {factor: 1, offset: 0}, 0)).toBeCloseTo(0.5);
    expect(shareBelow(counts, range, {factor: 1, offset: 0.5}, 0)).toBeCloseTo(0.25);
    expect(shareBelow(counts, range, {factor: -1, offset: 0.5}, 0)).toBeCloseTo(0.25);
  });

  it("draw bins side by side, moved and stretched by the line", () => {
    const frame = {x: (value: number): number => 10 * value, bottom: 50, height: 40};
    expect(areaPath([1, 2], [0, 2], {factor: 2, offset: 1}, frame)).toBe("M10.0 50V30.0H30.0V10.0H50.0V50Z");
  });
});
