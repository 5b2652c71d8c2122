/** How much of a gradient a plain layer with a ReLU behind it hands back, by how widely its first weights are spread. */

/** A way to draw the first weights, or their standard deviation itself. */
export type FirstWeights = "glorot" | "he" | number;

/**
 * Standard deviation of a layer's first weights by its number of inputs, K²C, where it has as many outputs: √(1 / K²C) by Glorot and
 * Bengio, 2010; √(2 / K²C) by He et al., 2015.
 */
export function firstDeviation(weights: FirstWeights, inputs: number): number {
  return typeof weights === "number" ? weights : Math.sqrt((weights === "he" ? 2 : 1) / inputs);
}

/** Factor of the gradient's root mean square from a layer's output to its input: √(½ · K²C · σ²), as a ReLU lets half of it through. */
export function gradientFactor(inputs: number, deviation: number): number {
  return Math.sqrt(0.5 * inputs * deviation ** 2);
}
