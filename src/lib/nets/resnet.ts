/**
 * ResNet-50 (He et al., 2015, arXiv 1512.03385, Table 1), for comparison.
 *
 * As in torchvision: the stride of a reducing block is at its 3×3 and not, as in the paper, at its first 1×1.
 */
import type {Named, Net, Series} from "../spec/net.ts";
import {add, batchNorm, conv, dense, globalAvgPool, maxPool, relu, series} from "../spec/build.ts";
import {convUnit} from "./conv-unit.ts";

const norm = batchNorm({eps: 1e-5});
const unit = convUnit({norm});
const STAGES: readonly (readonly [width: number, blocks: number])[] = [
  [64, 3],
  [128, 4],
  [256, 6],
  [512, 3]
];

/** 1×1, 3×3, 1×1 around a shortcut, which is a strided 1×1 where the shape changes. */
function bottleneck(width: number, stride: 1 | 2, project: boolean): Net {
  const plain = (by: 1 | 2): Net =>
    series({conv: conv(1, 4 * width, {stride: by, pad: "valid", bias: false}), bn: norm});
  const residual = series({reduce: unit(1, width), conv: unit(3, width, {stride, pad: 1}), expand: plain(1)});
  const shortcut = project ? plain(stride) : series([]);
  return series({sum: add({shortcut, residual}), relu}, "Bottleneck");
}

/** ResNet-50 up to the logits. */
export function resnet50(): Series {
  return series(
    [
      ["conv1", unit(7, 64, {stride: 2, pad: 3})],
      ["pool1", maxPool(3, {stride: 2, pad: 1})],
      ...STAGES.flatMap(([width, blocks], stage): Named[] =>
        Array.from({length: blocks}, (_, i) => [
          `conv${stage + 2}_${i + 1}`,
          bottleneck(width, i === 0 && stage > 0 ? 2 : 1, i === 0)
        ])
      ),
      ["pool5", globalAvgPool],
      ["fc", dense(1000)]
    ],
    "ResNet50"
  );
}
