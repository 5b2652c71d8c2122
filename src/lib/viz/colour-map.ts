/** Colour maps for activations as tables of 256 colours, and pictures painted with them. Bytes in, bytes out. */
import {rgb} from "d3-color";
import {interpolateRgb, interpolateRgbBasis, piecewise} from "d3-interpolate";

/** 256 colours, RGB, 768 bytes. */
export type ColourMap = Uint8ClampedArray;

/**
 * For magnitudes from 0 up: dark to light, evenly for the eye and for colour-blind readers. Nine points of viridis (van der
 * Walt and Smith, 2015): d3-scale-chromatic would bring every scheme there is, some 10 kB.
 */
export const sequential: ColourMap = tableOf(
  piecewise(interpolateRgb, "#440154 #472d7b #3b528b #2c728e #21918c #28ae80 #5ec962 #addc30 #fde725".split(" "))
);

/** For signed values: blue speaks against, orange speaks for, and the middle (127.5) is zero. */
export const diverging: ColourMap = tableOf(
  interpolateRgbBasis(["#08306b", "#2b6cb0", "#8fbbe0", "#f3f1ec", "#f6b077", "#d9601a", "#7f2704"])
);

function tableOf(colour: (t: number) => string): ColourMap {
  const table = new Uint8ClampedArray(768);
  for (let i = 0; i < 256; i++) {
    const {r, g, b} = rgb(colour(i / 255));
    table.set([r, g, b], i * 3);
  }
  return table;
}

/** A colour map as a CSS gradient from left to right. */
export function gradient(map: ColourMap): string {
  const stops = Array.from({length: 17}, (_, i) => Math.min(255, i * 16));
  return `linear-gradient(to right, ${stops.map((i) => `rgb(${map[i * 3]} ${map[i * 3 + 1]} ${map[i * 3 + 2]})`).join(", ")})`;
}

/** The smallest and largest value of a scale. */
export interface Range {
  min: number;
  max: number;
}

/**
 * Paints one tile on a scale.
 * @param bytes one channel of tiles: 0 is `own.min`, 255 is `own.max`
 * @param scale the values that get the map's first and last colour
 * @returns RGBA, 4 bytes per pixel
 */
export function paintTile(bytes: Uint8Array, own: Range, scale: Range, map: ColourMap): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(bytes.length * 4);
  const spread = scale.max > scale.min ? 255 / (scale.max - scale.min) : 0;
  const [step, start] = [((own.max - own.min) / 255) * spread, (own.min - scale.min) * spread];
  for (let at = 0; at < bytes.length; at++) {
    const colour = 3 * Math.max(0, Math.min(255, Math.round(start + bytes[at]! * step)));
    rgba.set([map[colour]!, map[colour + 1]!, map[colour + 2]!, 255], at * 4);
  }
  return rgba;
}

/**
 * Paints a signed map to be laid over a picture: colour says the sign, opacity the strength, zero is clear.
 * @param limit the magnitude that gets the full colour
 * @returns RGBA, 4 bytes per value
 */
export function paintSigned(values: Float32Array, limit: number): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(values.length * 4);
  values.forEach((value, at) => {
    const strength = limit > 0 ? Math.max(-1, Math.min(1, value / limit)) : 0;
    const colour = 3 * (strength < 0 ? 40 : 215);
    rgba.set(
      [diverging[colour]!, diverging[colour + 1]!, diverging[colour + 2]!, Math.round(Math.abs(strength) * 200)],
      at * 4
    );
  });
  return rgba;
}
