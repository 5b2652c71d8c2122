/** Which published network each of the compact family makes small, and what else is not as published. */
import {network} from "../registry.ts";

/** A departure beside the size, or what is as published though the next chapters' networks have it otherwise. */
export type Change =
  | "batchNorm" // has it; the published network came before it
  | "lrn" // has none
  | "dropout" // has none on the main line
  | "window" // 3×3 in its second block, for 5×5
  | "lastRelu" // has none behind the class maps
  | "heads" // trained afterwards, behind the finished network
  | "noResidual"; // has none, like the published network

/** The published network that a compact one follows. */
export interface Original {
  /** Id in the registry; null where none is followed. */
  of: string | null;
  changes: readonly Change[];
}

/** By id of the compact network. `tests/nets/originals.test.ts` holds the changes to the two graphs. */
export const originals: Readonly<Record<string, Original>> = {
  "compact-plain": {of: null, changes: []},
  "compact-nin": {of: "nin@cifar10", changes: ["batchNorm", "dropout", "window", "lastRelu"]},
  "compact-naive": {of: "inception-naive@paper", changes: ["batchNorm", "lrn", "dropout"]},
  "compact-v1": {of: "googlenet@bvlc", changes: ["batchNorm", "lrn", "dropout", "heads"]},
  "compact-v2": {of: "bn-inception@slim", changes: []},
  "compact-v3": {of: "inception-v3@slim", changes: ["dropout", "heads"]},
  "compact-v4": {of: "inception-v4@slim", changes: ["dropout", "noResidual"]},
  "compact-resnet": {of: "inception-resnet-v2@slim", changes: ["dropout"]}
};

/** Name of the published network that is followed, null where none is, and what was changed beside the size. */
export interface Followed {
  original: string | null;
  changes: readonly Change[];
}

/** What a compact network follows; nothing for any other network. */
export function originalOf(id: string): Followed {
  const {of, changes} = originals[id] ?? {of: null, changes: []};
  return {original: of === null ? null : network(of).name, changes};
}
