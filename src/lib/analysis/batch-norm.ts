/**
 * Batch normalisation of one channel: the statistics of a batch from those of its pictures, the steps from a convolution's
 * output to what the ReLU gets, and folding all of it into the convolution. Ioffe and Szegedy, 2015, arXiv 1502.03167,
 * algorithms 1 and 2.
 */

/** Mean and variance of some numbers; the variance is their mean squared distance from the mean. */
export interface Moments {
  mean: number;
  variance: number;
}

/** What a normalisation has learned for a channel, and what it adds to the variance. */
export interface NormNumbers {
  gamma: number;
  beta: number;
  eps: number;
}

/** y = factor · x + offset. */
export interface Line {
  factor: number;
  offset: number;
}

/** The names of the steps, in order; `output` is the convolution's. */
export const NORM_STEPS = ["output", "centred", "divided", "scaled", "shifted"] as const;
export type NormStep = (typeof NORM_STEPS)[number];

/** Mean and variance of numbers. */
export function momentsOf(values: ArrayLike<number>): Moments {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += values[i]! / values.length;
  let variance = 0;
  for (let i = 0; i < values.length; i++) variance += (values[i]! - mean) ** 2 / values.length;
  return {mean, variance};
}

/** Mean and variance over several pictures of one size: the pictures' own variance, and the variance of their means. */
export function batchMoments(pictures: readonly Moments[]): Moments {
  const {mean, variance} = momentsOf(pictures.map((one) => one.mean));
  return {mean, variance: variance + momentsOf(pictures.map((one) => one.variance)).mean};
}

/** Each step as one line from the convolution's output: a normalisation moves and stretches, nothing else. */
export function normLines({mean, variance}: Moments, {gamma, beta, eps}: NormNumbers): Record<NormStep, Line> {
  const over = 1 / Math.sqrt(variance + eps);
  const through = (factor: number, shift = 0): Line => ({factor, offset: shift - mean * factor});
  return {
    output: {factor: 1, offset: 0},
    centred: through(1),
    divided: through(over),
    scaled: through(gamma * over),
    shifted: through(gamma * over, beta)
  };
}

/** Mean and variance after a line. */
export function along({factor, offset}: Line, {mean, variance}: Moments): Moments {
  return {mean: factor * mean + offset, variance: factor ** 2 * variance};
}

/** A convolution's weights for one output channel, and its bias. */
export interface ChannelKernel {
  weights: Float32Array;
  bias: number;
}

/** The kernel with the normalisation in it, in 32-bit floats as a network would store them. */
export function foldKernel({weights, bias}: ChannelKernel, {factor, offset}: Line): ChannelKernel {
  return {weights: weights.map((weight) => weight * factor), bias: Math.fround(bias * factor + offset)};
}

/**
 * One output channel of a 3×3 convolution with zeros around the picture, added up in 32-bit floats.
 * @param picture [row][column][channel]
 * @param weights [channel][3][3], PyTorch's order
 * @returns [row][column]
 */
export function convolveChannel(picture: Float32Array, side: number, {weights, bias}: ChannelKernel): Float32Array {
  const channels = weights.length / 9;
  const output = new Float32Array(side * side);
  for (let at = 0; at < output.length; at++) {
    const [top, left] = [Math.floor(at / side) - 1, (at % side) - 1];
    let sum = bias;
    for (let i = 0; i < weights.length; i++) {
      const [row, column] = [top + Math.floor((i % 9) / 3), left + (i % 3)];
      if (row < 0 || column < 0 || row >= side || column >= side) continue;
      const pixel = picture[(row * side + column) * channels + Math.floor(i / 9)]!;
      sum = Math.fround(sum + Math.fround(pixel * weights[i]!));
    }
    output[at] = sum;
  }
  return output;
}

/** A map normalised in 32-bit floats, operation by operation, as a network would without folding. */
export function normalise(
  values: Float32Array,
  {mean, variance}: Moments,
  {gamma, beta, eps}: NormNumbers
): Float32Array {
  const [root, m] = [Math.fround(Math.sqrt(variance + eps)), Math.fround(mean)];
  return values.map((x) => Math.fround(Math.fround(Math.fround(x - m) / root) * gamma) + beta);
}

/** The largest difference between two maps. */
export function largestDifference(one: Float32Array, other: Float32Array): number {
  return one.reduce((largest, value, at) => Math.max(largest, Math.abs(value - other[at]!)), 0);
}
