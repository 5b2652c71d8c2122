import {expect, test} from "vitest";
import {measure} from "../../src/lib/analysis/measure.ts";
import {moduleStack} from "../../src/lib/analysis/module-stack.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

const stackOf = (id: string) => {
  const {net, input} = network(id);
  return moduleStack(measure(flatten(net()), input));
};

test("GoogLeNet's modules hand on what Table 1 of the paper says", () => {
  expect(stackOf("googlenet@bvlc").map(({channels}) => channels)).toEqual([
    ...[256, 480, 512, 512, 512, 528, 832, 832, 1024]
  ]);
  expect(stackOf("googlenet@bvlc").every(({branches}) => branches.every(({passes}) => !passes))).toBe(true);
});

test("naive modules hand on all that comes in, and what their convolutions add", () => {
  const naive = stackOf("inception-naive@paper");
  expect(naive.map(({channels}) => channels)).toEqual([416, 832, 1280, 1728, 2176, 2640, 3344, 4048, 4944]);
  for (const {branches, channelsIn} of naive)
    expect(branches.filter(({passes}) => passes).map(({name, channels}) => [name, channels])).toEqual([
      ["pool", channelsIn]
    ]);
});

test("branches sum to their module, in channels and in multiply–adds", () => {
  for (const {branches, channels, macs} of stackOf("inception-naive@paper")) {
    expect(branches.reduce((sum, one) => sum + one.channels, 0)).toBe(channels);
    expect(branches.reduce((sum, one) => sum + one.macs, 0)).toBe(macs);
  }
});
