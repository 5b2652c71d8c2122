import {expect, test} from "vitest";
import {branchEnds} from "../../src/lib/analysis/branch-ends.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {percentFor, widen} from "../../src/lib/analysis/widen.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {STAGE_KINDS, stagesOf} from "../../src/lib/nets/stages.ts";
import {add, concat, conv, series} from "../../src/lib/spec/build.ts";
import {flatten, scopeAt} from "../../src/lib/spec/graph.ts";
import type {Series} from "../../src/lib/spec/net.ts";

const macs = (net: Series): number => total(measure(flatten(net), [10, 10, 8])).macs;

test("widen(net, 2) doubles a first layer’s work and quadruples the next; rounding keeps at least one channel", () => {
  const net = series({a: conv(1, 4), b: conv(3, 6)});
  expect(macs(net)).toBe(100 * (8 * 4 + 9 * 4 * 6));
  expect(macs(widen(net, 2) as Series)).toBe(100 * (2 * 8 * 4 + 4 * 9 * 4 * 6));
  expect(widen(conv(1, 4), 0.01)).toMatchObject({out: 1});
});

test("widen(net, factor, keep) leaves the layer that an addition needs", () => {
  const block = add({shortcut: series([]), long: series({a: conv(3, 4), expand: conv(1, 8)})});
  expect(() => measure(flatten(widen(block, 2)), [5, 5, 8])).toThrow("5×5×16");
  const kept = widen(block, 2, (path) => path.endsWith("/expand"));
  expect(measure(flatten(kept), [5, 5, 8]).rows.at(-1)!.shape).toEqual([5, 5, 8]);
});

test("percentFor finds the width of a cost, and null beyond eight times", () => {
  const net = series({a: conv(1, 100)});
  expect(percentFor(net, [10, 10, 8], macs(net))).toBe(100);
  expect(percentFor(net, [10, 10, 8], 3 * macs(net))).toBe(300);
  expect(percentFor(net, [10, 10, 8], 9 * macs(net))).toBeNull();
});

test("branchEnds counts forks inside branches: V4’s block C has four branches in six outputs, B four in four", () => {
  const graph = flatten(network("inception-v4@timm").net());
  expect(branchEnds(graph, scopeAt(graph, "mixed7b")!)).toEqual({branches: 4, ends: 6});
  expect(branchEnds(graph, scopeAt(graph, "mixed6b")!)).toEqual({branches: 4, ends: 4});
  expect(branchEnds(flatten(concat({a: conv(1, 1)})), flatten(conv(1, 1)).outline)).toBeNull();
});

test("stagesOf covers the whole main line in order, with 4, 7, 3 blocks in V4 and 10, 20, 10 in Inception-ResNet-v2", () => {
  for (const [id, counts] of [
    ["inception-v3@torchvision", [3, 1, 4, 1, 2]],
    ["inception-v4@slim", [4, 1, 7, 1, 3]],
    ["inception-resnet-v1@paper", [5, 1, 10, 1, 5]],
    ["inception-resnet-v2@timm", [10, 1, 20, 1, 10]]
  ] as const) {
    const net = network(id).net() as Series;
    const stages = stagesOf(net);
    expect(stages.map(({kind}) => kind)).toEqual(STAGE_KINDS);
    expect(stages.slice(1, -1).map(({parts}) => parts.length)).toEqual(counts);
    const line = net.parts.filter(([, part]) => part.kind !== "tap").map(([name]) => name);
    expect(stages.flatMap(({parts}) => parts.map(([name]) => name))).toEqual(line);
  }
});
