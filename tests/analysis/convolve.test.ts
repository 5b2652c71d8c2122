import {describe, expect, it} from "vitest";
import {convolve, mixChannels, type Plane, tapsAt, tapSum} from "../../src/lib/analysis/convolve.ts";

const plane: Plane = {height: 3, width: 4, values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]};
const sobel = [-1, 0, 1, -2, 0, 2, -1, 0, 1];
const rows = ({width, values}: Plane): number[][] =>
  Array.from({length: values.length / width}, (_, r) => Array.from(values).slice(r * width, (r + 1) * width));

describe("convolve(plane, sliding)", () => {
  // torch.nn.functional.conv2d on the same numbers.
  it("does not flip the kernel: Sobel on a picture that grows by 1 to the right gives 8", () => {
    expect(rows(convolve(plane, {weights: sobel, divisor: 1, stride: 1, pad: "valid"}))).toEqual([[8, 8]]);
  });

  it("pads with zeros, which makes edges where there are none", () => {
    expect(rows(convolve(plane, {weights: sobel, divisor: 1, stride: 1, pad: 1}))).toEqual([
      [10, 6, 6, -13],
      [24, 8, 8, -28],
      [26, 6, 6, -29]
    ]);
  });

  it("same with stride 2 halves, rounding up, and may pad on one side only", () => {
    const ones = Array.from({length: 9}, () => 1);
    const out = convolve(
      {height: 4, width: 4, values: Array.from({length: 16}, () => 1)},
      {
        ...{weights: ones, divisor: 9, stride: 2},
        pad: "same"
      }
    );
    expect(rows(out)).toEqual([
      [1, 6 / 9],
      [6 / 9, 4 / 9]
    ]);
  });

  it("refuses a kernel that does not fit", () => {
    expect(() => convolve(plane, {weights: Array(25).fill(0), divisor: 1, stride: 1, pad: "valid"})).toThrow(
      "a 5×5 window does not fit into 3 pixels"
    );
  });
});

describe("tapsAt(plane, sliding, at)", () => {
  it("lists what lies under the kernel, padding as zeros", () => {
    const sliding = {weights: sobel, divisor: 2, stride: 1, pad: "same"} as const;
    const taps = tapsAt(plane, sliding, [0, 0]);
    expect(taps.map(({value}) => value)).toEqual([0, 0, 0, 0, 1, 2, 0, 5, 6]);
    expect(taps.map(({outside}) => outside)).toEqual([true, true, true, true, false, false, true, false, false]);
    expect(taps[0]).toMatchObject({row: -1, column: -1, weight: -1});
    expect(tapSum(taps, 2)).toBe(5);
  });
});

describe("mixChannels(pixels, weights, bias)", () => {
  it("is a weighted sum at each position, and nothing else", () => {
    expect([...mixChannels([255, 0, 0, 10, 20, 30], [1, -0.5, 0.5], 1)]).toEqual([256, 16]);
  });
});
