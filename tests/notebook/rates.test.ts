import {describe, expect, it} from "vitest";
import {points, rate, rateNumber} from "../../src/components/notebook/rates.ts";
import {IMAGENET_TEST} from "../../src/lib/nets/published-errors.ts";

const v4 = "inception-v4@slim";
const seven = "7 models together";

describe("rate(query, what)", () => {
  it("gives TF-Slim's accuracies as its page prints them, V4's 80.2 and 95.2, V3's 78.0", () => {
    expect(rate({of: v4, weights: "TF-Slim"}, "top1")).toBe("80.2");
    expect(rate({of: v4, weights: "TF-Slim"}, "top5")).toBe("95.2");
    expect(rate({of: "inception-v3@slim", weights: "TF-Slim"}, "top1")).toBe("78.0");
  });

  it("gives the papers' errors by crop: V4's 20.0 and 5.0, 18.7 and 4.2, 17.7 and 3.8 (AAAI version, Tables 1–3)", () => {
    const crops = [undefined, "12 crops", "144 crops"];
    expect(crops.map((crop) => [rate({of: v4, crop}, "top1Error"), rate({of: v4, crop}, "top5Error")])).toEqual([
      ["20.0", "5.0"],
      ["18.7", "4.2"],
      ["17.7", "3.8"]
    ]);
  });

  it("gives GoogLeNet's 10.07 % of one crop, and 6.67 % of seven networks on both sets (Tables 2 and 3)", () => {
    const many = {of: "googlenet@bvlc", weights: seven, crop: "144 crops"};
    expect(rateNumber({of: "googlenet@bvlc"}, "top5Error")).toBe(10.07);
    expect(rateNumber(many, "top5Error")).toBe(6.67);
    expect(rateNumber({...many, pictures: IMAGENET_TEST}, "top5Error")).toBe(6.67);
  });

  it("names what there is where nothing fits, and the source that does not print a rate", () => {
    expect(() => rate({of: v4, crop: "13 crops"}, "top1Error")).toThrow(
      /^inception-v4@slim, the paper’s, 13 crops, ImageNet validation: needs one published figure, found 0; there are .*12 crops/
    );
    expect(() => rate({of: "googlenet@bvlc"}, "top1")).toThrow("arXiv 1409.4842, Table 3 does not print top1");
  });
});

describe("points(difference)", () => {
  it("rounds to tenths and keeps them", () => {
    expect([points(73.9 - 69.8), points(80.2 - 78), points(21.2 - 20.2)]).toEqual(["4.1", "2.2", "1.0"]);
  });
});
