import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {network} from "../../src/lib/nets/registry.ts";
import {branchPaths, meansOf, editsOf, rightOf} from "../../src/lib/runtime/alterations.ts";
import type {Model} from "../../src/lib/runtime/model.ts";
import {seededModel, use} from "./models.ts";
import {relativeDifference, seededPixels} from "./numbers.ts";

// A machine that trains at the same time is slow.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

let model: Model;
beforeAll(async () => {
  await use("wasm");
  model = seededModel(network("compact-v1").net(), [32, 32, 3]);
});
afterAll(() => model.dispose());

const pixels = seededPixels([32, 32, 3]);
const sceneAt = (index: number): Float32Array => seededPixels([32, 32, 3], 0, `scene ${index}`);
const branch = async (options: object): Promise<Float32Array> =>
  (await model.run(pixels, {...options, watch: ["4a/5x5"]})).activations.get("4a/5x5")!.values;

test("a scaled branch is its output times the factor; times 1 changes nothing and times 0 is silence", async () => {
  const plain = await branch({});
  expect(
    relativeDifference(
      await branch({edit: {"4a/5x5": 2}}),
      plain.map((x) => 2 * x)
    )
  ).toBeLessThan(1e-6);
  const logits = async (options: object): Promise<Float32Array> => (await model.run(pixels, options)).logits;
  const whole = await logits({});
  expect(relativeDifference(await logits({edit: {"4a/5x5": 1}}), whole)).toBeLessThan(1e-6);
  expect(relativeDifference(await logits({edit: {"4a/5x5": 1.5}}), whole)).toBeGreaterThan(1e-4);
  expect(await logits({edit: {"4a/5x5": 0}})).toEqual(await logits({silence: ["4a/5x5"]}));
});

test("a part inside a fused unit can be scaled: before its ReLU, the sign decides", async () => {
  const run = async (edit: Record<string, number>) =>
    (await model.run(pixels, {edit, watch: ["conv1"]})).activations.get("conv1")!.values;
  const flipped = await run({"conv1/bn": -1});
  const plain = await run({});
  expect(plain.every((value, i) => value === 0 || flipped[i] === 0)).toBe(true);
  expect(flipped.some((value) => value > 0)).toBe(true);
});

test("a branch at its usual level has the mean of each channel over the scenes at every place", async () => {
  const means = await meansOf(model, sceneAt, undefined, 3);
  expect([...means.keys()]).toEqual(branchPaths(model.sheet.graph));
  const own = means.get("4a/5x5")!;
  let [sum, count] = [0, 0];
  for (const index of [0, 1, 2]) {
    const {activations} = await model.run(sceneAt(index), {watch: ["4a/5x5"]});
    const {values} = activations.get("4a/5x5")!;
    for (let i = 3; i < values.length; i += own.length) [sum, count] = [sum + values[i]!, count + 1];
  }
  expect(own[3]).toBeCloseTo(sum / count, 5);
  const replaced = await branch({edit: editsOf({"4a/5x5": "usual"}, means)});
  replaced.forEach((value, i) => expect(value).toBe(own[i % own.length]));
});

test("a batch of scenes is named as each of them alone", async () => {
  const best = async (index: number): Promise<number> => {
    const {logits} = await model.run(sceneAt(index));
    return logits.indexOf(Math.max(...logits));
  };
  const labels: number[] = [];
  for (let index = 5; index < 30; index++) labels.push(await best(index));
  const right = (shift: number) => rightOf(model, sceneAt, (i) => (labels[i - 5]! + shift) % 10, {first: 5, count: 25});
  expect(await right(0)).toBe(25);
  expect(await right(1)).toBe(0);
});

test("only branches have a usual level", () => {
  expect(() => editsOf({conv1: "usual"}, new Map())).toThrow("conv1: has no usual level, it is not a branch");
});
