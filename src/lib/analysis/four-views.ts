/** A naive module in small: four windows on one picture, kernels by hand, so that every number can be checked. */
import {convolve, mixChannels, type Plane} from "./convolve.ts";

/** The kernels. The 3×3 and the 5×5 look at brightness: light detail of one pixel, and light spots of three. */
export const VIEW_KERNELS = {
  one: {weights: [1, -0.5, -0.5]},
  three: {weights: [-1, -1, -1, -1, 8, -1, -1, -1, -1], divisor: 8},
  five: {
    weights: [-9, -9, -9, -9, -9, -9, 16, 16, 16, -9, -9, 16, 16, 16, -9, -9, 16, 16, 16, -9, -9, -9, -9, -9, -9],
    divisor: 144
  }
} as const;

/** The branches' outputs: a channel each, and the pool with as many as came in. */
export interface FourViews {
  one: Plane;
  three: Plane;
  five: Plane;
  pool: Plane[];
}

/**
 * Runs the module on a picture.
 * @param rgb [row][column][3]
 * @param padded whether every branch pads its input, so that all outputs have the picture's size
 */
export function fourViews(rgb: ArrayLike<number>, grey: ArrayLike<number>, side: number, padded: boolean): FourViews {
  const pad = padded ? "same" : "valid";
  const brightness = {height: side, width: side, values: grey};
  const slide = ({weights, divisor}: {weights: readonly number[]; divisor: number}): Plane =>
    bend(convolve(brightness, {weights, divisor, stride: 1, pad}));
  const channel = (c: number): Plane => ({
    ...{height: side, width: side},
    values: Array.from({length: side * side}, (_, at) => rgb[3 * at + c]!)
  });
  return {
    one: bend({height: side, width: side, values: mixChannels(rgb, VIEW_KERNELS.one.weights, 0)}),
    three: slide(VIEW_KERNELS.three),
    five: slide(VIEW_KERNELS.five),
    pool: [0, 1, 2].map((c) => maxPool(channel(c), padded))
  };
}

/** Max pooling over 3×3 with stride 1; what lies outside does not count. */
export function maxPool({height, width, values}: Plane, padded: boolean): Plane {
  const off = padded ? 0 : 1;
  const [rows, columns] = [height - 2 * off, width - 2 * off];
  const largest = (row: number, column: number): number => {
    let most = -Infinity;
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++)
        most = Math.max(most, values[y * width + x]!);
    return most;
  };
  return {
    ...{height: rows, width: columns},
    values: Float64Array.from({length: rows * columns}, (_, i) =>
      largest(Math.floor(i / columns) + off, (i % columns) + off)
    )
  };
}

function bend({height, width, values}: Plane): Plane {
  return {height, width, values: Float64Array.from(values, (value) => Math.max(0, value))};
}
