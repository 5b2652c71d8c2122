/** Colour maps for activations as tables of 256 colours, and pictures painted with them. Bytes in, bytes out. */

/** 256 colours, RGB, 768 bytes. */
export type ColourMap = Uint8ClampedArray;

/**
 * For magnitudes from 0 up: dark to light, evenly for the eye and for colour-blind readers. Nine points of viridis (van der
 * Walt and Smith, 2015), straight lines between them.
 */
export const sequential: ColourMap = tableOf("440154 472d7b 3b528b 2c728e 21918c 28ae80 5ec962 addc30 fde725");

/**
 * For signed values: blue speaks against, orange speaks for, and the middle (127.5) is zero. Points of the uniform B-spline in
 * RGB with the corners 08306b, 2b6cb0, 8fbbe0, f3f1ec, f6b077, d9601a and 7f2704, which lines follow to within 1 of 255.
 */
export const diverging: ColourMap = tableOf(
  "08306b 113f7c 1b4e8d 275e9d 366fad 4981ba 5e93c7 76a6d1 8fb7da a8c6e0 bfd3e3 d3dbe0 e3ddd7 " +
    "edd8c6 f2ceaf f3bf96 f1ae7b ec9b62 e6884a dc7636 cf6426 be5319 ab4410 95350a 7f2704"
);

// Few points and lines in place of a library of colour spaces, which would weigh as much as a figure.
function tableOf(colours: string): ColourMap {
  const points = colours.split(" ").map((hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  return Uint8ClampedArray.from({length: 768}, (_, i) => {
    const at = (Math.floor(i / 3) / 255) * (points.length - 1);
    const before = Math.min(points.length - 2, Math.floor(at));
    const [low, high] = [points[before]![i % 3]!, points[before + 1]![i % 3]!];
    return low + (at - before) * (high - low); // rounded by the array
  });
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
