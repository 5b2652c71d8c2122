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

/** Which Inception V3. */
export type InceptionV3Variant = "torchvision" | "timm" | "keras" | "slim";

const valid = {pad: "valid"} as const;
const half = {stride: 2, pad: "valid"} as const;

/** Inception V3 up to the logits; its auxiliary head is a tap where the variant has one. */
export function inceptionV3(variant: InceptionV3Variant): Series {
  const torch = variant === "torchvision" || variant === "timm";
  const unit = convUnit({norm: batchNorm({scale: torch})});
  const average = avgPool(3, {countPad: torch});
  const classes = variant === "slim" ? 1001 : 1000;
  const rate = {torchvision: 0.5, slim: 0.2, timm: 0, keras: 0}[variant];
  return series(
    [
      ...stemV3(unit),
      ["mixed5b", inceptionA(unit, average, 32)],
      ["mixed5c", inceptionA(unit, average, 64)],
      ["mixed5d", inceptionA(unit, average, 64)],
      ["mixed6a", reductionA(unit)],
      ["mixed6b", inceptionB(unit, average, 128)],
      ["mixed6c", inceptionB(unit, average, 160)],
      ["mixed6d", inceptionB(unit, average, 160)],
      ["mixed6e", inceptionB(unit, average, 192)],
      ...(variant === "torchvision" || variant === "slim" ? [["aux", auxiliary(unit, classes)] as const] : []),
      ["mixed7a", reductionB(unit)],
      ["mixed7b", inceptionC(unit, average)],
      ["mixed7c", inceptionC(unit, average)],
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
function inceptionA(unit: ConvUnit, average: Net, proj: number): Net {
  return concat(
    {
      "1x1": unit(1, 64),
      "5x5": series({reduce: unit(1, 48), conv: unit(5, 64)}),
      "3x3dbl": series({reduce: unit(1, 64), conv1: unit(3, 96), conv2: unit(3, 96)}),
      pool: series({pool: average, proj: unit(1, proj)})
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

/** The module at 17×17, 7×7 factorised into 1×7 and 7×1: the paper's Fig. 6. */
function inceptionB(unit: ConvUnit, average: Net, c7: number): Net {
  const [row, column] = [[1, 7] as const, [7, 1] as const];
  return concat(
    {
      "1x1": unit(1, 192),
      "7x7": series({reduce: unit(1, c7), "1x7": unit(row, c7), "7x1": unit(column, 192)}),
      "7x7dbl": series({
        reduce: unit(1, c7),
        "7x1a": unit(column, c7),
        "1x7a": unit(row, c7),
        "7x1b": unit(column, c7),
        "1x7b": unit(row, 192)
      }),
      pool: series({pool: average, proj: unit(1, 192)})
    },
    "InceptionB"
  );
}

/** 17×17 to 8×8. */
function reductionB(unit: ConvUnit): Net {
  return concat(
    {
      "3x3": series({reduce: unit(1, 192), conv: unit(3, 320, half)}),
      "7x7x3": series({
        reduce: unit(1, 192),
        "1x7": unit([1, 7], 192),
        "7x1": unit([7, 1], 192),
        conv: unit(3, 192, half)
      }),
      pool: maxPool(3, half)
    },
    "ReductionB"
  );
}

/** The module at 8×8, whose 3×3 ends are split side by side: the paper's Fig. 7. */
function inceptionC(unit: ConvUnit, average: Net): Net {
  const split = concat({"1x3": unit([1, 3], 384), "3x1": unit([3, 1], 384)});
  return concat(
    {
      "1x1": unit(1, 320),
      "3x3": series({reduce: unit(1, 384), split}),
      "3x3dbl": series({reduce: unit(1, 448), conv: unit(3, 384), split}),
      pool: series({pool: average, proj: unit(1, 192)})
    },
    "InceptionC"
  );
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
