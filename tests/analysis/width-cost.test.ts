import {describe, expect, it} from "vitest";
import {measure} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {costAt, widthGrowth} from "../../src/lib/analysis/width-cost.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import type {Net} from "../../src/lib/spec/net.ts";

/** The net with every layer but the last made wider. */
function widened(net: Net, factor: number, classes: number): Net {
  if (net.kind === "series" || net.kind === "fork")
    return {...net, parts: net.parts.map(([name, part]) => [name, widened(part, factor, classes)] as const)};
  if (net.kind === "tap") return {...net, net: widened(net.net, factor, classes)};
  const stays = net.kind === "dense" && net.out === classes;
  return (net.kind === "conv" || net.kind === "dense") && !stays ? {...net, out: net.out * factor} : net;
}

describe("widthGrowth(sheet)", () => {
  for (const [id, classes] of [
    ["googlenet@bvlc", 1000],
    ["vgg16@torchvision", 1000],
    ["compact-plain", 10]
  ] as const) {
    it(`gives ${id} its own cost at factor 1, and at 2 and 3 that of the network really made so wide`, () => {
      const {net, input} = network(id);
      const growth = widthGrowth(measure(flatten(net()), input));
      for (const factor of [1, 2, 3]) {
        const {macs, params} = total(measure(flatten(widened(net(), factor, classes)), input));
        expect(costAt(growth.macs, factor)).toBe(macs);
        expect(costAt(growth.params, factor)).toBe(params);
      }
    });
  }
});
