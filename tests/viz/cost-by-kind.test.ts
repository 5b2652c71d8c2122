import {expect, test} from "vitest";
import {measure, type Sheet} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {network, networks} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {costsByKind, type KindCost, mostCostly, sumsByKind} from "../../src/lib/viz/cost-by-kind.ts";

const sheetOf = (id: string): Sheet => measure(flatten(network(id).net()), network(id).input);
const add = (costs: readonly KindCost[], key: "macs" | "params" | "bytes"): number =>
  costs.reduce((sum, one) => sum + one[key], 0);

test.each([...networks.keys()])("costsByKind(%s) adds up to the whole, heads apart", (id) => {
  const sheet = sheetOf(id);
  const costs = costsByKind(sheet);
  const {macs, params, bytes} = total(sheet);
  const input = sheet.rows[0]!.bytes;
  expect([add(costs, "macs"), add(costs, "params"), add(costs, "bytes") + input]).toEqual([macs, params, bytes]);
});

test("with heads, costsByKind(sheet) has theirs too", () => {
  const sheet = sheetOf("googlenet@bvlc");
  expect(add(costsByKind(sheet, {heads: true}), "params")).toBe(13_378_280);
});

test("mostCostly(costs, key) names the step that has most: GoogLeNet's second 3×3 in work, 5b in parameters", () => {
  const costs = costsByKind(sheetOf("googlenet@bvlc"));
  expect(mostCostly(costs, "macs")).toEqual({step: "conv2/conv", value: 346_816_512});
  expect(mostCostly(costs, "params")).toEqual({step: "5b", value: 1_444_080});
  expect(mostCostly([], "macs")).toBeUndefined();
});

test("26.7 % of Inception-ResNet-v2's multiply–adds are in its expansions, counted as residual", () => {
  const sums = sumsByKind(costsByKind(sheetOf("inception-resnet-v2@timm")), "macs");
  const residual = sums.find(({branch}) => branch === "residual")!.value;
  expect((100 * residual) / 13_155_794_016).toBeCloseTo(26.7, 1);
});
