/**
 * Inception V3: "Rethinking the Inception Architecture" (Szegedy et al., 2015, arXiv 1512.00567) as it was released.
 *
 * The paper's Table 1 is a slightly different network whose branch widths it does not print; the released graph is one and the
 * same in TF-Slim (whose layer names these are, shortened), torchvision, timm and Keras, but for its normalisation's scale,
 * the border of its average pools, its classes and its auxiliary head.
 */
import type {Named, Net, Series, Tap} from "../spec/net.ts";
import {avgPool, batchNorm, concat, dense, dropout, globalAvgPool, maxPool, series, tap} from "../spec/build.ts";
import {type ConvUnit, convUnit} from "./conv-unit.ts";
import {inceptionB, inceptionC, type Kit, reductionB} from "./factorised.ts";

/** Which Inception V3. */
export type InceptionV3Variant = "torchvision" | "timm" | "keras" | "slim";

const valid = {pad: "valid"} as const;
const half = {stride: 2, pad: "valid"} as const;

/** Inception V3 up to the logits; its auxiliary head is a tap where the variant has one. */
export function inceptionV3(variant: InceptionV3Variant): Series {
  const torch = variant === "torchvision" || variant === "timm";
  const unit = convUnit({norm: batchNorm({scale: torch})});
  const kit = {unit, pool: avgPool(3, {countPad: torch})};
  const classes = variant === "slim" ? 1001 : 1000;
  const rate = {torchvision: 0.5, slim: 0.2, timm: 0, keras: 0}[variant];
  return series(
    [
      ...stemV3(unit),
      ["mixed5b", inceptionA(kit, 32)],
      ["mixed5c", inceptionA(kit, 64)],
      ["mixed5d", inceptionA(kit, 64)],
      ["mixed6a", reductionA(unit)],
      ["mixed6b", sevens(kit, 128)],
      ["mixed6c", sevens(kit, 160)],
      ["mixed6d", sevens(kit, 160)],
      ["mixed6e", sevens(kit, 192)],
      ...(variant === "torchvision" || variant === "slim" ? [["aux", auxiliary(unit, classes)] as const] : []),
      ["mixed7a", reductionB(unit, [192, 320], [192, 192, 192, 192], half, maxPool(3, half))],
      ["mixed7b", splits(kit)],
      ["mixed7c", splits(kit)],
      ["pool", globalAvgPool],
      ...(rate === 0 ? [] : [["dropout", dropout(rate)] as const]),
      ["fc", dense(classes)]
    ],
    "InceptionV3"
  );
}

/** The plain start, 299×299×3 to 35×35×192; Inception-ResNet has it too. */
export function stemV3(unit: ConvUnit): Named[] {
  return [
    ["conv1a", unit(3, 32, half)],
    ["conv2a", unit(3, 32, valid)],
    ["conv2b", unit(3, 64)],
    ["pool3a", maxPool(3, half)],
    ["conv3b", unit(1, 80)],
    ["conv4a", unit(3, 192, valid)],
    ["pool5a", maxPool(3, half)]
  ];
}

/** The module at 35×35, after the paper's Fig. 5 but with a 5×5 in its second branch. */
function inceptionA({unit, pool}: Kit, proj: number): Net {
  return concat(
    {
      "1x1": unit(1, 64),
      "5x5": series({reduce: unit(1, 48), conv: unit(5, 64)}),
      "3x3dbl": series({reduce: unit(1, 64), conv1: unit(3, 96), conv2: unit(3, 96)}),
      pool: series({pool, proj: unit(1, proj)})
    },
    "InceptionA"
  );
}

/** 35×35 to 17×17: the paper's Fig. 10. */
function reductionA(unit: ConvUnit): Net {
  return concat(
    {
      "3x3": unit(3, 384, half),
      "3x3dbl": series({reduce: unit(1, 64), conv1: unit(3, 96), conv2: unit(3, 96, half)}),
      pool: maxPool(3, half)
    },
    "ReductionA"
  );
}

/** The module at 17×17 (the paper's Fig. 6), `c7` channels inside its factors. */
const sevens = (kit: Kit, c7: number): Net =>
  inceptionB(kit, {one: 192, seven: [c7, c7, 192], double: [c7, c7, c7, c7, 192], proj: 192});

/** The module at 8×8 (the paper's Fig. 7). */
function splits(kit: Kit): Net {
  const middle = {reduce: kit.unit(1, 448), conv: kit.unit(3, 384)};
  return inceptionC(kit, {one: 320, reduce: 384, middle, split: 384, proj: 192});
}

/** The auxiliary head on a map of 17×17; V4 and Inception-ResNet have the same in TF-Slim. */
export function auxiliary(unit: ConvUnit, classes: number): Tap {
  return tap(
    series(
      {
        pool: avgPool(5, {stride: 3, pad: "valid"}),
        conv1: unit(1, 128),
        conv2: unit(5, 768, valid),
        mean: globalAvgPool,
        fc: dense(classes)
      },
      "AuxiliaryHead"
    )
  );
}
