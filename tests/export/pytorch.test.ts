import {describe, expect, test} from "vitest";
import {dialectIds, dialects} from "../../src/lib/export/dialects.ts";
import {pytorch} from "../../src/lib/export/pytorch.ts";
import {convUnit} from "../../src/lib/nets/conv-unit.ts";
import {googlenet} from "../../src/lib/nets/googlenet.ts";
import {inceptionModule, TABLE_1} from "../../src/lib/nets/inception-v1.ts";
import {network, networks} from "../../src/lib/nets/registry.ts";
import {add, conv, globalAvgPool, maxPool, relu, series, tap} from "../../src/lib/spec/build.ts";
import type {Net} from "../../src/lib/spec/net.ts";

const code = (id: string): string => pytorch(network(id).net(), {input: network(id).input});

describe("pytorch(net)", () => {
  test("makes one class per kind of block, with the differing numbers as parameters", () => {
    const text = code("googlenet@bvlc");
    expect(text.match(/^class Inception\b/gm)).toHaveLength(1);
    expect(text).toContain(
      "def __init__(self, channels_in, out_1x1, reduce_3x3, out_3x3, reduce_5x5, out_5x5, pool_proj):"
    );
    expect(text.match(/"\w+": Inception\(/g)).toHaveLength(9);
    expect(text).toContain('"4e": Inception(528, 256, 160, 320, 32, 128, 128)');
    expect(text).toContain('"aux2": AuxiliaryHead(528)');
  });

  test("makes a window's kernel, stride and padding parameters where the instances of a class differ in them", () => {
    const imagenet = code("nin@imagenet");
    expect(imagenet.match(/^class MlpConv/gm)).toHaveLength(1);
    expect(imagenet).toContain(
      "def __init__(self, channels_in, out_conv, out_cccp1, out_cccp2, kernel, stride=1, padding=0):"
    );
    expect(imagenet).toContain("ConvUnit(channels_in, out_conv, kernel=kernel, stride=stride, padding=padding)");
    expect(imagenet).toContain('"mlpconv1": MlpConv(3, 96, 96, 96, kernel=11, stride=4)');
    expect(imagenet).toContain('"mlpconv2": MlpConv(96, 256, 256, 256, kernel=5, padding=2)');
  });

  test("makes one class of blocks of which some leave a part empty: ResNet-50's sixteen are one", () => {
    const text = code("resnet50@torchvision");
    expect(text.match(/^class \w*Bottleneck\w*/gm)).toEqual(["class Bottleneck"]);
    expect(text).toContain("def __init__(self, channels_in, inner, out, stride=1, conv_shortcut=False):");
    expect(text).toContain(
      '"shortcut": ConvNorm(channels_in, out, kernel=1, stride=stride) if conv_shortcut else nn.Identity()'
    );
    expect(text).toContain('"conv2_1": Bottleneck(64, 64, 256, conv_shortcut=True)');
    expect(text).toContain('"conv3_1": Bottleneck(256, 128, 512, stride=2, conv_shortcut=True)');
    expect(text).toContain('"conv3_2": Bottleneck(512, 128, 512)');
  });

  test("names an option after what the part begins with, and gives a part that is left empty no numbers of its own", () => {
    const block = (shortcut: Net, out: number): Net =>
      series({sum: add({shortcut, residual: series({conv: conv(3, out)})}), relu}, "Block");
    const pool = series({pool: maxPool(3), proj: conv(1, 8)});
    const text = pytorch(series({a: block(series([]), 4), b: block(pool, 8), c: block(series([]), 8)}), {
      input: [9, 9, 4]
    });
    expect(text).toContain("def __init__(self, channels_in, out, max_pool_shortcut=False):");
    expect(text).toContain(
      '"proj": nn.Conv2d(channels_in, out, 1)\n                }) if max_pool_shortcut else nn.Identity(),'
    );
    expect(text).toContain(
      '"a": Block(4, 4),\n            "b": Block(4, 8, max_pool_shortcut=True),\n            "c": Block(8, 8)'
    );
  });

  test("makes two classes of blocks that differ in an operation", () => {
    const block = (op: Net): Net => series({conv: conv(3, 4), op}, "Block");
    const text = pytorch(series({a: block(maxPool(3)), b: block(relu)}), {input: [9, 9, 4]});
    expect(text.match(/^class Block\w*/gm)).toEqual(["class Block", "class Block2"]);
  });

  test.each(dialectIds)("no network needs two classes for one kind of block in %s", async (dialect) => {
    const write = await dialects[dialect].load();
    for (const [id, {net, input}] of networks) {
      const classes = [...write(net(), {input}).matchAll(/^(?:export )?class (\w+)/gm)].map(([, name]) => name!);
      const doubled = classes.filter((name) => classes.includes(name.replace(/\d$/, "")) && /\d$/.test(name));
      expect(doubled, id).toEqual([]);
    }
  });

  test("calls the width that all layers of a block share its channels, and what is flattened its features", () => {
    expect(code("compact-nin")).toContain('"mlpconv2": MlpConv(32, 96, kernel=3, padding=1)');
    expect(code("compact-nin")).toContain("def __init__(self, channels_in, channels, kernel, padding):");
    expect(code("compact-v1")).toContain('"fc1": nn.Linear(features, 96)');
  });

  test("says whose a setting is where two windows of a class differ in it apart", () => {
    const pair = (first: number, second: number): Net =>
      series({first: conv(first, 4), second: conv(second, 4)}, "Pair");
    const text = pytorch(series({a: pair(3, 1), b: pair(3, 5), c: pair(7, 5)}), {input: [9, 9, 4]});
    expect(text).toContain("def __init__(self, kernel_first, padding_first, kernel_second, padding_second=0):");
    expect(text).toContain("Pair(kernel_first=3, padding_first=1, kernel_second=1)");
    expect(text).toContain("Pair(kernel_first=7, padding_first=3, kernel_second=5, padding_second=2)");
  });

  test("writes the numbers themselves where there is only one instance", () => {
    const widths = {...TABLE_1[0]!.widths, "5x5reduce": 24};
    const text = pytorch(series([["3a", inceptionModule(widths, convUnit())]]), {name: "Module", input: [28, 28, 192]});
    expect(text).toContain('"reduce": ConvUnit(192, 24, kernel=1)');
    expect(text).toContain('"conv": ConvUnit(24, 32, kernel=5, padding=2)');
  });

  test("keeps TensorFlow's uneven padding, which PyTorch has no word for", () => {
    const slim = pytorch(googlenet("slim"), {input: [224, 224, 3]});
    expect(slim).toContain('"conv1": ConvNormUnit(3, 64, kernel=7, stride=2, padding=(2, 3, 2, 3))');
    expect(slim).toContain('"conv": PaddedConv2d(channels_in, channels_out, kernel, stride, padding, bias=False)');
    const pool = pytorch(series({pool: maxPool(3, {stride: 2})}), {input: [8, 8, 3]});
    expect(pool).toContain('nn.Sequential(nn.ConstantPad2d((0, 1, 0, 1), float("-inf")), nn.MaxPool2d(3, stride=2))');
  });

  test("gives numbers that are always equal one name: V3's seven inner widths are one parameter", () => {
    const text = code("inception-v3@torchvision");
    expect(text).toContain("def __init__(self, inner_7x7):");
    expect(text).toContain('"mixed6c": InceptionB(160)');
  });

  test("writes ten blocks that are alike as a loop", () => {
    expect(code("inception-resnet-v2@timm")).toContain('**{f"block35_{i}": Block35() for i in range(1, 11)}');
  });

  test("writes a lone operation as a network of one part", () => {
    expect(pytorch(conv(3, 8), {input: [5, 5, 2]})).toContain('"conv": nn.Conv2d(2, 8, 3, padding=1)');
  });

  test("refuses a head that is not beside the main line", () => {
    const inner = series({a: conv(3, 4), aux: tap(series({mean: globalAvgPool}))});
    expect(() => pytorch(series({inner}), {input: [5, 5, 2]})).toThrow(
      "inner/aux: a head can be written only beside the network's main line"
    );
  });

  test("throws where the net does not fit the input", () => {
    expect(() => pytorch(series({a: conv(7, 4, {pad: "valid"})}), {input: [5, 5, 3]})).toThrow(
      "a: a 7×7 window does not fit into 5×5"
    );
  });

  test("defines every class before it is used and names parameters once", () => {
    for (const id of networks.keys()) {
      const text = code(id);
      const classes = [...text.matchAll(/^class (\w+)\(([\w.]+)\)/gm)];
      for (const [i, [, , base]] of classes.entries())
        if (!base!.startsWith("nn.")) expect(classes.slice(0, i).map(([, name]) => name)).toContain(base);
      expect(new Set(classes.map(([, name]) => name)).size).toBe(classes.length);
    }
  });
});
