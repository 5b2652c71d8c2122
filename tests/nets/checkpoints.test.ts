import {expect, test} from "vitest";
import {checkpoints, checkpointsOf} from "../../src/lib/nets/checkpoints.ts";
import {networks} from "../../src/lib/nets/registry.ts";

test.each(checkpoints)("$network, weights $weights: a known network, a plausible figure and an address", (one) => {
  expect(networks.has(one.network)).toBe(true);
  expect(one.top1 !== null || one.top5 !== null).toBe(true);
  for (const score of [one.top1, one.top5].filter((score) => score !== null)) {
    expect(score).toBeGreaterThan(55);
    expect(score).toBeLessThan(96);
  }
  if (one.top1 !== null && one.top5 !== null) expect(one.top5).toBeGreaterThan(one.top1);
  expect(one.source.url).toMatch(/^https:\/\//);
});

test("errors are turned into accuracies: BN-Inception's 25.2 % and 7.82 % of Fig. 4", () => {
  const [paper] = checkpointsOf("bn-inception@slim");
  expect([paper!.top1, paper!.top5]).toEqual([74.8, 92.18]);
});

test("GoogLeNet's paper prints no top-1 error, so it stays unknown", () => {
  expect(checkpointsOf("googlenet@bvlc").map(({top1}) => top1)).toEqual([null, 68.7]);
});
