/** Numbers with which training starts, drawn from a seed. */
import type {Sheet, Weight} from "../analysis/measure.ts";
import {seeded} from "../scenes/random.ts";
import {type NodeWeights, wantedTensors, type Weights} from "./weights.ts";

/**
 * How wide the first weights spread. `he`: √(2 / inputs), made for ReLU (He et al., 2015, arXiv 1502.01852). `glorot`:
 * √(2 / (inputs + outputs)) (Glorot and Bengio, 2010). A number: that standard deviation everywhere, as AlexNet's 0.01.
 */
export type Spread = "he" | "glorot" | number;

/** Normally distributed weights; biases, shifts and means 0, scales and variances 1. */
export function initialWeights(sheet: Sheet, {spread, seed}: {spread: Spread; seed: number}): Weights {
  const weights = new Map<number, NodeWeights>();
  for (const {node, weight, name} of wantedTensors(sheet)) {
    const size = weight.shape.reduce((a, b) => a * b, 1);
    const values =
      weight.name === "weight"
        ? normal(seed, name, size, deviation(weight, spread))
        : new Float32Array(size).fill(weight.name === "scale" || weight.name === "variance" ? 1 : 0);
    weights.set(node, {...weights.get(node), [weight.name]: values});
  }
  return weights;
}

function deviation({shape}: Weight, spread: Spread): number {
  if (typeof spread === "number") return spread;
  const [out = 1, inside = 1, ...window] = shape;
  const area = window.reduce((a, b) => a * b, 1);
  return Math.sqrt(2 / (inside * area + (spread === "glorot" ? out * area : 0)));
}

// Box and Muller's pairs.
function normal(seed: number, name: string, count: number, spread: number): Float32Array {
  const random = seeded(seed, name);
  return Float32Array.from({length: count}, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    return spread * radius * Math.cos(2 * Math.PI * random.next());
  });
}
