import {expect, it} from "vitest";
import {addingPays, joinWays, MOST_BLOCKS} from "../../src/components/parts/join-growth.ts";

const [kept, added] = joinWays;

it("twenty added blocks cost 20 · 324,937,728 multiply–adds and keep 1,088 channels, as in Inception-ResNet-v2", () => {
  expect(added!.costs[MOST_BLOCKS]).toEqual({channels: 1088, macs: 20 * 324_937_728, params: 20 * 1_126_784});
});

it("concatenated blocks grow by 384 channels each and lack the expansion’s 17² · 384 · 1,088", () => {
  expect(kept!.costs.map(({channels}) => channels)).toEqual(Array.from({length: 21}, (_, n) => 1088 + 384 * n));
  expect(added!.costs[1]!.macs - kept!.costs[1]!.macs).toBe(17 * 17 * 384 * 1088);
});

it("adding pays from the eighth block on: n expansions against 17² · 320 · 384 · n(n − 1) / 2 of reading more", () => {
  expect(addingPays).toBe(8);
  const extra = (n: number): number => (17 * 17 * 320 * 384 * n * (n - 1)) / 2 - n * 17 * 17 * 384 * 1088;
  for (const [n, {macs}] of kept!.costs.entries()) expect(macs - added!.costs[n]!.macs).toBeCloseTo(extra(n));
});
