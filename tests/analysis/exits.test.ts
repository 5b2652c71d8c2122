import {beforeAll, expect, test, vi} from "vitest";
import {exitsOf, leavesAt} from "../../src/lib/analysis/exits.ts";
import {neededMacs} from "../../src/lib/analysis/needed.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {scopeAt} from "../../src/lib/spec/graph.ts";
import {seededModel, sheetOfNetwork, use} from "../runtime/models.ts";
import {seededPixels} from "../runtime/numbers.ts";

// A machine that trains at the same time is slow.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

beforeAll(async () => {
  await use("wasm");
});

test.each(["compact-v1", "compact-v3"])("%s: exits lie by depth, and leaving early saves work", (id) => {
  const sheet = sheetOfNetwork(id);
  const exits = exitsOf(sheet);
  expect(exits.map(({path}) => path)).toEqual(["aux1", "aux2", "output"]);
  expect(exits[0]!.macs).toBeLessThan(exits[1]!.macs);
  expect(exits[1]!.macs).toBeLessThan(exits[2]!.macs);
  // On the way to the end both heads were asked.
  const cost = (path: string): number => total(sheet, scopeAt(sheet.graph, path)).macs;
  expect(exits[1]!.macs - cost("aux1") - cost("aux2")).toBe(neededMacs(sheet, [], ["aux2"]) - cost("aux2"));
  expect(exits[2]!.macs).toBe(total(sheet).macs + cost("aux1") + cost("aux2"));
});

test("compact-v1's heads stand behind 3b and 4b; a network without heads has one exit", () => {
  expect(exitsOf(sheetOfNetwork("compact-v1")).map(({after}) => after)).toEqual(["3b", "4b", ""]);
  expect(exitsOf(sheetOfNetwork("compact-plain"))).toHaveLength(1);
});

test("with random weights every head answers ten logits, and asking it does not change the network's own", async () => {
  const model = seededModel(network("compact-v1").net(), [32, 32, 3]);
  const pixels = seededPixels([32, 32, 3]);
  const alone = await model.run(pixels);
  const {activations, logits} = await model.run(pixels, {watch: ["aux1", "aux2"]});
  for (const head of ["aux1", "aux2"]) expect(activations.get(head)!.shape).toEqual([10]);
  expect(logits).toEqual(alone.logits);
  // The first head hears nothing of what lies behind it.
  const without = await model.run(pixels, {watch: ["aux1", "aux2"], silence: ["4a"]});
  expect(without.activations.get("aux1")!.values).toEqual(activations.get("aux1")!.values);
  expect(without.activations.get("aux2")!.values).not.toEqual(activations.get("aux2")!.values);
  model.dispose();
});

test("leavesAt(shares, threshold) is the first exit that is sure enough, else the last", () => {
  const shares = [[0.5, 0.5], [0.1, 0.9], [0.99, 0.01]]; // prettier-ignore
  expect([0.4, 0.8, 0.95, 0.999].map((threshold) => leavesAt(shares, threshold))).toEqual([0, 1, 2, 2]);
});
