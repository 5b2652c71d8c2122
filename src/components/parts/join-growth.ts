/**
 * Inception-ResNet-v2's block at 17×17 joined to what came in, in two ways: added through an expansion, as released, or
 * concatenated, so that each block reads all channels before it. What both cost, block after block.
 */
import {measure, type Shape, type Sheet} from "../../lib/analysis/measure.ts";
import {total} from "../../lib/analysis/total.ts";
import {convUnit} from "../../lib/nets/conv-unit.ts";
import {branches17, repeated, residual} from "../../lib/nets/inception-resnet.ts";
import {batchNorm, concat, series} from "../../lib/spec/build.ts";
import {flatten, scopeAt} from "../../lib/spec/graph.ts";
import type {Net} from "../../lib/spec/net.ts";

/** A way to join. */
export type JoinKind = "add" | "concat";

/** The map that the first block is given, and how many blocks there are. */
export const JOIN_INPUT: Shape = [17, 17, 1088];
export const MOST_BLOCKS = 20;

/** What is there behind a number of blocks. */
export interface JoinCost {
  channels: number;
  /** Of all blocks so far. */
  macs: number;
  params: number;
}

/** One way to join: a block alone for drawing, and its costs behind 0, 1, 2 … blocks. */
export interface JoinWay {
  kind: JoinKind;
  sheet: Sheet;
  costs: readonly JoinCost[];
}

const branches = branches17(convUnit({norm: batchNorm()}), [192, 128, 160, 192]);
const blocks: Record<JoinKind, Net> = {
  concat: concat({shortcut: series([]), branches}, "Kept"),
  add: residual("Block17", JOIN_INPUT[2]!, 0.1, branches)
};

/** Both ways, concatenation first. */
export const joinWays: readonly JoinWay[] = (["concat", "add"] as const).map((kind) => {
  const sheet = measure(flatten(series(repeated("block", MOST_BLOCKS, blocks[kind]))), JOIN_INPUT);
  const costs: JoinCost[] = [{channels: JOIN_INPUT[2]!, macs: 0, params: 0}];
  for (let i = 1; i <= MOST_BLOCKS; i++) {
    const scope = scopeAt(sheet.graph, `block_${i}`)!;
    const {macs, params} = total(sheet, scope);
    const before = costs.at(-1)!;
    costs.push({
      channels: sheet.rows[scope.output]!.shape[2]!,
      ...{macs: before.macs + macs, params: before.params + params}
    });
  }
  return {kind, sheet: measure(flatten(series([["block", blocks[kind]]])), JOIN_INPUT), costs};
});

/** The first number of blocks from which on adding costs less in all. */
export const addingPays: number = joinWays[0]!.costs.findIndex(
  ({macs}, n) => n > 0 && macs > joinWays[1]!.costs[n]!.macs
);

const concatenating = (n: number): number => joinWays[0]!.costs[n]!.macs - joinWays[0]!.costs[n - 1]!.macs;

/** The work of the last concatenating block in multiples of the first one's. */
export const concatGrowth: number = concatenating(MOST_BLOCKS) / concatenating(1);
