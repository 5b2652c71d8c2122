/**
 * Weights made from the tensors' names alone, so that tests and benchmarks need no file of them; `fixtures.py` makes the same.
 */
import type {Sheet} from "../src/lib/analysis/measure.ts";
import type {StoredTensor} from "../src/lib/runtime/safetensors.ts";
import {wantedTensors} from "../src/lib/runtime/weights.ts";

/** Numbers in [−1, 1) from a name: FNV-1a seeds a linear congruential generator (Numerical Recipes' constants). */
export function seededNumbers(name: string, count: number): Float64Array {
  let state = 0x811c9dc5;
  for (const character of name) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return Float64Array.from({length: count}, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
}

/** Every tensor a sheet asks for, by its `state_dict` name, of a size that keeps activations near 1. */
export function seededWeights(sheet: Sheet): Map<string, StoredTensor> {
  return new Map(
    wantedTensors(sheet).map(({name, weight: {name: kind, shape}}) => {
      const numbers = seededNumbers(
        name,
        shape.reduce((a, b) => a * b, 1)
      );
      const spread = Math.sqrt(6 / shape.slice(1).reduce((a, b) => a * b, 1));
      const values: Record<typeof kind, (u: number) => number> = {
        weight: (u) => u * spread,
        bias: (u) => u * 0.1,
        scale: (u) => 1 + u * 0.2,
        shift: (u) => u * 0.1,
        mean: (u) => u * 0.1,
        variance: (u) => 1 + u * 0.5
      };
      return [name, {shape, values: Float32Array.from(numbers, values[kind])}];
    })
  );
}
