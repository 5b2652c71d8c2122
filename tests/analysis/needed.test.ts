import {expect, test} from "vitest";
import {branchModules} from "../../src/lib/analysis/branch-modules.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {neededMacs} from "../../src/lib/analysis/needed.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten, scopeAt} from "../../src/lib/spec/graph.ts";

const sheetOf = (id: string) => {
  const {net, input} = network(id);
  return measure(flatten(net()), input);
};

test("neededMacs(sheet, []) is the whole network without its auxiliary heads", () => {
  for (const id of ["compact-v1", "compact-resnet", "googlenet@bvlc"])
    expect(neededMacs(sheetOf(id), [])).toBe(total(sheetOf(id)).macs);
});

test("a silenced branch saves what it costs, a silenced module everything before it too", () => {
  const sheet = sheetOf("compact-v1");
  const whole = total(sheet).macs;
  const cost = (path: string): number => total(sheet, scopeAt(sheet.graph, path)).macs;
  expect(neededMacs(sheet, ["4a/5x5"])).toBe(whole - cost("4a/5x5"));
  expect(neededMacs(sheet, ["4a/5x5", "4b/pool"])).toBe(whole - cost("4a/5x5") - cost("4b/pool"));
  expect(neededMacs(sheet, ["4d"])).toBe(cost("fc"));
});

test("branchModules(graph) are the outermost concatenations, also inside residual blocks", () => {
  const paths = (id: string): string[] => branchModules(sheetOf(id).graph).map(({path}) => path);
  expect(paths("compact-v1")).toEqual(["3a", "3b", "4a", "4b", "4c", "4d"]);
  expect(paths("compact-v3")).toEqual(["mixed6a", "mixed6b", "mixed7a", "mixed7b", "mixed7c", "mixed7d"]);
  expect(paths("compact-resnet")).toHaveLength(2 + 1 + 4);
  expect(paths("compact-plain")).toEqual([]);
});
