import {expect, test} from "vitest";
import {depth, lastMap} from "../../src/lib/analysis/depth.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {conv, globalAvgPool, maxPool, series} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

const sheetOf = (id: string) => {
  const {net, input} = network(id);
  return measure(flatten(net()), input);
};

// Names of the networks, and "22 layers deep when counting only layers with parameters" (arXiv 1409.4842, section 5).
test.each([
  ["vgg16@torchvision", 16],
  ["googlenet@bvlc", 22],
  ["resnet50@torchvision", 50],
  // 5 in the stem, 2 in 5b–5d and reduction (3 + 3 + 3 + 3), 5 × 4, 4, 3 + 3, 1: V3's longest way.
  ["inception-v3@torchvision", 48]
])("depth(%s) is %i layers", (id, layers) => expect(depth(sheetOf(id))).toBe(layers));

// The side and channels of the last maps as the papers' tables print them.
test.each([
  ["vgg16@torchvision", "pool5", "7×7×512"],
  ["googlenet@bvlc", "5b", "7×7×1024"],
  ["inception-v3@torchvision", "mixed7c", "8×8×2048"],
  ["inception-resnet-v2@timm", "conv7b/relu", "8×8×1536"]
])("lastMap(%s) is %s with %s", (id, path, shape) => {
  const row = lastMap(sheetOf(id));
  expect([row.path, row.shape.join("×")]).toEqual([path, shape]);
});

test("lastMap of a network without maps after its input is the input", () => {
  expect(lastMap(measure(flatten(series({pool: globalAvgPool})), [4, 4, 3])).path).toBe("input");
});

test("depth counts a pool as nothing", () => {
  expect(depth(measure(flatten(series({a: conv(3, 4), pool: maxPool(2), b: conv(1, 4)})), [8, 8, 3]))).toBe(2);
});
