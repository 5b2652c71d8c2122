/** How strong the gradient is that comes back to each layer of a deep net: for the worker and for the script that records it. */
import {measure} from "../analysis/measure.ts";
import {type DeepNet, deepLayers, deepNet} from "../nets/deep.ts";
import {flatten} from "../spec/graph.ts";
import {initialWeights, type Spread} from "./initial-weights.ts";
import {rootMeanSquare} from "./root-mean-square.ts";
import {type Batch, createTrainee} from "./train.ts";

/** Side of the pictures. */
export const DEEP_SIDE = 32;

/**
 * Root mean square of the gradient of the loss by each layer's activations, first layer first, before any training.
 * @param batch pictures of 32×32×3 with their classes
 */
export async function gradientByDepth(
  deep: DeepNet,
  batch: Batch,
  {spread, seed}: {spread: Spread; seed: number}
): Promise<{loss: number; strengths: number[]}> {
  const sheet = measure(flatten(deepNet(deep)), [DEEP_SIDE, DEEP_SIDE, 3]);
  const trainee = createTrainee(sheet, initialWeights(sheet, {spread, seed}));
  try {
    const {loss, signals} = await trainee.gradients(batch, deepLayers(deep));
    return {loss, strengths: signals.map(({values}) => rootMeanSquare(values))};
  } finally {
    trainee.dispose();
  }
}
