/**
 * Weights made from the tensors' names alone, so that tests and benchmarks need no file of them; `fixtures.py` makes the same.
 */
import type {Sheet, Weight} from "../src/lib/analysis/measure.ts";
import type {StoredTensor} from "../src/lib/runtime/safetensors.ts";
import {wantedTensors} from "../src/lib/runtime/weights.ts";

/** Numbers in [−1, 1) from a name: FNV-1a seeds a linear congruential generator (Numerical Recipes' constants). */
export function seededNumbers(name: string, count: number): Float64Array {
  const numbers = new Float64Array(count);
  let state = hash(name);
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    numbers[i] = state / 2 ** 31;
  }
  return numbers;
}

function hash(name: string): number {
  let state = 0x811c9dc5;
  for (const character of name) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return state;
}

/** What a tensor is to its layer, as a middle and a spread around it that keep activations near 1. */
function range({name, shape}: Weight): {middle: number; spread: number} {
  switch (name) {
    case "weight":
      return {middle: 0, spread: Math.sqrt(6 / shape.slice(1).reduce((a, b) => a * b, 1))};
    case "scale":
      return {middle: 1, spread: 0.2};
    case "variance":
      return {middle: 1, spread: 0.5};
    default:
      return {middle: 0, spread: 0.1};
  }
}

function seededTensor(name: string, weight: Weight): StoredTensor {
  const {shape} = weight;
  const {middle, spread} = range(weight);
  const numbers = seededNumbers(
    name,
    shape.reduce((a, b) => a * b, 1)
  );
  const values = new Float32Array(numbers.length);
  for (let i = 0; i < values.length; i++) values[i] = middle + numbers[i]! * spread; // a whole network has up to 138 million
  return {shape, values};
}

/** Every tensor a sheet asks for, by its `state_dict` name. */
export function seededWeights(sheet: Sheet): Map<string, StoredTensor> {
  return new Map(wantedTensors(sheet).map(({name, weight}) => [name, seededTensor(name, weight)]));
}
