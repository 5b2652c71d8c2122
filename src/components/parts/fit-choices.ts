/** What can be chosen about fitting two 3×3 windows to a 5×5, and how the descent moves. */
import {seeded} from "../../lib/scenes/random.ts";
import {descendFit, distance, startFit, type StackedFit, unitKernel} from "../../lib/analysis/stacked-fit.ts";

const binomial = [1, 4, 6, 4, 1];
const slope = [-1, -2, 0, 2, 1];
const outer = (down: readonly number[], across: readonly number[]): number[] =>
  down.flatMap((a) => across.map((b) => a * b));

/** A standard normal number, by Box and Muller. */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

const drawn = (seed: number, stream: string, count: number): number[] => {
  const {next} = seeded(seed, stream);
  return Array.from({length: count}, () => normal(next));
};

/** The 5×5 kernels that are wanted, the sum of their squares brought to 1. */
export const FIT_TARGETS = {
  // prettier-ignore
  ring: unitKernel([0, 1, 1, 1, 0,  1, 0, 0, 0, 1,  1, 0, 0, 0, 1,  1, 0, 0, 0, 1,  0, 1, 1, 1, 0]),
  blur: unitKernel(outer(binomial, binomial)),
  edge: unitKernel(outer(binomial, slope)),
  diagonal: unitKernel(Array.from({length: 25}, (_, i) => (i % 6 === 0 ? 1 : 0))),
  noise: unitKernel(drawn(5, "wanted", 25))
} as const;

/** The name of a wanted kernel. */
export type FitTarget = keyof typeof FIT_TARGETS;

/** Steps of a whole descent, and steps from one kept state to the next. */
export const [FIT_STEPS, FIT_EVERY] = [600, 10];

/** First weights that the chapter compares. */
export const FIT_TRIED = 30;

/** A state of the descent that is kept, with the share of the wanted kernel that it misses. */
export interface FitState {
  weights: Float64Array;
  missed: number;
}

/** A whole descent: a state for every ten steps, the first weights included. */
export function fitDescent(target: FitTarget, middle: number, seed: number): FitState[] {
  const wanted = FIT_TARGETS[target];
  let fit: StackedFit = startFit(Float64Array.from(drawn(seed, "start", 18 * middle), (value) => 0.3 * value));
  const states: FitState[] = [];
  for (let step = 0; step <= FIT_STEPS; step += FIT_EVERY) {
    states.push({weights: fit.weights, missed: distance(fit.weights, wanted)});
    fit = descendFit(fit, wanted, FIT_EVERY, {rate: 0.02, momentum: 0.9});
  }
  return states;
}
