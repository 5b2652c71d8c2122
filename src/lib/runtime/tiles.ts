/** An activation as 8-bit pictures, one per channel. */

/** One grey picture per channel; 0 is that channel's smallest value and 255 its largest. */
export interface Tiles {
  shape: readonly [height: number, width: number, channels: number];
  /** [channels][height][width] */
  bytes: Uint8Array;
  /** Smallest value of each channel. */
  min: Float32Array;
  /** Largest value of each channel. */
  max: Float32Array;
}

/**
 * Reduces an activation to tiles; a vector becomes 1×1 tiles, a constant channel is all 0.
 * @param values [height][width][channels] or [channels]
 */
export function tilesOf(values: Float32Array, shape: readonly number[]): Tiles {
  const [height, width, channels] =
    shape.length === 3 ? (shape as [number, number, number]) : ([1, 1, shape[0]!] as const);
  const pixels = height * width;
  const [min, max] = [new Float32Array(channels).fill(Infinity), new Float32Array(channels).fill(-Infinity)];
  for (let i = 0; i < values.length; i++) {
    const c = i % channels;
    if (values[i]! < min[c]!) min[c] = values[i]!;
    if (values[i]! > max[c]!) max[c] = values[i]!;
  }
  const bytes = new Uint8Array(values.length);
  for (let c = 0; c < channels; c++) {
    const scale = max[c]! > min[c]! ? 255 / (max[c]! - min[c]!) : 0;
    for (let at = 0; at < pixels; at++)
      bytes[c * pixels + at] = Math.round((values[at * channels + c]! - min[c]!) * scale);
  }
  return {shape: [height, width, channels], bytes, min, max};
}
