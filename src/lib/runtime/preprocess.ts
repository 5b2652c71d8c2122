/** From a picture to the numbers that a network's input takes. */
import type {Release} from "../nets/releases.ts";
import {resizeArea} from "./resize.ts";

/** What the network is fed, and the same as a picture. */
export interface Prepared {
  /** [size][size][3], ready for the network. */
  pixels: Float32Array;
  /** What the network saw: size · size RGBA bytes. */
  rgba: Uint8ClampedArray;
}

/**
 * Crops the central square, reduces it by area and normalises it by the release's facts.
 * @param rgba bytes in rows, [height][width][4]; sides in pixels
 * @throws if there are more or fewer bytes than that
 */
export function preprocess(rgba: Uint8ClampedArray, width: number, height: number, input: Release["input"]): Prepared {
  const seen = resizeArea(rgba, width, height, input.size);
  return {pixels: normalise(seen, input), rgba: seen};
}

/**
 * (value − mean) / std per channel, on values from 0 to `scale`, channels in the release's order.
 * @param rgba bytes, [pixels][4]; alpha is passed over
 * @returns [pixels][3]
 */
export function normalise(rgba: Uint8ClampedArray, {channels, scale, mean, std}: Release["input"]): Float32Array {
  const order = channels === "rgb" ? [0, 1, 2] : [2, 1, 0];
  const pixels = new Float32Array((rgba.length / 4) * 3);
  for (let c = 0; c < 3; c++) {
    const [from, m, s] = [order[c]!, mean[c]!, std[c]!];
    for (let at = 0; at < pixels.length / 3; at++) pixels[at * 3 + c] = ((rgba[at * 4 + from]! / 255) * scale - m) / s;
  }
  return pixels;
}
