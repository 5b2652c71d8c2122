import {describe, expect, test} from "vitest";
import {CALCULATORS, type Numbers} from "../../src/components/parts/calculators.ts";
import {type Layer, wayMacs} from "../../src/lib/analysis/factorise.ts";
import {measure, type Row, type Sheet} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

const sheetOf = (id: string): Sheet => {
  const {net, input} = network(id);
  return measure(flatten(net()), input);
};
const preset = (kind: keyof typeof CALCULATORS, id: string): Numbers =>
  CALCULATORS[kind].presets.find((one) => one.id === id)!.numbers;

/** A convolution of a network at the place where a way has a layer: window, channels in and out, positions. */
function layerAt(sheet: Sheet, row: Row): Partial<Layer> {
  const before = sheet.rows[sheet.graph.nodes[row.id]!.inputs[0]!]!;
  if (row.op.kind !== "conv") throw new Error(`${row.path} is no convolution`);
  const [height, width, out] = row.shape;
  return {kernel: row.op.kernel, in: before.shape[2]!, out: out!, positions: height! * width!};
}

const convs = (sheet: Sheet, prefix: string): Row[] =>
  sheet.rows.filter(({path, op}) => op.kind === "conv" && path.startsWith(prefix));
const plain = ({kernel, in: from, out, positions}: Layer): Partial<Layer> => ({kernel, in: from, out, positions});

describe("presets are layers of the networks that they name", () => {
  test.each([
    ["stack", "bnInception3a", "bn-inception@caffe", "3a/", [[3, 3], [3, 3]]],
    ["asym", "v3", "inception-v3@torchvision", "mixed6e/7x7/", [[1, 7], [7, 1]]],
    ["asym", "v3first", "inception-v3@torchvision", "mixed6b/7x7/", [[1, 7], [7, 1]]],
    ["asym", "v4", "inception-v4@timm", "mixed6b/7x7/", [[1, 7], [7, 1]]]
  ] as const)("%s, %s: %s %s", (kind, id, net, prefix, kernels) => {
    const factored = CALCULATORS[kind].ways(preset(kind, id)).find((way) => way.id === "factored")!;
    expect(factored.layers.map(({kernel}) => kernel)).toEqual(kernels);
    const sheet = sheetOf(net);
    const found = convs(sheet, prefix).map((row) => layerAt(sheet, row));
    for (const layer of factored.layers) expect(found).toContainEqual(plain(layer));
  }); // prettier-ignore

  test("V3's 5×5 is in its first 35×35 module", () => {
    const sheet = sheetOf("inception-v3@torchvision");
    const [direct] = CALCULATORS.stack.ways(preset("stack", "v3"));
    expect(convs(sheet, "mixed5b/").map((row) => layerAt(sheet, row))).toContainEqual(plain(direct!.layers[0]!));
  });

  test("VGG-16's are two of its third stage", () => {
    const sheet = sheetOf("vgg16@torchvision");
    const [, stack] = CALCULATORS.stack.ways(preset("stack", "vgg"));
    const found = convs(sheet, "").map((row) => layerAt(sheet, row));
    expect(found.filter((layer) => JSON.stringify(layer) === JSON.stringify(plain(stack!.layers[0]!)))).toHaveLength(2);
  });

  test.each([
    ["googlenet", "googlenet@bvlc", "factored"],
    ["v3", "inception-v3@torchvision", "factored"],
    ["vgg", "vgg16@torchvision", "direct"]
  ])("the head of %s costs what the dense layers of %s do", (id, net, way) => {
    const dense = sheetOf(net).rows.filter(({op, path}) => op.kind === "dense" && !/aux|loss|head/.test(path));
    const ways = CALCULATORS.head.ways(preset("head", id));
    expect(wayMacs(ways.find((one) => one.id === way)!)).toBe(dense.reduce((sum, row) => sum + row.macs, 0));
  });
});

test("Network in Network's head is its last 1×1, one map per class", () => {
  const sheet = sheetOf("nin@imagenet");
  const maps = CALCULATORS.head.ways(preset("head", "nin")).find(({id}) => id === "maps")!;
  expect(convs(sheet, "mlpconv4/cccp2/").map((row) => layerAt(sheet, row))).toEqual([plain(maps.layers[0]!)]);
});

test("every preset lies within the bounds of its numbers, and names them all", () => {
  for (const {bounds, presets} of Object.values(CALCULATORS))
    for (const {numbers} of presets) {
      expect(Object.keys(numbers).sort()).toEqual(Object.keys(bounds).sort());
      for (const [name, {min, max}] of Object.entries(bounds)) {
        expect(numbers[name]).toBeGreaterThanOrEqual(min);
        expect(numbers[name]).toBeLessThanOrEqual(max);
      }
    }
});
