/**
 * BN-Inception, also called Inception V2: "Batch Normalization" (Ioffe and Szegedy, 2015, arXiv 1502.03167, appendix, Fig. 5).
 *
 * Fig. 5 prints an average pool with 128 channels for 4c and 4d and 576 channels in all, which cannot both be. `cadene`
 * (the port of the Caffe model) keeps 128, so its later maps have 608 and 1056 channels; `slim` and `caffe` (the model in
 * Intel's Open Model Zoo, its normalisation folded into biases) take 96, hence 576 and 1024.
 */
import type {Named, Net, Series} from "../spec/net.ts";
import {avgPool, batchNorm, concat, conv, dense, globalAvgPool, maxPool, relu, series} from "../spec/build.ts";
import {type ConvUnit, convUnit} from "./conv-unit.ts";

/** Which BN-Inception. */
export type BnInceptionVariant = "slim" | "caffe" | "cadene";

/** Channels of one module; those that reduce the resolution have no 1×1 branch, and their pool passes its input through. */
export interface BnWidths {
  one: number;
  three: readonly [reduce: number, conv: number];
  double: readonly [reduce: number, both: number];
  pool: readonly ["avg" | "max", proj: number];
}

const regular = (
  one: number,
  three: readonly [number, number],
  double: readonly [number, number],
  ...pool: readonly ["avg" | "max", number]
): BnWidths => ({one, three, double, pool});
const reduction = (three: readonly [number, number], double: readonly [number, number]): BnWidths => ({
  ...{one: 0, three, double, pool: ["max", 0]}
});

// Fig. 5; `proj` is the width of the pool's projection in 4c and 4d.
const table = (proj: 96 | 128): readonly (readonly [name: string, widths: BnWidths])[] => [
  ["3a", regular(64, [64, 64], [64, 96], "avg", 32)],
  ["3b", regular(64, [64, 96], [64, 96], "avg", 64)],
  ["3c", reduction([128, 160], [64, 96])],
  ["4a", regular(224, [64, 96], [96, 128], "avg", 128)],
  ["4b", regular(192, [96, 128], [96, 128], "avg", 128)],
  ["4c", regular(160, [128, 160], [128, 160], "avg", proj)],
  ["4d", regular(96, [128, 192], [160, 192], "avg", proj)],
  ["4e", reduction([128, 192], [192, 256])],
  ["5a", regular(352, [192, 320], [160, 224], "avg", 128)],
  ["5b", regular(352, [192, 320], [192, 224], "max", 128)]
];

/** BN-Inception up to the logits. */
export function bnInception(variant: BnInceptionVariant): Series {
  const unit = units[variant];
  const slim = variant === "slim";
  const down = slim ? maxPool(3, {stride: 2}) : maxPool(3, {stride: 2, pad: "valid", round: "ceil"});
  const average = avgPool(3, {countPad: !slim});
  const modules = table(variant === "cadene" ? 128 : 96).map(([name, widths]): Named => [
    name,
    widths.one === 0
      ? bnReduction(widths, unit, down, {stride: 2, pad: slim ? "same" : 1})
      : bnModule(widths, unit, average)
  ]);
  return series(
    [
      ["conv1", slim ? separable() : unit(7, 64, {stride: 2, pad: 3})],
      ["pool1", down],
      ["conv2", series({reduce: unit(1, 64), conv: unit(3, 192)})],
      ["pool2", down],
      ...modules,
      ["pool5", globalAvgPool],
      ["fc", dense(slim ? 1001 : 1000)]
    ],
    "BnInception"
  );
}

// Caffe's normalisation is by 1e-5 and stands behind convolutions that keep their biases.
const units: Record<BnInceptionVariant, ConvUnit> = {
  slim: convUnit({norm: batchNorm({scale: false})}),
  caffe: convUnit(),
  cadene: convUnit({norm: batchNorm({eps: 1e-5}), bias: true})
};

// Depth multiplier 8, as the appendix says. TF-Slim's normalises nothing here: its first layer has a bias instead.
function separable(): Net {
  const depthwise = conv(7, 24, {stride: 2, groups: 3, bias: false});
  return series({depthwise, pointwise: series({conv: conv(1, 64), relu})});
}

/** A module that keeps the resolution: 1×1, 3×3, double 3×3 and a pool, all but the first behind a 1×1. */
export function bnModule(
  {one, three, double, pool: [kind, proj]}: BnWidths,
  unit: ConvUnit,
  average: Net = avgPool(3)
): Net {
  return concat(
    {
      "1x1": unit(1, one),
      "3x3": series({reduce: unit(1, three[0]), conv: unit(3, three[1])}),
      "3x3dbl": series({reduce: unit(1, double[0]), conv1: unit(3, double[1]), conv2: unit(3, double[1])}),
      pool: series({pool: kind === "avg" ? average : maxPool(3), proj: unit(1, proj)})
    },
    kind === "avg" ? "Inception" : "InceptionMaxPool"
  );
}

/** A module that halves the resolution in all its branches; the pool passes its input's channels on. */
export function bnReduction(
  {three, double}: Pick<BnWidths, "three" | "double">,
  unit: ConvUnit,
  pool: Net,
  half: {stride: 2; pad: "same" | 1}
): Net {
  return concat(
    {
      "3x3": series({reduce: unit(1, three[0]), conv: unit(3, three[1], half)}),
      "3x3dbl": series({reduce: unit(1, double[0]), conv1: unit(3, double[1]), conv2: unit(3, double[1], half)}),
      pool
    },
    "Reduction"
  );
}
