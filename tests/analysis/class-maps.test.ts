import {expect, test} from "vitest";
import {classTail} from "../../src/lib/analysis/class-maps.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

test.each([
  ["compact-nin", [8, 8, 10], true],
  ["nin@cifar10", [8, 8, 10], true],
  ["nin@imagenet", [6, 6, 1000], true],
  ["compact-v1", [8, 8, 200], false],
  ["googlenet@bvlc", [7, 7, 1024], false]
] as const)("%s averages a map of %j; one map per class: %s", (id, shape, weightless) => {
  const {net, input} = network(id);
  expect(classTail(measure(flatten(net()), input))).toEqual({shape, weightless});
});

test("a network with fully connected layers at its end has no map per class", () => {
  const {net, input} = network("vgg16@torchvision");
  expect(() => classTail(measure(flatten(net()), input))).toThrow("needs a mean at the end");
});
