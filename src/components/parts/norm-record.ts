/** The record of the figures on batch normalisation, written by scripts/record-norm.ts, unpacked. */
import type {Moments, NormNumbers} from "../../lib/analysis/batch-norm.ts";
import {NORM_CHOICES} from "./norm-choices.ts";

/** What the record holds; a norm is gamma, beta, mean, variance. */
export interface NormRecord {
  /** SHA-256 of the weights it was recorded with. */
  weights: string;
  layers: Record<string, readonly RecordedChannel[]>;
  /** The first layer: its kernel in PyTorch's order, and the norm of each output channel. */
  fold: {kernel: readonly number[]; norms: readonly (readonly number[])[]};
}

interface RecordedChannel {
  channel: number;
  range: readonly number[];
  norm: readonly number[];
  moments: readonly (readonly number[])[];
  counts: readonly (readonly number[])[];
}

/** One channel on one picture: how its values are spread, in bins over the channel's range. */
export interface ChannelSpread {
  moments: Moments;
  counts: ArrayLike<number>;
}

/** One channel: what its normalisation learned and remembers, and its values on every picture of the batch. */
export interface NormChannel {
  channel: number;
  range: readonly [number, number];
  numbers: NormNumbers;
  remembered: Moments;
  pictures: readonly ChannelSpread[];
}

/** What a normalisation learned, and what it remembers. */
export function normNumbers([gamma = 1, beta = 0, mean = 0, variance = 1]: readonly number[]): {
  numbers: NormNumbers;
  remembered: Moments;
} {
  return {numbers: {gamma, beta, eps: NORM_CHOICES.eps}, remembered: {mean, variance}};
}

/** The channels of a recorded layer. */
export function normChannels(record: NormRecord, path: string): NormChannel[] {
  return record.layers[path]!.map(({channel, range: [low = 0, high = 1], norm, moments, counts}) => ({
    ...{channel, range: [low, high] as const, ...normNumbers(norm)},
    pictures: moments.map(([mean = 0, variance = 0], i) => ({moments: {mean, variance}, counts: counts[i]!}))
  }));
}
