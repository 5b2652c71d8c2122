import {describe, expect, test} from "vitest";
import {adaptiveWindows, measure, MeasureError, type Shape} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import type {Net} from "../../src/lib/spec/net.ts";
import {
  adaptiveAvgPool,
  add,
  avgPool,
  batchNorm,
  concat,
  conv,
  dense,
  flattenOp,
  globalAvgPool,
  maxPool,
  series
} from "../../src/lib/spec/build.ts";
import {flatten, nodeAt} from "../../src/lib/spec/graph.ts";

const last = (net: Net, input: Shape) => measure(flatten(series({x: net})), input).rows.at(-1)!;

describe("windows", () => {
  // TensorFlow puts the odd zero after the map: 7×7 / 2 on 224 pads 2 before and 3 after; Caffe and PyTorch pad 3 and 3.
  test("`same` at stride 2 pads unevenly, a pair evenly", () => {
    expect(last(conv(7, 1, {stride: 2}), [224, 224, 3]).pad).toEqual({top: 2, bottom: 3, left: 2, right: 3});
    const torch = last(conv(7, 1, {stride: 2, pad: 3}), [224, 224, 3]);
    expect([torch.shape, torch.pad]).toEqual([[112, 112, 1], {top: 3, bottom: 2, left: 3, right: 2}]);
  });

  test("rounding up adds a window where pixels are left over, but none that starts beyond the map", () => {
    const pool = (round: "floor" | "ceil", size: number, pad: number | "valid" = "valid") =>
      last(maxPool(3, {stride: 2, pad, round}), [size, size, 1]).shape[0];
    expect([pool("floor", 112), pool("ceil", 112)]).toEqual([55, 56]);
    // torch.nn.MaxPool2d(2, 2, padding=1, ceil_mode=True) on 5 pixels gives 3: the fourth window would start at 6 ≥ 5 + 1.
    expect(last(maxPool(2, {stride: 2, pad: 1, round: "ceil"}), [5, 5, 1]).shape[0]).toBe(3);
  });

  test("adaptive windows follow PyTorch: 14 → 4 has four windows of 4 with uneven steps", () => {
    expect(adaptiveWindows(14, 4)).toEqual([
      [0, 4],
      [3, 7],
      [7, 11],
      [10, 14]
    ]);
    expect(last(adaptiveAvgPool(4), [14, 14, 512]).shape).toEqual([4, 4, 512]);
  });

  test("heights and widths are kept apart", () => {
    const row = last(conv([1, 7], 8), [17, 19, 4]);
    expect([row.shape, row.params, row.macs]).toEqual([[17, 19, 8], 1 * 7 * 4 * 8 + 8, 17 * 19 * 8 * 7 * 4]);
    expect(row.receptiveField.size).toEqual([1, 7]);
  });
});

describe("parameters", () => {
  test("groups divide the input channels", () => {
    expect(last(conv(3, 8, {groups: 8, bias: false}), [5, 5, 8]).params).toBe(72);
  });
  test("BatchNorm trains a shift and, unless told, a scale; its statistics are no parameters", () => {
    const count = (net: Net) => (({params, statistics}) => [params, statistics])(last(net, [4, 4, 10]));
    expect([count(batchNorm()), count(batchNorm({scale: false}))]).toEqual([
      [20, 20],
      [10, 20]
    ]);
  });
});

describe("receptive fields", () => {
  // Two 3×3 see 5×5; after a stride of 2 each further step counts double.
  test("add up along a chain", () => {
    const net = series({a: conv(3, 1, {stride: 2, pad: 1}), b: conv(3, 1, {pad: 1}), c: conv(3, 1, {pad: 1})});
    expect(last(net, [32, 32, 1]).receptiveField).toEqual({size: [11, 11], stride: [2, 2], start: [-5, -5]});
  });
  test("of a join are the hull of its branches'", () => {
    expect(last(concat({a: conv(1, 1), b: conv([5, 3], 1)}), [9, 9, 1]).receptiveField).toEqual({
      size: [5, 3],
      stride: [1, 1],
      start: [-2, -1]
    });
  });
  test("of googlenet@bvlc's 3a is 67 pixels: 7, 11 after pool1, 19 after conv2, 27 after pool2, and 4 steps of 8 … through the 5×5", () => {
    const {net, input} = network("googlenet@bvlc");
    const sheet = measure(flatten(net()), input);
    const size = (path: string) => sheet.rows[nodeAt(sheet.graph, path)]!.receptiveField.size[0];
    expect(["conv1", "pool1", "conv2", "pool2", "3a"].map(size)).toEqual([7, 11, 19, 27, 27 + 4 * 8]);
  });
});

describe("measure(graph, shape) names the node that does not fit", () => {
  test.each<[string, Net, Shape, string, string]>([
    [
      "a window larger than its map",
      conv(3, 4, {pad: "valid"}),
      [2, 2, 1],
      "x",
      "x: a 3×3 window does not fit into 2×2"
    ],
    [
      "branches of different sizes",
      concat({a: conv(1, 4), b: conv(3, 4, {pad: "valid"})}),
      [8, 8, 1],
      "x",
      "x: branches to concatenate need one height × width: 8×8, but x/b gives 6×6×4"
    ],
    [
      "sums of different channels",
      add({a: conv(1, 4), b: conv(1, 5)}),
      [8, 8, 1],
      "x",
      "x: branches to add need one shape: 8×8×4, but x/b gives 8×8×5"
    ],
    ["a dense layer on a map", dense(3), [2, 2, 1], "x", "x: a dense layer needs a vector, found 2×2×1"],
    [
      "a convolution on a vector",
      series({gap: globalAvgPool, c: conv(1, 2)}),
      [2, 2, 1],
      "x/c",
      "x/c: needs a map height × width × channels, found 1"
    ],
    ["no output channels", conv(1, 0), [2, 2, 1], "x", "x: a convolution needs at least 1 output channel, found 0"],
    [
      "groups that do not divide",
      conv(1, 4, {groups: 3}),
      [2, 2, 4],
      "x",
      "x: 3 groups must divide 4 channels in and 4 out"
    ],
    [
      "an input with a part of a pixel",
      conv(1, 1),
      [2.5, 2, 1],
      "input",
      "input: needs height × width × channels, whole and positive; found 2.5×2×1"
    ]
  ])("%s", (_, net, input, path, message) => {
    const failing = () => last(net, input);
    expect(failing).toThrow(MeasureError);
    expect(failing).toThrow(expect.objectContaining({message, path}));
  });
});

test("flatten and global average pooling end in vectors", () => {
  expect(last(flattenOp, [4, 4, 128]).shape).toEqual([2048]);
  expect(last(globalAvgPool, [7, 7, 1024]).shape).toEqual([1024]);
  expect(last(avgPool(5, {stride: 3, pad: "valid"}), [14, 14, 512]).shape).toEqual([4, 4, 512]);
});

describe("one graph measured at many sizes", () => {
  // One with `same` padding, whose fields and margins change with the size, one without, one with a dense layer after flatten.
  test.each(["inception-v3@keras", "inception-resnet-v2@timm", "googlenet@slim", "vgg16@torchvision"])(
    "%s has at each size the rows of a graph that is measured for the first time",
    (id) => {
      const {net, input} = network(id);
      const graph = flatten(net());
      const sides = id.startsWith("vgg16") ? [224, 256, 224] : [299, 300, 302, 331, 299];
      for (const side of sides) {
        const shape = [side, side, input[2]!];
        expect(measure(graph, shape).rows).toEqual(measure(flatten(net()), shape).rows);
      }
      expect(() => measure(graph, [9, 0, input[2]!])).toThrow(MeasureError);
      if (id !== "googlenet@slim") expect(() => measure(graph, [9, 9, input[2]!])).toThrow(MeasureError);
      expect(measure(graph, input).rows).toEqual(measure(flatten(net()), input).rows);
    }
  );

  test("where a larger picture makes no difference the rows are the very same", () => {
    const {net} = network("inception-v3@torchvision");
    const graph = flatten(net());
    const [small, large] = [299, 302].map((side) => measure(graph, [side, side, 3]).rows);
    const same = small!.filter((row, i) => row === large![i]);
    expect(same.map(({path}) => path)).toContain("mixed7c");
    expect(same.map(({path}) => path)).not.toContain("conv1a/conv");
    for (const row of same) expect(large![row.id]).toEqual(row);
  });
});
