/** What can be chosen about the deep nets whose gradients are measured; the recording script measures all of it. */
import {firstDeviation, gradientFactor} from "../../lib/analysis/gradient-factor.ts";
import {DEEP_WIDTH} from "../../lib/nets/deep.ts";
import type {Spread} from "../../lib/runtime/initial-weights.ts";

/** Four kinds of net, three ways to start, some depths; scenes in the batch and the seed of what is recorded. */
export const DEEP_CHOICES = {
  kinds: [
    {id: "plain", norm: false, residual: false},
    {id: "norm", norm: true, residual: false},
    {id: "residual", norm: false, residual: true},
    {id: "both", norm: true, residual: true}
  ],
  spreads: [
    {id: "glorot", spread: "glorot" as Spread},
    {id: "he", spread: "he" as Spread},
    {id: "small", spread: 0.01 as Spread}
  ],
  depths: [8, 16, 24, 32],
  /** What is shown at first. */
  start: {spread: "glorot", depth: 24},
  size: 20,
  seed: 7
} as const;

/** The name of a way to start. */
export type DeepStart = (typeof DEEP_CHOICES.spreads)[number]["id"];

/** What chapter 1's formula has for a choice: the layers, how widely their first weights are spread, and the factor of one. */
export function deepNumbers(
  start: DeepStart = DEEP_CHOICES.start.spread,
  depth: number = DEEP_CHOICES.start.depth
): Record<"gradient-factor" | "gradient-layers" | "gradient-spread", string> {
  const inputs = 3 ** 2 * DEEP_WIDTH;
  const deviation = firstDeviation(DEEP_CHOICES.spreads.find(({id}) => id === start)!.spread, inputs);
  const two = (n: number): string => String(Number(n.toPrecision(2)));
  return {
    "gradient-factor": two(gradientFactor(inputs, deviation)),
    "gradient-layers": String(depth),
    "gradient-spread": two(deviation)
  };
}
