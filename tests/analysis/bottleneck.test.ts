import {describe, expect, it} from "vitest";
import {bottleneckChain, breakEvenWidth, chainMacs, directChain, linkMacs} from "../../src/lib/analysis/bottleneck.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {fittingSize, smallestInput, withoutTaps} from "../../src/lib/analysis/smallest-input.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {add, conv, series} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

const resnet = {in: 256, mid: 64, out: 256, kernel: 3};
const branch3x3 = {in: 192, mid: 96, out: 128, kernel: 3};
const branch5x5 = {in: 192, mid: 16, out: 32, kernel: 5};

describe("chainMacs", () => {
  it("gives 589,824 for a direct 3×3 from 256 to 256 channels", () => {
    expect(chainMacs(directChain(resnet))).toBe(589_824);
  });

  it("gives 16,384 + 36,864 + 16,384 = 69,632 through 64 channels", () => {
    const chain = bottleneckChain(resnet, "expand");
    expect(chain.map(linkMacs)).toEqual([16_384, 36_864, 16_384]);
    expect(chainMacs(chain)).toBe(69_632);
    expect(589_824 / 69_632).toBeCloseTo(8.47, 2);
  });

  it("gives 462,422,016 and 54,591,488 for the layer at 28×28", () => {
    expect(28 * 28 * chainMacs(directChain(resnet))).toBe(462_422_016);
    expect(28 * 28 * chainMacs(bottleneckChain(resnet, "expand"))).toBe(54_591_488);
  });

  it("gives 221,184 direct and 18,432 + 110,592 = 129,024 reduced for 3a's 3×3 branch", () => {
    expect(chainMacs(directChain(branch3x3))).toBe(221_184);
    expect(bottleneckChain(branch3x3, "reduce").map(linkMacs)).toEqual([18_432, 110_592]);
    expect(chainMacs(bottleneckChain(branch3x3, "reduce"))).toBe(129_024);
  });

  it("gives 153,600 direct and 3,072 + 12,800 = 15,872 reduced for 3a's 5×5 branch", () => {
    expect(chainMacs(directChain(branch5x5))).toBe(153_600);
    expect(bottleneckChain(branch5x5, "reduce").map(linkMacs)).toEqual([3_072, 12_800]);
  });

  it("agrees with measure on the same convolutions", () => {
    for (const form of ["expand", "reduce"] as const) {
      const chain = bottleneckChain(branch5x5, form);
      const net = series(chain.map((link, i) => [`conv${i}`, conv(link.kernel, link.out, {bias: false})] as const));
      const sums = total(measure(flatten(net), [7, 9, branch5x5.in]));
      expect(sums.macs).toBe(7 * 9 * chainMacs(chain));
      expect(sums.params).toBe(chainMacs(chain));
    }
  });
});

describe("breakEvenWidth", () => {
  it("is 229.1 channels for 256 → mid → mid → 256 with a 3×3", () => {
    expect(breakEvenWidth(resnet, "expand")).toBeCloseTo(229.13, 2);
  });

  it("is 164.6 channels for 192 → mid → 128 with a 3×3", () => {
    expect(breakEvenWidth(branch3x3, "reduce")).toBeCloseTo(221_184 / 1_344, 10);
  });

  it("separates the widths that save from those that do not", () => {
    for (const form of ["expand", "reduce"] as const) {
      const width = Math.floor(breakEvenWidth(branch3x3, form));
      const cost = (mid: number): number => chainMacs(bottleneckChain({...branch3x3, mid}, form));
      expect(cost(width)).toBeLessThanOrEqual(221_184);
      expect(cost(width + 1)).toBeGreaterThan(221_184);
    }
  });

  it("is half the channels for a 1×1 from C to C: a reduction saves only below C / 2", () => {
    expect(breakEvenWidth({in: 256, mid: 0, out: 256, kernel: 1}, "reduce")).toBe(128);
  });
});

describe("fittingSize", () => {
  it.each(["googlenet@bvlc", "inception-v3@torchvision", "inception-v4@timm", "compact-v1"])(
    "finds the smallest square picture of %s by halving",
    (id) => {
      const {net, input} = network(id);
      const side = smallestInput(net());
      expect(fittingSize(flatten(net()), input)).toEqual([side, side]);
    }
  );

  it("gives the network's own input where the square of its longer side does not fit", () => {
    const net = series([["x", add({a: conv(3, 1, {stride: 2}), b: conv([3, 3], 1, {stride: [2, 4]})})]]);
    expect(fittingSize(flatten(net), [4, 1, 3])).toEqual([4, 1]);
  });
});

describe("smallestInput", () => {
  it("is 15 pixels for torchvision's GoogLeNet without auxiliary heads, as its documentation used to say", () => {
    expect(smallestInput(withoutTaps(network("googlenet@torchvision").net()))).toBe(15);
  });

  it("is larger with the paper's auxiliary heads, whose 5×5 average needs a 5×5 map", () => {
    const net = network("googlenet@bvlc").net();
    const side = smallestInput(net);
    expect(side).toBe(79);
    expect(measure(flatten(net), [side, side, 3]).rows.find((row) => row.path === "4a")?.shape).toEqual([5, 5, 512]);
  });

  it("is 31 pixels for the paper's network without them: its 3×3 pool before 5a needs 2×2, torchvision's 2×2 pool only 1×1", () => {
    expect(smallestInput(withoutTaps(network("googlenet@bvlc").net()))).toBe(31);
  });

  it("is one pixel for TF-Slim's, whose windows are all padded", () => {
    expect(smallestInput(network("googlenet@slim").net())).toBe(1);
  });

  it("throws when no picture fits", () => {
    expect(() => smallestInput(conv(9, 1, {pad: "valid"}), {most: 8})).toThrow("8×8");
  });
});
