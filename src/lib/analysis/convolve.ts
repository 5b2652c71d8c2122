/**
 * Slides one kernel over one channel, number by number, as the figures show it. As in PyTorch and TensorFlow the kernel is
 * not flipped: what networks call a convolution is a cross-correlation.
 */
import {slideAxis} from "./measure.ts";

/** One channel: rows of numbers. */
export interface Plane {
  height: number;
  width: number;
  /** [height][width] */
  values: ArrayLike<number>;
}

/** A square kernel and how it moves. The weights are divided by `divisor`. */
export interface Sliding {
  /** [side][side] */
  weights: readonly number[];
  divisor: number;
  stride: number;
  /** TensorFlow's words, or zeros on every side. */
  pad: "same" | "valid" | number;
}

/** One multiplication: a number of the picture (0 outside of it) and the weight that lies over it. */
export interface Tap {
  row: number;
  column: number;
  /** Whether the place is padding. */
  outside: boolean;
  value: number;
  weight: number;
}

/** Side of a square kernel. */
export function sideOf(weights: readonly number[]): number {
  return Math.round(Math.sqrt(weights.length));
}

/**
 * What lies under the kernel for one output position.
 * @param at row and column of the output
 */
export function tapsAt(plane: Plane, sliding: Sliding, [row, column]: readonly [number, number]): Tap[] {
  const side = sideOf(sliding.weights);
  const top = row * sliding.stride - axis(plane.height, side, sliding).before;
  const left = column * sliding.stride - axis(plane.width, side, sliding).before;
  return sliding.weights.map((weight, i) => {
    const [y, x] = [top + Math.floor(i / side), left + (i % side)];
    const outside = y < 0 || x < 0 || y >= plane.height || x >= plane.width;
    return {row: y, column: x, outside, value: outside ? 0 : plane.values[y * plane.width + x]!, weight};
  });
}

/** The sum of products under the kernel, divided. */
export function tapSum(taps: readonly Tap[], divisor: number): number {
  return taps.reduce((sum, {value, weight}) => sum + value * weight, 0) / divisor;
}

/**
 * The whole output.
 * @throws if the kernel does not fit into the picture
 */
export function convolve(plane: Plane, sliding: Sliding): Plane {
  const side = sideOf(sliding.weights);
  const [height, width] = [axis(plane.height, side, sliding).out, axis(plane.width, side, sliding).out];
  const values = Float64Array.from({length: height * width}, (_, i) =>
    tapSum(tapsAt(plane, sliding, [Math.floor(i / width), i % width]), sliding.divisor)
  );
  return {height, width, values};
}

function axis(length: number, side: number, {stride, pad}: Sliding): {out: number; before: number; after: number} {
  const slid = slideAxis(length, side, stride, pad, "floor");
  if (slid === null) throw new Error(`a ${side}×${side} window does not fit into ${length} pixels`);
  return slid;
}

/**
 * A 1×1 convolution with one output channel: at every position a weighted sum of the channels there.
 * @param pixels [position][channel]
 * @param weights one per channel
 */
export function mixChannels(pixels: ArrayLike<number>, weights: readonly number[], bias: number): Float64Array {
  const channels = weights.length;
  return Float64Array.from({length: pixels.length / channels}, (_, at) =>
    weights.reduce((sum, weight, c) => sum + weight * pixels[at * channels + c]!, bias)
  );
}
