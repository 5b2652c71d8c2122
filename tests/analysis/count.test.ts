import {expect, test} from "vitest";
import {count, type Rules, SITE_RULES} from "../../src/lib/analysis/count.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {batchNorm, conv, dense, globalAvgPool, maxPool, relu, series, tap} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

// 4×4×3 → conv 3×3 to 2 channels (no bias), BN, ReLU, pool 2×2/2, mean, dense 5; a head with one 1×1.
const sheet = measure(
  flatten(
    series({
      conv: conv(3, 2, {bias: false}),
      bn: batchNorm(),
      relu,
      head: tap(series({conv: conv(1, 4)})),
      pool: maxPool(2, {stride: 2, pad: "valid"}),
      mean: globalAvgPool,
      fc: dense(5)
    })
  ),
  [4, 4, 3]
);
const counted = (quantity: "params" | "work" | "file", rules: Partial<Rules>, path?: string): number =>
  count(sheet, quantity, {...SITE_RULES, ...rules}, path);

test("count gives the site's numbers by the site's rules, and a file's bytes as four per parameter", () => {
  expect(counted("params", {})).toBe(54 + 4 + 15);
  expect(counted("work", {})).toBe(16 * 54 + 10);
  expect(counted("file", {})).toBe(4 * 73);
});

test("count leaves out or adds what the rules say", () => {
  expect(counted("params", {norms: "all"})).toBe(54 + 8 + 15);
  expect(counted("params", {norms: "shift"})).toBe(54 + 2 + 15);
  expect(counted("params", {norms: "none", biases: false, dense: false})).toBe(54);
  expect(counted("params", {heads: true})).toBe(73 + 12);
  expect(counted("work", {heads: true})).toBe(16 * 54 + 10 + 16 * 8);
  expect(counted("work", {unit: "flop", crops: 10})).toBe(20 * (16 * 54 + 10));
  expect(counted("params", {}, "fc")).toBe(15);
});

test("count adds small operations by each rule: 32 numbers normalised and rectified, 8 pooled outputs of 4", () => {
  const macs = 16 * 54 + 10;
  expect(counted("work", {small: "norms"})).toBe(macs + 64);
  expect(counted("work", {small: "each"})).toBe(macs + 64 + 32 + 32 + 8 + 5);
  expect(counted("work", {small: "windows"})).toBe(macs + 32 + 32 + 32 + 8 + 5);
  expect(counted("work", {small: "halves"})).toBe(macs + (4 * 32 + 32 + 32 + 8 - 6) / 2);
});

test("count names a part that is not there", () => {
  expect(() => counted("params", {}, "banana")).toThrow('banana: no such path; "the network" has the parts ');
});
