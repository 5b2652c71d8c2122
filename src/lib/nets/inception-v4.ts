/**
 * Inception V4 (Szegedy et al., 2016, arXiv 1602.07261, Figs. 3–9), the pure one: no residual connections anywhere.
 *
 * timm's and TF-Slim's are one graph; TF-Slim's normalisation has no scale, it counts a background class and has a head.
 */
import type {Named, Net, Series} from "../spec/net.ts";
import {avgPool, batchNorm, concat, dense, dropout, globalAvgPool, maxPool, series} from "../spec/build.ts";
import {type ConvUnit, convUnit} from "./conv-unit.ts";
import {inceptionB, inceptionC, type Kit, reductionB, sevensThenThree} from "./factorised.ts";
import {auxiliary} from "./inception-v3.ts";

/** Which Inception V4. */
export type InceptionV4Variant = "timm" | "slim";

const valid = {pad: "valid"} as const;
const half = {stride: 2, pad: "valid"} as const;

/** Inception V4 up to the logits. */
export function inceptionV4(variant: InceptionV4Variant): Series {
  const unit = convUnit({norm: batchNorm({scale: variant === "timm"})});
  const kit = {unit, pool: avgPool(3)};
  const slim = variant === "slim";
  const times = (count: number, stage: string, first: string, module: Net): Named[] =>
    Array.from({length: count}, (_, i) => [`${stage}${String.fromCharCode(first.charCodeAt(0) + i)}`, module]);
  return series(
    [
      ...stemV4(unit),
      ...times(4, "mixed5", "b", inceptionA(kit)),
      ["mixed6a", reductionA(unit, [192, 224, 256, 384])],
      ...times(7, "mixed6", "b", sevens(kit)),
      ...(slim ? [["aux", auxiliary(unit, 1001)] as const] : []),
      ["mixed7a", reductionB(unit, [192, 192], [256, 256, 320, 320], half, maxPool(3, half))],
      ...times(3, "mixed7", "b", splits(kit)),
      ["pool", globalAvgPool],
      ...(slim ? [["dropout", dropout(0.2)] as const] : []),
      ["fc", dense(slim ? 1001 : 1000)]
    ],
    "InceptionV4"
  );
}

/** The branched start, 299×299×3 to 35×35×384 (Fig. 3); the paper's Inception-ResNet-v2 has it too. */
export function stemV4(unit: ConvUnit): Named[] {
  return [
    ["conv1a", unit(3, 32, half)],
    ["conv2a", unit(3, 32, valid)],
    ["conv2b", unit(3, 64)],
    ["mixed3a", concat({pool: maxPool(3, half), "3x3": unit(3, 96, half)}, "StemPool")],
    [
      "mixed4a",
      concat(
        {
          "3x3": series({reduce: unit(1, 64), conv: unit(3, 96, valid)}),
          "7x7x3": sevensThenThree(unit, [64, 64, 64, 96], valid)
        },
        "StemFork"
      )
    ],
    ["mixed5a", concat({"3x3": unit(3, 192, half), pool: maxPool(3, half)}, "StemConv")]
  ];
}

/** Fig. 4, at 35×35. */
function inceptionA({unit, pool}: Kit): Net {
  return concat(
    {
      "1x1": unit(1, 96),
      "3x3": series({reduce: unit(1, 64), conv: unit(3, 96)}),
      "3x3dbl": series({reduce: unit(1, 64), conv1: unit(3, 96), conv2: unit(3, 96)}),
      pool: series({pool, proj: unit(1, 96)})
    },
    "InceptionA"
  );
}

/** Fig. 7, 35×35 to 17×17; k, l, m, n are the paper's (Table 1). Inception-ResNet has it with numbers of its own. */
export function reductionA(unit: ConvUnit, [k, l, m, n]: readonly [number, number, number, number]): Net {
  return concat(
    {
      "3x3": unit(3, n, half),
      "3x3dbl": series({reduce: unit(1, k), conv1: unit(3, l), conv2: unit(3, m, half)}),
      pool: maxPool(3, half)
    },
    "ReductionA"
  );
}

/** Fig. 5, at 17×17. */
const sevens = (kit: Kit): Net =>
  inceptionB(kit, {one: 384, seven: [192, 224, 256], double: [192, 192, 224, 224, 256], proj: 128});

/** Fig. 6, at 8×8: four branches, two of which end in a split. */
function splits(kit: Kit): Net {
  const {unit} = kit;
  const middle = {reduce: unit(1, 384), "3x1": unit([3, 1], 448), "1x3": unit([1, 3], 512)};
  return inceptionC(kit, {one: 256, reduce: 384, middle, split: 256, proj: 256});
}
