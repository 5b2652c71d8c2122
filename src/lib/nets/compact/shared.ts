/**
 * What the compact family shares: 32×32 pictures in, ten classes out, about 25 M multiply–adds and at most 300,000
 * parameters. One network for each idea of the story, and one without branches, so that what differs is the idea and not the budget.
 *
 * All of them normalise every convolution but the few that the papers leave linear. Network in Network, the naive module and
 * V1 came before BatchNorm; without it they do not train within the same few epochs, so here they have it too.
 */
import type {Named, Net, Tap} from "../../spec/net.ts";
import {
  avgPool,
  batchNorm,
  dense,
  dropout,
  flattenOp,
  globalAvgPool,
  maxPool,
  relu,
  series,
  tap
} from "../../spec/build.ts";
import {convUnit} from "../conv-unit.ts";

/** Convolution, BatchNorm, ReLU. */
export const unit = convUnit({norm: batchNorm()});

/** 3×3 max pooling with stride 2, rounded up: 32 to 16 to 8. */
export const down: Net = maxPool(3, {stride: 2, pad: "valid", round: "ceil"});

/** A convolution's options that halve 16 to 8 (the papers' 35 to 17 needs no padding; even sizes do). */
export const half = {stride: 2, pad: 1} as const;

/** The end: global average pooling and one linear layer. */
export const head: Named[] = [
  ["pool", globalAvgPool],
  ["fc", dense(10)]
];

/**
 * An auxiliary head: GoogLeNet's (section 5 of the paper) with fewer channels, and normalised as V3's is. It is trained behind
 * a finished trunk, so it reads what the trunk knows at its depth and changes nothing in it; its weights are a file apart.
 */
export const auxiliary: Tap = tap(
  series(
    {
      pool: avgPool(5, {stride: 3, pad: "valid"}),
      conv: unit(1, 48),
      flatten: flattenOp,
      fc1: dense(96),
      relu,
      dropout: dropout(0.3),
      fc2: dense(10)
    },
    "AuxiliaryHead"
  )
);
