/** The numbers behind 8-bit activation tiles. */
import type {Range} from "./colour-map.ts";

/** Tiles as the engine hands them over: [channels][height][width] bytes, 0..255 between each channel's min and max. */
export interface TileBytes {
  shape: readonly [height: number, width: number, channels: number];
  bytes: Uint8Array;
  min: Float32Array;
  max: Float32Array;
}

/** The bytes of one channel. */
export function tileOf({shape: [height, width], bytes}: TileBytes, channel: number): Uint8Array {
  return bytes.subarray(channel * height * width, (channel + 1) * height * width);
}

/** The smallest and the largest value of one channel. */
export function tileRange({min, max}: TileBytes, channel: number): Range {
  return {min: min[channel]!, max: max[channel]!};
}

/** Mean value of one channel, exact to half a step of its 8 bits. */
export function tileMean(tiles: TileBytes, channel: number): number {
  const bytes = tileOf(tiles, channel);
  const {min, max} = tileRange(tiles, channel);
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return min + ((max - min) * sum) / (255 * bytes.length);
}

/** Mean value over all channels of a branch: how strongly it answers. */
export function branchMean(tiles: TileBytes): number {
  const channels = tiles.shape[2];
  let sum = 0;
  for (let c = 0; c < channels; c++) sum += tileMean(tiles, c);
  return channels === 0 ? 0 : sum / channels;
}

/** One scale for several branches: from the smallest to the largest value, zero included. */
export function commonRange(branches: Iterable<TileBytes>): Range {
  const range = {min: 0, max: 0};
  for (const {min, max} of branches)
    for (let c = 0; c < min.length; c++) {
      range.min = Math.min(range.min, min[c]!);
      range.max = Math.max(range.max, max[c]!);
    }
  return range;
}
