/** Names of tensors in released checkpoints, by hand from the files' own module definitions. */
import {describe, expect, test} from "vitest";
import {measure, type Sheet} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {tensorNames} from "../../src/lib/nets/tensor-names.ts";
import {wantedTensors} from "../../src/lib/runtime/weights.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

function sheetOf(id: string): Sheet {
  const {net, input} = network(id);
  return measure(flatten(net()), input);
}

const namesOf = (id: string): string[] => wantedTensors(sheetOf(id)).map(({name}) => tensorNames.get(id)!(name));

// Tensors in the file, without the counts of batches that PyTorch stores beside each normalisation.
test.each([
  ["googlenet@torchvision", 364 - 59],
  ["inception-v3@torchvision", 580 - 96],
  ["inception-v3@timm", 566 - 94],
  ["inception-v4@timm", 896 - 149],
  ["inception-resnet-v2@timm", 1306 - 204],
  ["bn-inception@cadene", 416],
  ["resnet50@torchvision", 320 - 53],
  ["vgg16@torchvision", 32]
])("%s has the %i tensors of its file, each under one name", (id, count) => {
  const names = namesOf(id);
  expect(new Set(names).size).toBe(count);
  expect(names).toHaveLength(count);
  expect(names.filter((name) => /undefined|\.\.|\.-1|^\./.test(name))).toEqual([]);
});

describe("tensorNames", () => {
  test.each([
    ["googlenet@torchvision", "conv2.conv.conv.weight", "conv3.conv.weight"],
    ["googlenet@torchvision", "4e.5x5.reduce.bn.running_var", "inception4e.branch3.0.bn.running_var"],
    ["googlenet@torchvision", "5b.pool.proj.conv.weight", "inception5b.branch4.1.conv.weight"],
    ["googlenet@torchvision", "aux2.fc1.bias", "aux2.fc1.bias"],
    ["inception-v3@torchvision", "conv3b.conv.weight", "Conv2d_3b_1x1.conv.weight"],
    ["inception-v3@torchvision", "mixed6a.3x3.conv.weight", "Mixed_6a.branch3x3.conv.weight"],
    ["inception-v3@torchvision", "mixed7a.3x3.conv.conv.weight", "Mixed_7a.branch3x3_2.conv.weight"],
    ["inception-v3@torchvision", "mixed6c.7x7dbl.7x1b.bn.weight", "Mixed_6c.branch7x7dbl_4.bn.weight"],
    ["inception-v3@torchvision", "mixed7c.3x3dbl.split.3x1.bn.bias", "Mixed_7c.branch3x3dbl_3b.bn.bias"],
    ["inception-v3@torchvision", "aux.conv2.conv.weight", "AuxLogits.conv1.conv.weight"],
    ["inception-v4@timm", "mixed3a.3x3.conv.weight", "features.3.conv.conv.weight"],
    ["inception-v4@timm", "mixed4a.7x7x3.conv.conv.weight", "features.4.branch1.3.conv.weight"],
    ["inception-v4@timm", "mixed6a.3x3dbl.conv2.conv.weight", "features.10.branch1.2.conv.weight"],
    ["inception-v4@timm", "mixed6h.7x7dbl.1x7b.conv.weight", "features.17.branch2.4.conv.weight"],
    ["inception-v4@timm", "mixed7d.3x3dbl.split.1x3.conv.weight", "features.21.branch2_3a.conv.weight"],
    ["inception-resnet-v2@timm", "mixed5b.5x5.conv.conv.weight", "mixed_5b.branch1.1.conv.weight"],
    ["inception-resnet-v2@timm", "block35_10.sum.residual.expand.bias", "repeat.9.conv2d.bias"],
    ["inception-resnet-v2@timm", "block17_1.sum.residual.branches.7x7.7x1.bn.weight", "repeat_1.0.branch1.2.bn.weight"],
    ["inception-resnet-v2@timm", "block8_10.sum.residual.expand.weight", "block8.conv2d.weight"],
    ["inception-resnet-v2@timm", "mixed7a.3x3b.conv.conv.weight", "mixed_7a.branch1.1.conv.weight"],
    ["bn-inception@cadene", "conv1.bn.running_mean", "conv1_7x7_s2_bn.running_mean"],
    ["bn-inception@cadene", "3a.3x3.reduce.conv.bias", "inception_3a_3x3_reduce.bias"],
    ["bn-inception@cadene", "4e.3x3dbl.conv2.bn.weight", "inception_4e_double_3x3_2_bn.weight"],
    ["resnet50@torchvision", "conv3_1.sum.shortcut.bn.weight", "layer2.0.downsample.1.weight"],
    ["resnet50@torchvision", "conv5_3.sum.residual.expand.conv.weight", "layer4.2.conv3.weight"],
    ["vgg16@torchvision", "conv5_3.conv.weight", "features.28.weight"]
  ])("%s calls %s %s", (id, ours, theirs) => {
    expect(wantedTensors(sheetOf(id)).map(({name}) => name)).toContain(ours);
    expect(tensorNames.get(id)!(ours)).toBe(theirs);
  });
});
