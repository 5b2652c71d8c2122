/** VGG-16 (Simonyan and Zisserman, 2014, arXiv 1409.1556, Table 1, column D), the plain network that Inception is compared with. */
import type {Named, Series} from "../spec/net.ts";
import {adaptiveAvgPool, dense, dropout, flattenOp, maxPool, relu, series} from "../spec/build.ts";
import {convUnit} from "./conv-unit.ts";

const STAGES: readonly (readonly [channels: number, convs: number])[] = [
  [64, 2],
  [128, 2],
  [256, 3],
  [512, 3],
  [512, 3]
];

/** VGG-16 up to the logits, as in torchvision. */
export function vgg16(): Series {
  const unit = convUnit();
  const full = (name: string): Named => [name, series({fc: dense(4096), relu})];
  return series(
    [
      ...STAGES.flatMap(([channels, convs], stage): Named[] => [
        ...Array.from({length: convs}, (_, i): Named => [`conv${stage + 1}_${i + 1}`, unit(3, channels)]),
        [`pool${stage + 1}`, maxPool(2, {stride: 2, pad: "valid"})]
      ]),
      ["resize", adaptiveAvgPool(7)],
      ["flatten", flattenOp],
      full("fc6"),
      ["dropout6", dropout(0.5)],
      full("fc7"),
      ["dropout7", dropout(0.5)],
      ["fc8", dense(1000)]
    ],
    "Vgg16"
  );
}
