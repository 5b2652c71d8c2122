import {beforeAll, expect, test, vi} from "vitest";
import {measure} from "../../src/lib/analysis/measure.ts";
import {network, networks} from "../../src/lib/nets/registry.ts";
import {ballotOf, type VotePart} from "../../src/lib/runtime/votes.ts";
import {conv, flattenOp, series} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {seededModel, sheetOfNetwork, use} from "./models.ts";
import {seededPixels} from "./numbers.ts";

// A machine that trains at the same time is slow.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

beforeAll(async () => {
  await use("wasm");
});

const compact = [...networks.keys()].filter((id) => id.startsWith("compact-"));
const pixels = seededPixels([32, 32, 3]);
const mean = ({values}: VotePart): number => values.reduce((a, b) => a + b, 0) / values.length;

test.each(compact)(
  "%s: the branches' shares and the bias sum to the logit, and each share is its map's mean",
  async (id) => {
    const model = seededModel(network(id).net(), [32, 32, 3]);
    for (const index of [0, 7]) {
      const {logits, votes} = await model.run(pixels, {votes: index});
      const size = Math.max(...logits.map(Math.abs));
      const sum = votes!.parts.reduce((total, {share}) => total + share, votes!.bias);
      expect(Math.abs(sum - logits[index]!) / size).toBeLessThan(2e-6);
      expect(votes!.logit).toBe(sum);
      for (const part of votes!.parts) expect(Math.abs(mean(part) - part.share) / size).toBeLessThan(1e-6);
    }
    model.dispose();
  }
);

test.each(["compact-v1", "compact-naive", "compact-v2", "compact-v3", "compact-v4"])(
  "%s: the branches' maps sum to the class activation map, place by place",
  async (id) => {
    const model = seededModel(network(id).net(), [32, 32, 3]);
    const {cam, votes} = await model.run(pixels, {votes: 3, cam: 3});
    const limit = Math.max(...cam!.values.map(Math.abs));
    cam!.values.forEach((value, at) => {
      const sum = votes!.parts.reduce((total, {values}) => total + values[at]!, 0);
      expect(Math.abs(sum - value) / limit).toBeLessThan(1e-5);
    });
    expect(votes!.gated).toBe(false);
    model.dispose();
  }
);

test("a network without branches is split into its strongest channels and the rest", async () => {
  const model = seededModel(network("compact-plain").net(), [32, 32, 3]);
  const {votes} = await model.run(pixels, {votes: 1});
  expect(votes!.parts.map(({path}) => path)).toEqual(Array(6).fill("conv7"));
  expect(votes!.parts.map(({rest}) => rest)).toEqual([...Array(5).fill(undefined), 91]);
  const strong = votes!.parts.slice(0, 5).map(({share}) => Math.abs(share));
  expect(strong).toEqual(strong.toSorted((a, b) => b - a));
  model.dispose();
});

test("Inception-ResNet's votes go back through its residual sums to the reduction's branches", () => {
  const {route, gated, wanted} = ballotOf(sheetOfNetwork("compact-resnet").graph);
  expect(gated).toBe(true);
  expect(route.kind).toBe("step");
  // Four branches of the reduction, two of each of four blocks, and the ReLUs of five units.
  expect(wanted.size).toBe(4 + 4 * 2 + 5);
});

test("Network in Network has a map per class, whose mean is the logit", async () => {
  const model = seededModel(network("compact-nin").net(), [32, 32, 3]);
  for (const index of [0, 9]) {
    const {cam, logits} = await model.run(pixels, {cam: index});
    const found = cam!.values.reduce((a, b) => a + b, 0) / cam!.values.length + cam!.bias;
    expect(Math.abs(found - logits[index]!)).toBeLessThan(1e-4);
  }
  model.dispose();
});

test("votes are refused for a class that is not there, and where a network ends otherwise", async () => {
  const model = seededModel(network("compact-v1").net(), [32, 32, 3]);
  await expect(model.run(pixels, {votes: 10})).rejects.toThrow("votes: needs a class from 0 to 9, found 10");
  model.dispose();
  const {graph} = measure(flatten(series({conv: conv(3, 2), flat: flattenOp})), [4, 4, 1]);
  expect(() => ballotOf(graph)).toThrow(
    "flat: votes need a network that ends in global average pooling and at most one dense layer, found flatten"
  );
});
