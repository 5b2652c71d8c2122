import {describe, expect, it} from "vitest";
import {layStrip} from "../../src/lib/viz/strip.ts";

describe("layStrip(length, side, stride, pad, round)", () => {
  it("leaves the last number out where the stride does not come to it", () => {
    const strip = layStrip(8, 3, 2, "valid", "floor")!;
    expect(strip).toMatchObject({out: 3, rows: 2, unseen: 1, beyond: 0});
    expect(strip.windows.map(({start, end, row}) => [start, end, row])).toEqual([[0, 3, 0], [2, 5, 1], [4, 7, 0]]); // prettier-ignore
  });

  it("gives GoogLeNet's 224 → 112 → 56, and 55 rounded down", () => {
    expect(layStrip(224, 7, 2, 3, "floor")).toMatchObject({out: 112, before: 3, after: 3, unseen: 0});
    expect(layStrip(224, 7, 2, "same", "floor")).toMatchObject({out: 112, before: 2, after: 3, beyond: 0});
    expect(layStrip(112, 3, 2, "valid", "ceil")).toMatchObject({out: 56, unseen: 0, beyond: 1});
    expect(layStrip(112, 3, 2, "valid", "floor")).toMatchObject({out: 55, unseen: 1, beyond: 0});
  });

  it("is null where no window fits", () => {
    expect(layStrip(2, 3, 1, "valid", "floor")).toBeNull();
  });
});
