import {describe, expect, it} from "vitest";
import {designed} from "../../src/components/notebook/designed.ts";
import {TABLE_1} from "../../src/lib/nets/inception-v1.ts";

const {widths, input} = TABLE_1[0]!;
const design = {widths, input};

describe("designed(design, {what})", () => {
  it("gives 3a its 163,696 parameters, 128,049,152 MACs and 256 channels", () => {
    expect(designed(design, {what: "params"})).toBe(163_696);
    expect(designed(design, {what: "macs"})).toBe(128_049_152);
    expect(designed(design, {what: "channels"})).toBe(256);
  });

  it("gives the naive module 303,464,448 MACs and 416 channels", () => {
    expect(designed(design, {what: "macs", naive: true})).toBe(303_464_448);
    expect(designed(design, {what: "channels", naive: true})).toBe(416);
  });

  it("follows a changed reduction: 16 → 24 before the 5×5 costs half as much again in its branch", () => {
    const before = designed(design, {what: "macs", branch: "5x5"});
    const after = designed({...design, widths: {...widths, "5x5reduce": 24}}, {what: "macs", branch: "5x5"});
    expect(before).toBe(28 * 28 * (192 * 16 + 16 * 32 * 25));
    expect(after).toBe(1.5 * before);
  });
});
