/** What can be chosen about the stacks of residual blocks whose activations are measured; the recording script measures all of it. */
import type {ResidualStack} from "../../lib/nets/residual-stack.ts";
import type {Spread} from "../../lib/runtime/initial-weights.ts";

/** Scales in hundredths; the blocks’ map as it comes of `narrow`; scenes in the batch, the seed, and how the step is taken of what is recorded. */
export const STACK_CHOICES = {
  branches: [
    {id: "norm", norm: true},
    {id: "bare", norm: false}
  ],
  scales: {min: 5, max: 100, step: 5},
  blocks: 20,
  narrow: 16,
  map: [17, 17, 68],
  spread: "he" as Spread,
  rate: 0.05,
  size: 8,
  seed: 7
} as const;

/** The stack at a scale in hundredths. */
export function stackAt(scale: number, norm: boolean): ResidualStack {
  const {blocks, narrow} = STACK_CHOICES;
  return {blocks, narrow, norm, scale: scale / 100};
}
