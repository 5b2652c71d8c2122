import {describe, expect, test} from "vitest";
import {keras} from "../../src/lib/export/keras.ts";
import {tfjs} from "../../src/lib/export/tfjs.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {adaptiveAvgPool, avgPool, conv, flattenOp, lrn, maxPool, series} from "../../src/lib/spec/build.ts";
import type {Net, Op} from "../../src/lib/spec/net.ts";

const times: Op = {kind: "times", by: 0.2};
const lines = (write: typeof keras, net: Net, side = 8): string => write(series({part: net}), {input: [side, side, 6]});

describe("keras(net) and tfjs(net) say a padding in TensorFlow's words where they fit, and in pixels where not", () => {
  test.each([
    [maxPool(3, {stride: 2, pad: "valid", round: "ceil"}), 'layers.MaxPooling2D(3, strides=2, padding="same")'],
    [maxPool(3, {stride: 2, pad: 1}), "PaddedMaxPool2D(3, strides=2, margins=((1, 0), (1, 0)))"],
    [avgPool(3), 'layers.AveragePooling2D(3, strides=1, padding="same")'],
    [avgPool(3, {countPad: true}), "PaddedAvgPool2D(3, strides=1, margins=((1, 1), (1, 1)), counted=((1, 1), (1, 1)))"],
    [conv(3, 4, {stride: 2, pad: 1}), "PaddedConv2D(4, 3, strides=2, padding=1)"],
    [conv([1, 7], 4, {bias: false}), 'layers.Conv2D(4, (1, 7), padding="same", use_bias=False)'],
    [conv(3, 12, {groups: 3}), 'layers.Conv2D(12, 3, padding="same", groups=3)'],
    [adaptiveAvgPool(4), "layers.AveragePooling2D(2)"],
    [adaptiveAvgPool(3), "AdaptiveAvgPool2D((3, 3))"],
    [flattenOp, "ChannelsFirstFlatten()"],
    [lrn(), "LocalResponseNorm(5, alpha=0.0001, beta=0.75, bias=1)"],
    [times, "layers.Rescaling(0.2)"]
  ])("%o in Keras", (net, text) => {
    expect(lines(keras, net)).toContain(`"part": ${text}\n`);
  });

  test.each([
    [maxPool(3, {stride: 2, pad: 1}), "paddedMaxPool2d([3, 3], [2, 2], [[1, 0], [1, 0]])"],
    [conv(3, 4, {stride: 2, pad: 1}), "paddedConv2d({filters: 4, kernelSize: 3, strides: 2, padding: 1})"],
    [conv(3, 12, {groups: 3}), 'new GroupedConv2d(3, {filters: 12, kernelSize: 3, padding: "same"})'],
    [
      conv(3, 12, {groups: 3, stride: 2, pad: 1}),
      "new GroupedConv2d(3, {filters: 12, kernelSize: 3, strides: 2, padding: 1})"
    ],
    [avgPool([3, 1]), 'layer(tf.layers.averagePooling2d, {poolSize: [3, 1], strides: 1, padding: "same"})'],
    [times, "layer(tf.layers.rescaling, {scale: 0.2})"]
  ])("%o in TensorFlow.js", (net, text) => {
    expect(lines(tfjs, net)).toContain(`part: ${text}\n`);
  });

  test("TensorFlow.js keeps the order of parts whose names are numbers", () => {
    const text = tfjs(series([["b", conv(1, 2)], ["1", conv(1, 3)]]), {input: [4, 4, 1]}); // prettier-ignore
    expect(text).toContain('super([\n      ["b", layer(');
  });

  test("a unit is told a number of zeros where no word fits, and so is a block of which some instances need it", () => {
    const {net, input} = network("resnet50@torchvision");
    const [python, script] = [keras(net(), {input}), tfjs(net(), {input})];
    expect(python).toContain('"conv1": ConvNormUnit(64, kernel=7, strides=2, padding=3)');
    expect(python).toContain('def __init__(self, inner, out, strides=1, padding="same", conv_shortcut=False):');
    expect(python).toContain('"conv3_1": Bottleneck(128, 512, strides=2, padding=1, conv_shortcut=True)');
    expect(script).toContain('constructor(inner, out, {strides = 1, padding = "same", convShortcut = false} = {}) {');
    expect(script).toContain("conv3_1: new Bottleneck(128, 512, {strides: 2, padding: 1, convShortcut: true})");
    expect(script).toContain("conv3_2: new Bottleneck(128, 512)");
    expect(script).toContain("convShortcut ? new ConvNorm(out, {kernelSize: 1, strides}) : identity");
  });

  test("a padding is said where the kernel is a parameter, even if one instance's needs none", () => {
    const block = (kernel: number): Net => series({conv: conv(kernel, 4)}, "Block");
    const net = series({a: block(1), b: block(3)});
    expect(keras(net, {input: [8, 8, 4]})).toContain('"conv": layers.Conv2D(4, kernel, padding="same")');
    expect(tfjs(net, {input: [8, 8, 4]})).toContain('{filters: 4, kernelSize, padding: "same"}');
  });

  test("blocks are told widths only: layers see for themselves what comes in", () => {
    const {net, input} = network("googlenet@bvlc");
    expect(keras(net(), {input})).toContain('"4e": Inception(256, 160, 320, 32, 128, 128)');
    expect(tfjs(net(), {input})).toContain("constructor(out1x1, reduce3x3, out3x3, reduce5x5, out5x5, poolProj) {");
    expect(keras(net(), {input})).toContain("def build_model(heads=False):");
  });
});
