/** What can be chosen about the deep nets whose gradients are measured; the recording script measures all of it. */
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
  size: 20,
  seed: 7
} as const;
