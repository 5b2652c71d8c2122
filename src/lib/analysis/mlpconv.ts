/**
 * A small mlpconv, number by number: one convolution over one channel, then two 1×1 convolutions, which at every place are a
 * small fully connected network on what the convolution found there (Lin, Chen, Yan, 2013, section 3.1).
 */
import {convolve, mixChannels, type Plane} from "./convolve.ts";

/** The weights of the two 1×1 layers. */
export interface MlpWeights {
  /** [unit][kernel] */
  hidden: readonly (readonly number[])[];
  /** One per hidden unit. */
  out: readonly number[];
  bias: number;
}

/** Every map on the way. All have the same height and width. */
export interface MlpMaps {
  first: Plane[];
  hidden: Plane[];
  out: Plane;
}

/** Four 3×3 kernels: brighter to the right, to the left, below, above. Divided by 4, so that black to white is 255. */
export const EDGES = {
  kernels: [
    [-1, 0, 1, -2, 0, 2, -1, 0, 1],
    [1, 0, -1, 2, 0, -2, 1, 0, -1],
    [-1, -2, -1, 0, 0, 0, 1, 2, 1],
    [1, 2, 1, 0, 0, 0, -1, -2, -1]
  ],
  divisor: 4
} as const;

/**
 * Runs it, without padding.
 * @param relu whether negative sums become 0 after every layer
 */
export function mlpMaps(plane: Plane, {hidden, out, bias}: MlpWeights, relu: boolean): MlpMaps {
  const bend = ({height, width, values}: Plane): Plane => ({
    ...{height, width},
    values: relu ? Float64Array.from(values, (value) => Math.max(0, value)) : values
  });
  const first = EDGES.kernels.map((weights) =>
    bend(convolve(plane, {weights, divisor: EDGES.divisor, stride: 1, pad: "valid"}))
  );
  const middle = hidden.map((weights) => bend(mix(first, weights, 0)));
  return {first, hidden: middle, out: bend(mix(middle, out, bias))};
}

// A 1×1 convolution over maps that lie one behind the other.
function mix(maps: readonly Plane[], weights: readonly number[], bias: number): Plane {
  const {height, width} = maps[0]!;
  const pixels = Float64Array.from(
    {length: height * width * maps.length},
    (_, i) => maps[i % maps.length]!.values[Math.floor(i / maps.length)]!
  );
  return {height, width, values: mixChannels(pixels, weights, bias)};
}
