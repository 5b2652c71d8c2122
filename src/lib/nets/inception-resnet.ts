/**
 * Inception-ResNet v1 and v2 (Szegedy et al., 2016, arXiv 1602.07261): Inception branches whose sum is added to their input.
 *
 * Version 1 was never released by its authors; `paper` is Figs. 10–15, `facenet` and `osmr` are the ports that people use.
 * Version 2 as released (`slim`, `keras`, `timm`) has V3's stem, a module at 35×35 and 10/20/9+1 blocks. The paper's figures
 * show another network, `paper` here: V4's stem and 5/10/5 blocks. Their printed channels contradict each other in two
 * places (1154, 2048); it is read with what the concatenations give, 1152 and 2144.
 */
import type {Named, Net, Op, Series} from "../spec/net.ts";
import {
  add,
  avgPool,
  batchNorm,
  concat,
  conv,
  dense,
  dropout,
  globalAvgPool,
  maxPool,
  relu,
  series
} from "../spec/build.ts";
import {type ConvUnit, convUnit} from "./conv-unit.ts";
import {auxiliary, stemV3} from "./inception-v3.ts";
import {reductionA, stemV4} from "./inception-v4.ts";

/** Which Inception-ResNet-v1. */
export type InceptionResnetV1Variant = "paper" | "osmr" | "facenet";
/** Which Inception-ResNet-v2. */
export type InceptionResnetV2Variant = "timm" | "keras" | "slim" | "paper";

const half = {stride: 2, pad: "valid"} as const;
const times = (by: number): Op => ({kind: "times", by});

/** Factors on the residuals of the three kinds of blocks in all released code; the paper says "between 0.1 and 0.3". */
const SCALE = {block35: 0.17, block17: 0.1, block8: 0.2} as const;

/**
 * A residual block: branches, a linear 1×1 back to the channels that came in, scaled, added, ReLU. The expansion has a
 * bias and no normalisation.
 */
export function residual(block: string, channels: number, scale: number, branches: Net, {act = true} = {}): Series {
  const long = series({branches, expand: conv(1, channels), ...(scale === 1 ? {} : {scale: times(scale)})});
  const sum = add({shortcut: series([]), residual: long});
  return series({sum, ...(act ? {relu} : {})}, block);
}

/** A block so many times, named by its number. */
export const repeated = (name: string, count: number, block: Net): Named[] =>
  Array.from({length: count}, (_, i): Named => [`${name}_${i + 1}`, block]);

type Widths = readonly number[];

const branches35 = (unit: ConvUnit, [one, b, c, d, e, f]: Widths): Net =>
  concat({
    "1x1": unit(1, one!),
    "3x3": series({reduce: unit(1, b!), conv: unit(3, c!)}),
    "3x3dbl": series({reduce: unit(1, d!), conv1: unit(3, e!), conv2: unit(3, f!)})
  });

/** The branches at 17×17: 1×1, and 1×7 then 7×1 behind a 1×1. */
export const branches17 = (unit: ConvUnit, [one, b, c, d]: Widths): Net =>
  concat({
    "1x1": unit(1, one!),
    "7x7": series({reduce: unit(1, b!), "1x7": unit([1, 7], c!), "7x1": unit([7, 1], d!)})
  });

/** The branches at 8×8: 1×1, and 1×3 then 3×1 behind a 1×1. */
export const branches8 = (unit: ConvUnit, [one, b, c, d]: Widths): Net =>
  concat({
    "1x1": unit(1, one!),
    "3x3": series({reduce: unit(1, b!), "1x3": unit([1, 3], c!), "3x1": unit([3, 1], d!)})
  });

/** Halves the resolution: two branches with one 3×3, one with two, and the pool; each 3×3 chain behind a 1×1 of `reduce`. */
export function reductionB(
  unit: ConvUnit,
  reduce: number,
  [a, b, c, d]: readonly [number, number, number, number],
  half: {stride: 2; pad: "valid" | 1},
  pool: Net
): Net {
  return concat(
    {
      "3x3": series({reduce: unit(1, reduce), conv: unit(3, a, half)}),
      "3x3b": series({reduce: unit(1, reduce), conv: unit(3, b, half)}),
      "3x3dbl": series({reduce: unit(1, reduce), conv1: unit(3, c), conv2: unit(3, d, half)}),
      pool
    },
    "ReductionB"
  );
}

/** The body: blocks at 35×35, 17×17 and 8×8 with a reduction between them. */
interface Body {
  counts: readonly [number, number, number];
  /** Channels of the maps at the three resolutions. */
  channels: readonly [number, number, number];
  reductionA: readonly [k: number, l: number, m: number, n: number];
  reductionB: readonly [number, number, number, number];
  widths35: Widths;
  widths17: Widths;
  widths8: Widths;
  /** Whether one more block at 8×8 follows, not scaled and without ReLU. */
  last: boolean;
  aux?: Named[];
}

function body(unit: ConvUnit, of: Body): Named[] {
  const [n35, n17, n8] = of.counts;
  const [c35, c17, c8] = of.channels;
  const at8 = branches8(unit, of.widths8);
  return [
    ...repeated("block35", n35, residual("Block35", c35, SCALE.block35, branches35(unit, of.widths35))),
    ["mixed6a", reductionA(unit, of.reductionA)],
    ...repeated("block17", n17, residual("Block17", c17, SCALE.block17, branches17(unit, of.widths17))),
    ...(of.aux ?? []),
    ["mixed7a", reductionB(unit, 256, of.reductionB, half, maxPool(3, half))],
    ...repeated("block8", n8, residual("Block8", c8, SCALE.block8, at8)),
    ...(of.last ? [[`block8_${n8 + 1}`, residual("LastBlock8", c8, 1, at8, {act: false})] as const] : [])
  ];
}

/** Inception-ResNet-v1 up to the logits; `facenet` ends in its 512 numbers of an embedding. */
export function inceptionResnetV1(variant: InceptionResnetV1Variant): Series {
  const norm = batchNorm({scale: variant !== "facenet"});
  const unit = convUnit({norm});
  const embedding: Named = ["bottleneck", series({fc: dense(512, {bias: false}), bn: norm})];
  const heads: Record<InceptionResnetV1Variant, Named[]> = {
    paper: [
      ["dropout", dropout(0.2)],
      ["fc", dense(1000)]
    ],
    osmr: [embedding, ["fc", dense(1000)]],
    facenet: [["dropout", dropout(0.2)], embedding]
  };
  return series(
    [
      ...stemV3(unit).slice(0, -1),
      ["conv4b", unit(3, 256, half)],
      ...body(unit, {
        ...{counts: [5, 10, 5], channels: [256, 896, 1792], last: variant !== "paper"},
        ...{reductionA: [192, 192, 256, 384], reductionB: [384, 256, 256, 256]},
        ...{widths35: [32, 32, 32, 32, 32, 32], widths17: [128, 128, 128, 128], widths8: [192, 192, 192, 192]}
      }),
      ["pool", globalAvgPool],
      ...heads[variant]
    ],
    "InceptionResnetV1"
  );
}

/** Inception-ResNet-v2 up to the logits. */
export function inceptionResnetV2(variant: InceptionResnetV2Variant): Series {
  const unit = convUnit({norm: batchNorm({scale: variant === "timm" || variant === "paper"})});
  const paper = variant === "paper";
  const classes = variant === "slim" ? 1001 : 1000;
  const start: Named[] = paper ? stemV4(unit) : [...stemV3(unit), ["mixed5b", mixed5b(unit)]];
  return series(
    [
      ...start,
      ...body(unit, {
        counts: paper ? [5, 10, 5] : [10, 20, 9],
        channels: paper ? [384, 1152, 2144] : [320, 1088, 2080],
        last: !paper,
        ...{reductionA: [256, 256, 384, 384], reductionB: [384, 288, 288, 320]},
        ...{widths35: [32, 32, 32, 32, 48, 64], widths17: [192, 128, 160, 192], widths8: [192, 192, 224, 256]},
        ...(variant === "slim" ? {aux: [["aux", auxiliary(unit, classes)]]} : {})
      }),
      ...(paper ? [] : [["conv7b", unit(1, 1536)] as const]),
      ["pool", globalAvgPool],
      ...(paper || variant === "slim" ? [["dropout", dropout(0.2)] as const] : []),
      ["fc", dense(classes)]
    ],
    "InceptionResnetV2"
  );
}

function mixed5b(unit: ConvUnit): Net {
  return concat(
    {
      "1x1": unit(1, 96),
      "5x5": series({reduce: unit(1, 48), conv: unit(5, 64)}),
      "3x3dbl": series({reduce: unit(1, 64), conv1: unit(3, 96), conv2: unit(3, 96)}),
      pool: series({pool: avgPool(3), proj: unit(1, 64)})
    },
    "InceptionA"
  );
}
