import {expect, test} from "vitest";
import {measure} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {extent, skyline} from "../../src/lib/viz/skyline.ts";

const sheetOf = (id: string) => {
  const {net, input} = network(id);
  return measure(flatten(net()), input);
};
const scale = {layer: 2, channel: 0.1};

test("skyline is as wide as the widest map and as high as the layers before the head, pools half a layer each", () => {
  // GoogLeNet: 21 convolutions deep, four pools between its stages; 1,024 channels at the end.
  expect(extent(sheetOf("googlenet@bvlc"))).toEqual({layers: 21 + 4 * 0.5, channels: 1024});
  const {width, height} = skyline(sheetOf("googlenet@bvlc"), scale);
  expect([width, height]).toEqual([102.4, 46]);
});

test("skyline marks every change of resolution", () => {
  const sides = (id: string) => skyline(sheetOf(id), scale).marks.map(({side}) => side);
  expect(sides("vgg16@torchvision")).toEqual([224, 112, 56, 28, 14, 7]);
  expect(sides("inception-v3@torchvision")).toEqual([149, 147, 73, 71, 35, 17, 8]);
});

test("skyline shows shortcuts only in networks that add, behind everything else", () => {
  const kinds = (id: string) => skyline(sheetOf(id), scale).stripes.map(({kind}) => kind);
  expect(kinds("inception-resnet-v2@timm")[0]).toBe("residual");
  expect(kinds("inception-v4@timm")).not.toContain("residual");
  expect(kinds("googlenet@bvlc").toSorted()).toEqual(["1x1", "3x3", "5x5", "other", "pool"]);
});
