/**
 * A loss with a cliff: one unit that feeds itself, as in "On the difficulty of training recurrent neural networks" (Pascanu,
 * Mikolov and Bengio, 2013, arXiv 1211.5063, section 2.3). xₜ = w · σ(xₜ₋₁) + b, and after 50 steps σ(x) should be 0.7.
 */

/** The unit's bias, first state, number of steps and wanted answer: the setting of the figure. */
const [BIAS, FIRST, STEPS, WANTED] = [-2, 0.5, 50, 0.7];

/** A loss and its slope at one weight. */
export interface Slope {
  loss: number;
  slope: number;
}

/** One step of a descent: where it stood, what it found there, and the slope that it used. */
export interface DescentStep extends Slope {
  weight: number;
  used: number;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The loss and its derivative by the weight, by backpropagation through the 50 steps. */
export function cliffAt(weight: number): Slope {
  const states = [FIRST];
  for (let t = 0; t < STEPS; t++) states.push(weight * sigmoid(states[t]!) + BIAS);
  const answer = sigmoid(states[STEPS]!);
  let back = 2 * (answer - WANTED) * answer * (1 - answer); // d loss / d state
  let slope = 0;
  for (let t = STEPS - 1; t >= 0; t--) {
    const value = sigmoid(states[t]!);
    slope += back * value;
    back *= weight * value * (1 - value);
  }
  return {loss: (answer - WANTED) ** 2, slope};
}

/** A gradient brought to a norm of at most `threshold`, in its own direction; null leaves it as it is. */
export function clipped(gradient: readonly number[], threshold: number | null): number[] {
  const norm = Math.hypot(...gradient);
  const factor = threshold === null || norm <= threshold ? 1 : threshold / norm;
  return gradient.map((value) => value * factor);
}

/** Gradient descent from a weight; the last entry is where it ends. */
export function descendCliff(
  start: number,
  {rate, steps, threshold}: {rate: number; steps: number; threshold: number | null}
): DescentStep[] {
  const path: DescentStep[] = [];
  let weight = start;
  for (let step = 0; step <= steps; step++) {
    const {loss, slope} = cliffAt(weight);
    const used = clipped([slope], threshold)[0]!;
    path.push({weight, loss, slope, used});
    weight -= rate * used;
  }
  return path;
}
