import {describe, expect, test} from "vitest";
import {cutOut} from "../../src/components/parts/cut-out.ts";
import {measure, type Sheet} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {dialectIds, dialects} from "../../src/lib/export/dialects.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import type {Net} from "../../src/lib/spec/net.ts";
import {foldables} from "../../src/lib/viz/runs.ts";

const measured = (id: string): {tree: Net; sheet: Sheet} => {
  const {net, input} = network(id);
  const tree = net();
  return {tree, sheet: measure(flatten(tree), input)};
};

describe("cutOut(tree, sheet, path)", () => {
  test("gives a module with what comes into it: 3a has 163,696 parameters of its own", () => {
    const {tree, sheet} = measured("googlenet@bvlc");
    const {net, input, path} = cutOut(tree, sheet, "3a")!;
    expect([path, ...input]).toEqual(["3a", 28, 28, 192]);
    expect(total(measure(flatten(net), input)).params).toBe(163_696);
  });

  test("gives a branch, and a head, with what their modules are given", () => {
    const {tree, sheet} = measured("googlenet@bvlc");
    expect(cutOut(tree, sheet, "3b/5x5")!.input).toEqual([28, 28, 256]);
    expect(cutOut(tree, sheet, "aux1")!.input).toEqual([14, 14, 512]);
  });

  test("gives the first of a run of equal modules", () => {
    const {tree, sheet} = measured("inception-v4@timm");
    expect(cutOut(tree, sheet, "mixed5b~mixed5e")!.path).toBe("mixed5b");
  });

  test.each(["input", "nothing", "fc", "block35_1/sum/shortcut"])("gives nothing at %o", (path) => {
    const {tree, sheet} = measured("inception-resnet-v2@timm");
    expect(cutOut(tree, sheet, path)).toBeUndefined();
  });
});

describe.each(dialectIds)("a module cut out is written in %s", (dialect) => {
  test.each(["googlenet@torchvision", "inception-v3@slim", "inception-resnet-v2@timm", "resnet50@torchvision"])(
    "every one of %s",
    async (id) => {
      const {tree, sheet} = measured(id);
      const write = await dialects[dialect].load();
      for (const path of foldables(sheet)) {
        const {net, input} = cutOut(tree, sheet, path)!;
        expect(write(net, {input, name: "Part"}), path).toMatch(/^(export )?class /m);
      }
    }
  );
});
