/**
 * GoogLeNet, Table 1 of "Going Deeper with Convolutions" (arXiv 1409.4842), in the three variants people meet.
 *
 * `bvlc` is the paper's: 5×5 kernels, LRN, biases, 3×3 pool before 5a. The torchvision and TF-Slim ports put 3×3
 * kernels in the 5×5 branch, BatchNorm for LRN and a 2×2 pool before 5a.
 */
import type {Named, Net, Series, Tap} from "../spec/net.ts";
import {
  adaptiveAvgPool,
  avgPool,
  batchNorm,
  dense,
  dropout,
  flattenOp,
  globalAvgPool,
  lrn,
  maxPool,
  relu,
  series,
  tap
} from "../spec/build.ts";
import {type ConvUnit, convUnit} from "./conv-unit.ts";
import {inceptionModule, naiveModule, TABLE_1, type TableRow} from "./inception-v1.ts";

/** Which GoogLeNet. */
export type GoogLeNetVariant = "bvlc" | "torchvision" | "slim";

/** GoogLeNet up to the logits, with its two auxiliary heads as taps where the variant has them. */
export function googlenet(variant: GoogLeNetVariant): Series {
  const unit = units[variant];
  const modules = (stage: string): Named[] =>
    rows(stage).flatMap(({name, widths}): Named[] => [
      [name, inceptionModule(widths, unit, {wide: variant === "bvlc" ? 5 : 3})],
      ...auxiliaryAfter(variant, name, unit)
    ]);
  return around(variant, modules);
}

/**
 * GoogLeNet as Table 1 has it, but with the naive modules of Fig. 2a and no auxiliary heads, to show what the reductions
 * prevent. Nobody trained it: each pool passes all its channels on, so every module is wider than the last.
 */
export function naiveGooglenet(): Series {
  return around("bvlc", (stage) => rows(stage).map(({name, widths}) => [name, naiveModule(widths, units.bvlc)]));
}

const rows = (stage: string): TableRow[] => TABLE_1.filter((row) => row.name.startsWith(stage));

/** What stands around the modules of the three stages. */
function around(variant: GoogLeNetVariant, modules: (stage: string) => Named[]): Series {
  const unit = units[variant];
  const pad = variant === "slim" ? "same" : 3;
  const down = (kernel: number): Net =>
    variant === "slim" ? maxPool(kernel, {stride: 2}) : maxPool(kernel, {stride: 2, pad: "valid", round: "ceil"});
  const norm = (name: string): Named[] => (variant === "bvlc" ? [[name, lrn()]] : []);
  return series(
    [
      ["conv1", unit(7, 64, {stride: 2, pad})],
      ["pool1", down(3)],
      ...norm("norm1"),
      ["conv2", series({reduce: unit(1, 64), conv: unit(3, 192)})],
      ...norm("norm2"),
      ["pool2", down(3)],
      ...modules("3"),
      ["pool3", down(3)],
      ...modules("4"),
      ["pool4", down(variant === "bvlc" ? 3 : 2)],
      ...modules("5"),
      ["pool5", globalAvgPool],
      ["dropout", dropout(variant === "bvlc" ? 0.4 : 0.2)],
      ["fc", dense(variant === "slim" ? 1001 : 1000)]
    ],
    "GoogLeNet"
  );
}

const units: Record<GoogLeNetVariant, ConvUnit> = {
  bvlc: convUnit(),
  torchvision: convUnit({norm: batchNorm()}),
  slim: convUnit({norm: batchNorm({scale: false})})
};

const AUXILIARY_AFTER: Readonly<Record<string, string>> = {"4a": "aux1", "4d": "aux2"};

function auxiliaryAfter(variant: GoogLeNetVariant, module: string, unit: ConvUnit): Named[] {
  const name = AUXILIARY_AFTER[module];
  return name === undefined || variant === "slim" ? [] : [[name, auxiliary(variant, unit)]];
}

// Section 5 of the paper; torchvision pools to 4×4 whatever comes in.
function auxiliary(variant: GoogLeNetVariant, unit: ConvUnit): Tap {
  return tap(
    series(
      {
        pool: variant === "torchvision" ? adaptiveAvgPool(4) : avgPool(5, {stride: 3, pad: "valid"}),
        conv: unit(1, 128),
        flatten: flattenOp,
        fc1: dense(1024),
        relu,
        dropout: dropout(0.7),
        fc2: dense(1000)
      },
      "AuxiliaryHead"
    )
  );
}
