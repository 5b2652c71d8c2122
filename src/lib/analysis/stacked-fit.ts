/**
 * Two 3×3 windows in a row, without a ReLU between them, against one 5×5: their product as one kernel, how far it is from
 * a wanted one, and gradient descent on that.
 *
 * On noise whose pixels are independent and of variance 1, the mean squared difference of the two outputs is exactly the
 * sum of the squared differences of the kernels; so that sum is the loss, and no pictures are needed.
 */

/** Side of one small window, of the window that two of them see, and the weights of a pair of small ones. */
const [SMALL, LARGE, PAIR] = [3, 5, 18];

/** A descent under way: the pairs of windows, one pair for each channel in the middle, and their momentum. */
export interface StackedFit {
  /** [middle channel][first or second window][3][3] */
  weights: Float64Array;
  velocity: Float64Array;
  steps: number;
}

/** How a descent moves. */
export interface DescentSettings {
  rate: number;
  /** Part of the last step that is kept. */
  momentum: number;
}

/**
 * The 5×5 kernel that pairs of 3×3 windows make together: each pair's full convolution, summed over the middle channels.
 * @param weights [middle channel][2][3][3]
 */
export function composed(weights: ArrayLike<number>): Float64Array {
  const kernel = new Float64Array(LARGE ** 2);
  eachProduct(weights.length, (first, second, at) => {
    kernel[at]! += weights[first]! * weights[second]!;
  });
  return kernel;
}

/** The sum of squared differences from a wanted kernel. */
export function distance(weights: ArrayLike<number>, wanted: ArrayLike<number>): number {
  return composed(weights).reduce((sum, value, at) => sum + (value - wanted[at]!) ** 2, 0);
}

/** The distance's derivative by every weight. */
export function distanceGradient(weights: ArrayLike<number>, wanted: ArrayLike<number>): Float64Array {
  const error = composed(weights).map((value, at) => 2 * (value - wanted[at]!));
  const gradient = new Float64Array(weights.length);
  eachProduct(weights.length, (first, second, at) => {
    gradient[first]! += error[at]! * weights[second]!;
    gradient[second]! += error[at]! * weights[first]!;
  });
  return gradient;
}

/** A descent that begins at the given weights, at rest. */
export function startFit(weights: Float64Array): StackedFit {
  return {weights, velocity: new Float64Array(weights.length), steps: 0};
}

/** The descent after some more steps towards the wanted kernel. */
export function descendFit(
  fit: StackedFit,
  wanted: ArrayLike<number>,
  steps: number,
  {rate, momentum}: DescentSettings
): StackedFit {
  const [weights, velocity] = [fit.weights.slice(), fit.velocity.slice()];
  for (let step = 0; step < steps; step++) {
    const gradient = distanceGradient(weights, wanted);
    for (let i = 0; i < weights.length; i++) weights[i]! += velocity[i] = momentum * velocity[i]! - rate * gradient[i]!;
  }
  return {weights, velocity, steps: fit.steps + steps};
}

/** A kernel scaled so that the sum of its squares is 1: the distance is then the share that is missed. */
export function unitKernel(kernel: readonly number[]): number[] {
  const length = Math.hypot(...kernel);
  return kernel.map((value) => value / length);
}

// Where in the 5×5 the product of weight i of the first window and weight j of the second counts; [i][j].
const PLACES = Uint8Array.from({length: SMALL ** 4}, (_, at) => {
  const [i, j] = [Math.floor(at / SMALL ** 2), at % SMALL ** 2];
  const row = Math.floor(i / SMALL) + Math.floor(j / SMALL);
  return row * LARGE + (i % SMALL) + (j % SMALL);
});

// Every product of a first and a second window's weight, with the place in the 5×5 where it counts.
function eachProduct(length: number, visit: (first: number, second: number, at: number) => void): void {
  const cells = SMALL ** 2;
  for (let pair = 0; pair < length; pair += PAIR)
    for (let at = 0; at < PLACES.length; at++)
      visit(pair + Math.floor(at / cells), pair + cells + (at % cells), PLACES[at]!);
}
