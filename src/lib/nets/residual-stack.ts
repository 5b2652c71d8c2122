/**
 * Inception-ResNet-v2's 20 blocks at 17×17 (arXiv 1602.07261, Fig. 17, as released) behind one layer that makes such a map of a
 * small picture, with all widths divided, to measure what scaling the residuals does to the activations.
 */
import type {Series} from "../spec/net.ts";
import {batchNorm, dense, globalAvgPool, series} from "../spec/build.ts";
import {convUnit} from "./conv-unit.ts";
import {branches17, repeated, residual} from "./inception-resnet.ts";

/** What is tried: how many blocks, what their residuals are multiplied with, and whether their branches are normalised. */
export interface ResidualStack {
  blocks: number;
  scale: number;
  norm: boolean;
  /** Divides the widths of the released network: 8 leaves 136 of 1,088 channels. */
  narrow: number;
}

/** Channels of the map at 17×17, and of the branches: 1×1; 1×1, 1×7 and 7×1. */
const [CHANNELS, BRANCHES] = [1088, [192, 128, 160, 192]] as const;

/** Side of the pictures: one 3×3 with stride 2 and no padding makes 17×17 of it. */
export const STACK_SIDE = 35;

/** A layer with stride 2, always normalised, the blocks, and a linear head for ten classes. */
export function residualStack({blocks, scale, norm, narrow}: ResidualStack): Series {
  const normed = convUnit({norm: batchNorm()});
  const branches = branches17(
    norm ? normed : convUnit(),
    BRANCHES.map((width) => width / narrow)
  );
  return series([
    ["stem", normed(3, CHANNELS / narrow, {stride: 2, pad: "valid"})],
    ...repeated("block17", blocks, residual("Block17", CHANNELS / narrow, scale, branches)),
    ["mean", globalAvgPool],
    ["fc", dense(10)]
  ]);
}

/** Paths of the map that is given to the first block and of each block's output. */
export function stackLayers({blocks}: Pick<ResidualStack, "blocks">): string[] {
  return ["stem", ...Array.from({length: blocks}, (_, i) => `block17_${i + 1}`)];
}
