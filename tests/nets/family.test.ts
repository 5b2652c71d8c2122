/**
 * Every network of the family against published figures, to the unit.
 *
 * Sources by tag: [torchvision] the weights' metadata and `sum(p.numel())`; [Keras] `model.summary()`; [TF-Slim] its
 * `*_test.py` and variables; [timm] `results/*.csv`; [imgclsmob] `gluon/README.md`; [OMZ] Intel's Open Model Zoo;
 * [computed] counted layer by layer from the source code by hand, where nobody publishes the figure.
 */
import {describe, expect, test} from "vitest";
import {measure, MeasureError, type Sheet} from "../../src/lib/analysis/measure.ts";
import {taps, total} from "../../src/lib/analysis/total.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten, nodeAt, scopeAt} from "../../src/lib/spec/graph.ts";

const sheetOf = (id: string, size?: number): Sheet => {
  const {net, input} = network(id);
  return measure(flatten(net()), size === undefined ? input : [size, size, 3]);
};

interface Published {
  id: string;
  params: number;
  macs: number;
  source: string;
}

const published: Published[] = [
  {id: "nin@cifar10", params: 966_986, macs: 222_486_528, source: "[imgclsmob] nin_cifar10: 966,986"},
  {id: "nin@imagenet", params: 7_595_176, macs: 1_100_188_800, source: "[computed]; 29 MB of float32 in the authors' readme"},
  {id: "inception-naive@paper", params: 97_526_008, macs: 12_568_061_056, source: "[computed]; nobody built it"},
  {id: "bn-inception@slim", params: 11_179_361, macs: 1_934_858_240, source: "[TF-Slim] inception_v2_test.py: 10,173,112 without the logits"},
  {id: "bn-inception@caffe", params: 11_185_032, macs: 2_018_851_840, source: "[OMZ] googlenet-v2: 11.185 M"},
  {id: "bn-inception@cadene", params: 11_295_240, macs: 2_032_600_064, source: "[imgclsmob] bninception: 11,295,240"},
  {id: "inception-v3@torchvision", params: 23_834_568, macs: 5_713_216_096, source: "[torchvision] 5.713 GMACs"},
  {id: "inception-v3@timm", params: 23_834_568, macs: 5_713_216_096, source: "[timm] 23.83 M"},
  {id: "inception-v3@keras", params: 23_817_352, macs: 5_713_216_096, source: "[Keras] trainable params 23,817,352"},
  {id: "inception-v3@slim", params: 23_819_401, macs: 5_713_218_144, source: "[computed]"},
  {id: "inception-v4@timm", params: 42_679_816, macs: 12_253_974_624, source: "[imgclsmob] inceptionv4: 42,679,816"},
  {id: "inception-v4@slim", params: 42_649_769, macs: 12_253_976_160, source: "[computed]"},
  {id: "inception-resnet-v1@paper", params: 22_756_328, macs: 6_206_361_696, source: "[computed]"},
  {id: "inception-resnet-v1@osmr", params: 23_995_624, macs: 6_308_235_360, source: "[imgclsmob] inceptionresnetv1: 23,995,624"},
  {id: "inception-resnet-v1@facenet", params: 23_467_824, macs: 1_417_662_304, source: "[computed]"},
  {id: "inception-resnet-v2@timm", params: 55_843_464, macs: 13_155_794_016, source: "[imgclsmob] inceptionresnetv2: 55,843,464"},
  {id: "inception-resnet-v2@keras", params: 55_813_192, macs: 13_155_794_016, source: "[Keras] trainable params 55,813,192"},
  {id: "inception-resnet-v2@slim", params: 55_814_729, macs: 13_155_795_552, source: "[computed]"},
  {id: "inception-resnet-v2@paper", params: 32_433_928, macs: 9_257_953_632, source: "[computed], from the figures"},
  {id: "vgg16@torchvision", params: 138_357_544, macs: 15_470_264_320, source: "[torchvision] 138,357,544 and 15.470 GMACs"},
  {id: "resnet50@torchvision", params: 25_557_032, macs: 4_089_184_256, source: "[torchvision] 25,557,032 and 4.089 GMACs"}
]; // prettier-ignore

test.each(published)("$id has $params parameters and $macs MACs: $source", ({id, params, macs}) => {
  const sums = total(sheetOf(id));
  expect([sums.params, sums.macs]).toEqual([params, macs]);
});

describe("with auxiliary heads", () => {
  // torchvision's inception_v3: 27,161,264 with AuxLogits; TF-Slim's counted from its variables.
  test.each([
    ["inception-v3@torchvision", 27_161_264, 5_683_200],
    ["inception-v3@slim", 27_145_970, 5_683_968],
    ["inception-v4@slim", 46_009_106, 6_503_168],
    ["inception-resnet-v2@slim", 59_182_258, 6_707_968]
  ])("%s has %i parameters, and its head costs %i MACs", (id, params, macs) => {
    const sheet = sheetOf(id);
    const [head] = [...taps(sheet).values()];
    expect([total(sheet).params + head!.params, head!.macs]).toEqual([params, macs]);
  });
  test.each(["inception-v3@timm", "inception-v3@keras", "inception-v4@timm", "inception-resnet-v2@keras"])(
    "%s has none",
    (id) => expect(taps(sheetOf(id)).size).toBe(0)
  );
});

describe("parameters with running statistics, as Keras counts and checkpoints hold", () => {
  test.each([
    ["inception-v3@keras", 23_851_784, "Keras: total params"],
    ["inception-resnet-v2@keras", 55_873_736, "Keras: total params"],
    ["inception-v3@timm", 23_869_000, "float32 values of timm's file"],
    ["inception-v4@timm", 42_742_984, "float32 values of timm's file"],
    ["inception-resnet-v2@timm", 55_904_008, "float32 values of timm's file"],
    ["bn-inception@cadene", 11_315_272, "float32 values of Cadene's file"]
  ])("%s: %i (%s)", (id, count) => {
    const {params, statistics} = total(sheetOf(id));
    expect(params + statistics).toBe(count);
  });
});

// google-research/receptive_field, RECEPTIVE_FIELD_TABLE.md ("Computing Receptive Fields of CNNs", Distill 2019): last maps.
test.each([
  ["vgg16@torchvision", "pool5", 212],
  ["bn-inception@slim", "3a", 59],
  ["bn-inception@slim", "4e", 443],
  ["bn-inception@slim", "5b", 699],
  ["inception-v3@slim", "mixed7c", 1311],
  ["inception-v4@slim", "mixed7d", 2071],
  ["inception-resnet-v2@slim", "conv7b", 3039]
])("%s %s sees %i pixels of the picture", (id, path, size) => {
  const sheet = sheetOf(id);
  expect(sheet.rows[nodeAt(sheet.graph, path)]!.receptiveField.size).toEqual([size, size]);
});

/** Path, output, parameters, MACs. */
type Line = readonly [path: string, shape: string, params: number, macs: number];

// Per layer: recomputed from the sources named in the network's file.
const layers: Record<string, readonly Line[]> = {
  "nin@cifar10": [
    ["mlpconv1/conv", "32×32×192", 14_592, 14_745_600],
    ["mlpconv1/cccp1", "32×32×160", 30_880, 31_457_280],
    ["mlpconv1/cccp2", "32×32×96", 15_456, 15_728_640],
    ["pool1", "16×16×96", 0, 0],
    ["mlpconv2/conv", "16×16×192", 460_992, 117_964_800],
    ["pool2", "8×8×192", 0, 0],
    ["mlpconv3/conv", "8×8×192", 331_968, 21_233_664],
    ["mlpconv3/cccp2", "8×8×10", 1_930, 122_880]
  ],
  "nin@imagenet": [
    ["mlpconv1/conv", "54×54×96", 34_944, 101_616_768],
    ["pool1", "27×27×96", 0, 0],
    ["mlpconv2/conv", "27×27×256", 614_656, 447_897_600],
    ["pool2", "13×13×256", 0, 0],
    ["mlpconv3/conv", "13×13×384", 885_120, 149_520_384],
    ["pool3", "6×6×384", 0, 0],
    ["mlpconv4/conv", "6×6×1024", 3_539_968, 127_401_984],
    ["mlpconv4/cccp2", "6×6×1000", 1_025_000, 36_864_000]
  ],
  "bn-inception@cadene": [
    ["3a", "28×28×256", 219_552, 170_999_808],
    ["3b", "28×28×320", 260_704, 203_112_448],
    ["3c", "14×14×576", 385_632, 143_904_768],
    ["4a", "14×14×576", 610_848, 119_218_176],
    ["4b", "14×14×576", 666_240, 130_056_192],
    ["4c", "14×14×608", 915_456, 178_827_264],
    ["4d", "14×14×608", 1_144_000, 223_584_256],
    ["4e", "7×7×1056", 1_451_008, 164_577_280],
    ["5a", "7×7×1024", 2_210_496, 108_079_104],
    ["5b", "7×7×1024", 2_281_248, 111_541_248]
  ],
  "bn-inception@slim": [
    ["conv1", "112×112×64", 1_176 + 1_536 + 64, 112 * 112 * 2_712],
    ["4c", "14×14×576", 0, 0],
    ["4e", "7×7×1024", 0, 0],
    ["5b", "7×7×1024", 0, 0]
  ],
  "inception-v3@torchvision": [
    ["conv1a", "149×149×32", 928, 19_181_664],
    ["conv2a", "147×147×32", 9_280, 199_148_544],
    ["conv2b", "147×147×64", 18_560, 398_297_088],
    ["pool3a", "73×73×64", 0, 0],
    ["conv3b", "73×73×80", 5_280, 27_284_480],
    ["conv4a", "71×71×192", 138_624, 696_867_840],
    ["pool5a", "35×35×192", 0, 0],
    ["mixed5b", "35×35×256", 255_904, 312_345_600],
    ["mixed5c", "35×35×288", 277_472, 338_688_000],
    ["mixed5d", "35×35×288", 285_152, 348_096_000],
    ["mixed6a", "17×17×768", 1_153_280, 401_937_408],
    ["mixed6b", "17×17×768", 1_297_408, 374_063_104],
    ["mixed6c", "17×17×768", 1_691_008, 487_702_528],
    ["mixed6d", "17×17×768", 1_691_008, 487_702_528],
    ["mixed6e", "17×17×768", 2_141_952, 617_914_368],
    ["aux", "1000", 3_326_696, 5_683_200],
    ["mixed7a", "8×8×1280", 1_698_304, 291_004_416],
    ["mixed7b", "8×8×2048", 5_044_608, 322_437_120],
    ["mixed7c", "8×8×2048", 6_076_800, 388_497_408],
    ["fc", "1000", 2_049_000, 2_048_000]
  ],
  "inception-v4@timm": [
    ["conv2b", "147×147×64", 18_560, 398_297_088],
    ["mixed3a", "73×73×160", 55_488, 294_672_384],
    ["mixed4a", "71×71×192", 189_312, 972_218_368],
    ["mixed5a", "35×35×384", 332_160, 406_425_600],
    ["mixed5b", "35×35×384", 317_632, 387_609_600],
    ["mixed5e", "35×35×384", 317_632, 387_609_600],
    ["mixed6a", "17×17×1024", 2_306_112, 1_097_164_800],
    ["mixed6b", "17×17×1024", 2_936_256, 847_264_768],
    ["mixed6h", "17×17×1024", 2_936_256, 847_264_768],
    ["mixed7a", "8×8×1536", 2_747_392, 511_098_880],
    ["mixed7b", "8×8×1536", 4_553_088, 290_979_840],
    ["mixed7d", "8×8×1536", 4_553_088, 290_979_840],
    ["fc", "1000", 1_537_000, 1_536_000]
  ],
  "inception-v4@slim": [["aux", "1001", 3_359_337, 6_503_168]],
  "inception-resnet-v1@paper": [
    ["conv4b", "35×35×256", 442_880, 541_900_800],
    ["block35_1", "35×35×256", 387_200 / 5, 470_400_000 / 5],
    ["mixed6a", "17×17×896", 1_710_080, 850_169_856],
    ["block17_1", "17×17×896", 690_048, 198_868_992],
    ["mixed7a", "8×8×1792", 3_346_176, 501_448_704],
    ["block8_1", "8×8×1792", 8_003_840 / 5, 511_180_800 / 5]
  ],
  "inception-resnet-v1@osmr": [["block8_6", "8×8×1792", 1_600_768, 102_236_160]],
  "inception-resnet-v2@timm": [
    ["mixed5b", "35×35×320", 268_320, 327_398_400],
    ["block35_1", "35×35×320", 123_168, 149_900_800],
    ["block35_10", "35×35×320", 123_168, 149_900_800],
    ["mixed6a", "17×17×1088", 2_664_960, 1_398_185_984],
    ["block17_1", "17×17×1088", 1_126_784, 324_937_728],
    ["block17_20", "17×17×1088", 1_126_784, 324_937_728],
    ["mixed7a", "8×8×2080", 3_880_960, 585_424_896],
    ["block8_1", "8×8×2080", 2_035_424, 130_023_424],
    ["block8_10", "8×8×2080", 2_035_424, 130_023_424],
    ["conv7b", "8×8×1536", 3_197_952, 204_472_320],
    ["fc", "1000", 1_537_000, 1_536_000]
  ],
  "inception-resnet-v2@slim": [["aux", "1001", 3_367_529, 6_707_968]],
  "inception-resnet-v2@paper": [
    ["mixed5a", "35×35×384", 332_160, 406_425_600],
    ["mixed6a", "17×17×1152", 0, 0],
    ["mixed7a", "8×8×2144", 0, 0]
  ]
};
// Zeros above stand for figures that nobody computed apart: of those only the shape is compared.

const lines = Object.entries(layers).flatMap(([id, list]) => list.map((line) => [id, ...line] as const));
test.each(lines)("%s %s gives %s with %i parameters and %i MACs", (id, path, shape, params, macs) => {
  const sheet = sheetOf(id);
  const sums = total(sheet, scopeAt(sheet.graph, path)!);
  const head = [...taps(sheet)].find(([tap]) => tap === path);
  const node = head === undefined ? nodeAt(sheet.graph, path) : sheet.graph.outputs.get(path)!;
  expect(sheet.rows[node]!.shape.join("×")).toBe(shape);
  if (params > 0) expect(sums.params).toBe(params);
  if (macs > 0) expect(sums.macs).toBe(macs);
});

describe("Inception-ResNet-v2", () => {
  test("its 40 linear expansions are 26.7 % of the MACs and 32.5 % of the parameters", () => {
    const sheet = sheetOf("inception-resnet-v2@timm");
    const expansions = sheet.rows.filter((row) => row.path.endsWith("/expand"));
    const sum = (key: "macs" | "params"): number => expansions.reduce((all, row) => all + row[key], 0);
    expect(expansions).toHaveLength(40);
    expect((100 * sum("macs")) / total(sheet).macs).toBeCloseTo(26.7, 1);
    expect((100 * sum("params")) / total(sheet).params).toBeCloseTo(32.5, 1);
  });
  test("scales its residuals by 0.17, 0.10 and 0.20, the last one not, and that one has no ReLU", () => {
    const sheet = sheetOf("inception-resnet-v2@timm");
    const factors = sheet.rows.flatMap(({path, op}) => (op.kind === "times" ? [[path.split("_")[0], op.by]] : []));
    const counts = Object.groupBy(factors, (pair) => pair.join(" "));
    expect(Object.fromEntries(Object.entries(counts).map(([key, list]) => [key, list!.length]))).toEqual({
      "block35 0.17": 10,
      "block17 0.1": 20,
      "block8 0.2": 9
    });
    expect(scopeAt(sheet.graph, "block8_9")!.parts.map(({name}) => name)).toEqual(["sum", "relu"]);
    expect(scopeAt(sheet.graph, "block8_10")!.parts.map(({name}) => name)).toEqual(["sum"]);
  });
});

describe("at other sizes", () => {
  test.each(["inception-v3@torchvision", "inception-v4@timm", "inception-resnet-v2@timm"])(
    "%s takes 299 and 331 pixels, with the same parameters, and names the layer that no longer fits 70",
    (id) => {
      expect(total(sheetOf(id, 331)).params).toBe(total(sheetOf(id)).params);
      expect(() => sheetOf(id, 70)).toThrow(MeasureError);
      expect(() => sheetOf(id, 70)).toThrow(/^(mixed7a|aux)\S*: a 3×3 window does not fit into \d×\d|^aux/);
    }
  );
  test("nin@imagenet has 1,105,996,320 MACs at the 227 pixels of its Caffe model", () =>
    expect(total(sheetOf("nin@imagenet", 227)).macs).toBe(1_105_996_320));
});

test("no Inception V4 has a residual connection, and every module of it has four branches", () => {
  const sheet = sheetOf("inception-v4@timm");
  expect(sheet.graph.nodes.filter(({op}) => op.kind === "add")).toEqual([]);
  const modules = sheet.graph.outline.parts.filter(({block}) => /^Inception/.test(block ?? ""));
  expect(modules.map(({parts}) => parts.length)).toEqual(Array.from({length: 14}, () => 4));
});
