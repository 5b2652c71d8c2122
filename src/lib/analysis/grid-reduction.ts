/**
 * Three ways to halve a map's sides while its channels grow: pool first, convolve first, or both side by side (Szegedy et al.
 * 2015, §5). Each is written as a network and measured.
 */
import {concat, conv, maxPool, series} from "../spec/build.ts";
import {flatten, nodeAt} from "../spec/graph.ts";
import type {Net} from "../spec/net.ts";
import {measure, type Shape} from "./measure.ts";
import {total} from "./total.ts";

/** The ways, in the order in which the paper argues. */
export const REDUCTIONS = ["convFirst", "poolFirst", "sideBySide"] as const;
/** One of the ways. */
export type ReductionId = (typeof REDUCTIONS)[number];

/** A map of `side` × `side` × `channels` that is to become about half as high and wide, with `out` channels. */
export interface Halved {
  side: number;
  channels: number;
  out: number;
}

/** A map on the way: what made it, and how many numbers it has. */
export interface ReductionStage {
  name: "input" | "pool" | "conv" | "both";
  shape: Shape;
  numbers: number;
}

/** A way with its maps from input to output and its multiply–adds. */
export interface Reduction {
  id: ReductionId;
  stages: ReductionStage[];
  macs: number;
  /** Whether a map on the way has fewer numbers than the output: the paper's representational bottleneck. */
  bottleneck: boolean;
}

const half = {stride: 2, pad: "valid"} as const;
const bare = {bias: false} as const;

function partsOf(id: ReductionId, {channels, out}: Halved): Record<string, Net> {
  switch (id) {
    case "convFirst":
      return {conv: conv(3, out, bare), pool: maxPool(3, half)};
    case "poolFirst":
      return {pool: maxPool(3, half), conv: conv(3, out, bare)};
    case "sideBySide":
      return {both: concat({conv: conv(3, out - channels, {...bare, ...half}), pool: maxPool(3, half)})};
    default:
      id satisfies never;
      throw new Error(`${String(id)}: no such reduction`);
  }
}

/**
 * The three ways for a map; windows are 3×3, and those with stride 2 are not padded, as in Inception V3.
 * @throws if `out` is not larger than `channels`, or the map is smaller than 3×3
 */
export function gridReductions(halved: Halved): Reduction[] {
  const {side, channels, out} = halved;
  if (out <= channels) throw new Error(`side by side: needs more than ${channels} channels out, found ${out}`);
  const numbers = (shape: Shape): number => shape.reduce((a, b) => a * b, 1);
  return REDUCTIONS.map((id) => {
    const parts = partsOf(id, halved);
    const graph = flatten(series(parts));
    const sheet = measure(graph, [side, side, channels]);
    const stages = (Object.keys(parts) as ReductionStage["name"][]).map((name) => ({
      name,
      shape: sheet.rows[nodeAt(graph, name)]!.shape
    }));
    const all = [{name: "input" as const, shape: sheet.input}, ...stages].map((stage) => ({
      ...stage,
      numbers: numbers(stage.shape)
    }));
    const last = all.at(-1)!.numbers;
    return {id, stages: all, macs: total(sheet).macs, bottleneck: all.some((stage) => stage.numbers < last)};
  });
}
