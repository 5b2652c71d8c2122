/** Figures of "Going Deeper with Convolutions" (arXiv 1409.4842, Table 1) and of the released networks. */
import {describe, expect, test} from "vitest";
import {measure} from "../../src/lib/analysis/measure.ts";
import {taps, total} from "../../src/lib/analysis/total.ts";
import {network, networks} from "../../src/lib/nets/registry.ts";
import {flatten, scopeAt} from "../../src/lib/spec/graph.ts";

const sheetOf = (id: string, size?: number) => {
  const {net, input} = network(id);
  return measure(flatten(net()), size === undefined ? input : [size, size, 3]);
};
const totals = (id: string) => {
  const {params, macs} = total(sheetOf(id));
  return {params, macs};
};

describe("totals without auxiliary heads", () => {
  // BVLC Caffe model zoo, bvlc_googlenet.caffemodel: 6,998,552 numbers outside the auxiliary heads.
  test("googlenet@bvlc has 6,998,552 parameters and 1,582,671,872 MACs", () => {
    expect(totals("googlenet@bvlc")).toEqual({params: 6_998_552, macs: 1_582_671_872});
  });
  // torchvision.models.googlenet(aux_logits=False): 6,624,904 parameters, "1.498 GMACs" in its weights' metadata.
  test("googlenet@torchvision has 6,624,904 parameters and 1,498,376,192 MACs", () => {
    expect(totals("googlenet@torchvision")).toEqual({params: 6_624_904, macs: 1_498_376_192});
  });
  // TF-Slim inception_v1 with 1,001 classes and no gamma.
  test("googlenet@slim has 6,618,649 parameters and 1,498,377,216 MACs", () => {
    expect(totals("googlenet@slim")).toEqual({params: 6_618_649, macs: 1_498_377_216});
  });
});

describe("auxiliary heads", () => {
  const heads = (id: string) => [...taps(sheetOf(id))].map(([path, {params, macs}]) => [path, params, macs]);
  const withHeads = (id: string) => totals(id).params + heads(id).reduce((sum, [, params]) => sum + Number(params), 0);

  test("googlenet@bvlc has two, of 3,188,840 and 3,190,888 parameters", () => {
    expect(heads("googlenet@bvlc")).toEqual([
      ["aux1", 3_188_840, 4 * 4 * 512 * 128 + 2048 * 1024 + 1024 * 1000],
      ["aux2", 3_190_888, 4 * 4 * 528 * 128 + 2048 * 1024 + 1024 * 1000]
    ]);
    expect(withHeads("googlenet@bvlc")).toBe(13_378_280);
  });
  // torchvision.models.googlenet(aux_logits=True)
  test("googlenet@torchvision with both has 13,004,888 parameters", () => {
    expect(withHeads("googlenet@torchvision")).toBe(13_004_888);
  });
  test("googlenet@slim has none", () => expect(heads("googlenet@slim")).toEqual([]));
});

// BVLC's biased layers; shapes and MACs are those of Table 1 at 224×224.
test.each([
  ["conv1", "112×112×64", 9_472, 118_013_952],
  ["conv2", "56×56×192", 114_944, 359_661_568],
  ["3a", "28×28×256", 163_696, 128_049_152],
  ["3b", "28×28×480", 388_736, 304_267_264],
  ["4a", "14×14×512", 376_176, 73_608_192],
  ["4b", "14×14×512", 449_160, 87_908_352],
  ["4c", "14×14×512", 510_104, 99_850_240],
  ["4d", "14×14×528", 605_376, 118_515_712],
  ["4e", "14×14×832", 868_352, 169_996_288],
  ["5a", "7×7×832", 1_043_456, 51_079_168],
  ["5b", "7×7×1024", 1_444_080, 70_697_984],
  ["fc", "1000", 1_025_000, 1_024_000]
])("googlenet@bvlc %s gives %s with %i parameters and %i MACs", (path, shape, params, macs) => {
  const sheet = sheetOf("googlenet@bvlc");
  const scope = scopeAt(sheet.graph, path)!;
  const sum = total(sheet, scope);
  expect([sheet.rows[scope.output]!.shape.join("×"), sum.params, sum.macs]).toEqual([shape, params, macs]);
});

// Table 1 prints "159K" (1,024 to the K, biases left out) and "128M" for 3a; Fig. 2a's naive form costs 303 M.
test("module 3a has 163,328 weights against 387,072 of the naive form, 128,049,152 MACs against 303,464,448", () => {
  const weights = (id: string) =>
    sheetOf(id)
      .rows.flatMap((row) => row.weights)
      .filter((w) => w.name === "weight")
      .reduce((sum, w) => sum + w.shape.reduce((a, b) => a * b), 0);
  expect([weights("inception-module@reduced"), weights("inception-module@naive")]).toEqual([163_328, 387_072]);
  expect([totals("inception-module@reduced").macs, totals("inception-module@naive").macs]).toEqual([
    128_049_152, 303_464_448
  ]);
  expect(sheetOf("inception-module@naive").rows.at(-1)!.shape).toEqual([28, 28, 416]);
});

test("running statistics are counted apart: two per BatchNorm channel of googlenet@slim", () => {
  const sheet = sheetOf("googlenet@slim");
  const channels = sheet.rows.filter((row) => row.op.kind === "batchNorm").reduce((sum, row) => sum + row.shape[2]!, 0);
  expect(total(sheet).statistics).toBe(2 * channels);
  // torchvision's checkpoint without heads holds 6,639,464 numbers.
  const {params, statistics} = total(sheetOf("googlenet@torchvision"));
  expect(params + statistics).toBe(6_639_464);
});

test("network(id) lists the ids there are", () => {
  expect(() => network("googlenet")).toThrow([...networks.keys()].join(", "));
});
