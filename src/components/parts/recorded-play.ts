/**
 * What scripts/record-play.ts recorded of every trained network with the first picture, for readers who have not started it.
 */
import type {Votes} from "../../lib/runtime/client.ts";
import {type RecordedTiles, tilesFrom} from "./recorded.ts";

/** All records of one network. */
export interface RecordedPlay {
  /** SHA-256 of the weights it was recorded with. */
  weights: string;
  logits: number[];
  /** Logits of every exit, shallowest first, the network's own last; where heads are trained. */
  heads?: number[][];
  /** Shares of every class's logit, and the maps of the best class. */
  votes: {
    best: number;
    height: number;
    width: number;
    gated: boolean;
    parts: {path: string; channel?: number; rest?: number}[][];
    /** [class][part], rounded like the rest. */
    shares: number[][];
    bias: number[];
    maps: RecordedTiles;
  };
  /** The class activation map of the best class. */
  cam: RecordedTiles & {index: number; bias: number};
  /** The class activation maps of all classes, one channel each. */
  classMaps: RecordedTiles & {bias: number[]};
  /** Right answers on the validation scenes: of the whole network, and with one branch silenced. */
  scenes: {count: number; right: number; silenced: Record<string, number>};
  /** The picture's subject in several sizes, in per cent: mean activation of every branch, and logits. */
  sizes: {percent: number[]; branches: Record<string, number[]>; logits: number[][]};
}

/** Recorded votes as the engine gives them; maps, where none were recorded, have no values. */
export function votesFrom(record: RecordedPlay["votes"], index: number): Votes {
  const {best, height, width, gated} = record;
  const maps = index === best ? valuesOf(record.maps) : [];
  const parts = record.parts[index]!.map((part, i) => ({
    ...part,
    share: record.shares[index]![i]!,
    values: maps[i] ?? new Float32Array()
  }));
  const bias = record.bias[index]!;
  return {index, height, width, gated, parts, bias, logit: parts.reduce((sum, {share}) => sum + share, bias)};
}

/** The values of every channel of recorded tiles, exact to 1/255 of their range. */
export function valuesOf(recorded: RecordedTiles): Float32Array[] {
  const {shape, bytes, min, max} = tilesFrom(recorded);
  const [height, width, channels] = shape;
  return Array.from({length: channels}, (_, c) =>
    Float32Array.from(
      bytes.subarray(c * height * width, (c + 1) * height * width),
      (byte) => min[c]! + (byte * (max[c]! - min[c]!)) / 255
    )
  );
}
