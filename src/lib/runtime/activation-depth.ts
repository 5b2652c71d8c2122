/** How large the activations are along a stack of residual blocks: for the worker and for the script that records it. */
import {measure} from "../analysis/measure.ts";
import {type ResidualStack, residualStack, STACK_SIDE, stackLayers} from "../nets/residual-stack.ts";
import {flatten} from "../spec/graph.ts";
import {initialWeights, type Spread} from "./initial-weights.ts";
import {rootMeanSquare} from "./root-mean-square.ts";
import {type Batch, createTrainee, type Trainee} from "./train.ts";

/** Root mean squares of the maps: given to the first block, then behind each; and of how far one training step moved them. */
export interface ActivationDepth {
  sizes: number[];
  /** Of the difference that a step of gradient descent makes, as a part of the size before. */
  moves: number[];
}

/**
 * The size of the activations in training mode before any training, and how much one step changes them.
 * @param batch pictures of 35×35×3 with their classes
 * @param rate learning rate of the one step, without momentum
 */
export async function activationByDepth(
  stack: ResidualStack,
  batch: Batch,
  {spread, seed, rate}: {spread: Spread; seed: number; rate: number}
): Promise<ActivationDepth> {
  const sheet = measure(flatten(residualStack(stack)), [STACK_SIDE, STACK_SIDE, 3]);
  const trainee = createTrainee(sheet, initialWeights(sheet, {spread, seed}));
  try {
    const before = await maps(trainee, batch, stack);
    await trainee.step(batch, {rate});
    const after = await maps(trainee, batch, stack);
    const sizes = before.map(rootMeanSquare);
    return {sizes, moves: before.map((map, i) => rootMeanSquare(map.map((x, at) => after[i]![at]! - x)) / sizes[i]!)};
  } finally {
    trainee.dispose();
  }
}

async function maps(trainee: Trainee, batch: Batch, stack: ResidualStack): Promise<Float32Array[]> {
  return (await trainee.activations(batch, stackLayers(stack))).map(({values}) => values);
}
