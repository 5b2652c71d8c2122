/** What the reader can change about the mlpconv: ten weights and a bias, ReLU, the place, the picture. Kept in the URL fragment. */
import type {MlpWeights} from "../../lib/analysis/mlpconv.ts";
import {fragmentState, type FragmentState, oneOf, place} from "./fragment.svelte.ts";

/** Bounds of a weight and of the bias. */
export const MLP_BOUNDS = {weight: [-2, 2], bias: [-255, 255]} as const;

/** Ready-made 1×1 layers; the first is shown at the start. */
export const MLP_PRESETS: readonly {id: "edge" | "upright" | "corner" | "right"; weights: MlpWeights}[] = [
  {id: "edge", weights: weightsOf([1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0])},
  {id: "upright", weights: weightsOf([1, 1, 0, 0, 0, 0, 1, 1, 1, -1, 0])},
  {id: "corner", weights: weightsOf([1, 1, 0, 0, 1, 1, -1, -1, 1, -1, 0])}, // u − max(0, u − l), the smaller of both
  {id: "right", weights: weightsOf([1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0])}
];

/** A layer's numbers in one row: four to each hidden unit, two to the output, the bias. */
export function numbersOf({hidden, out, bias}: MlpWeights): number[] {
  return [...hidden.flat(), ...out, bias];
}

/** The reverse of `numbersOf`. */
export function weightsOf(numbers: readonly number[]): MlpWeights {
  return {hidden: [numbers.slice(0, 4), numbers.slice(4, 8)], out: numbers.slice(8, 10), bias: numbers[10]!};
}

function parseWeights(text: string): MlpWeights | undefined {
  const found = text.split(",");
  const numbers = found.map((one) => (/^-?\d{1,3}(\.\d)?$/.test(one) ? Number(one) : NaN));
  const fits =
    numbers.length === 11 &&
    numbers.every((n, i) => Math.abs(n) <= (i === 10 ? MLP_BOUNDS.bias[1] : MLP_BOUNDS.weight[1])); // NaN does not
  return fits ? weightsOf(numbers) : undefined;
}

/** The page's one mlpconv. */
export const mlp = {
  weights: fragmentState("mlp", MLP_PRESETS[0]!.weights, {
    parse: parseWeights,
    print: (weights) => numbersOf(weights).join(",")
  }),
  relu: fragmentState("mlp-relu", "on", oneOf<"off" | "on">(["on", "off"])),
  /** Row and column of the output that is looked at. */
  at: fragmentState("mlp-at", [1, 4], place),
  picture: fragmentState<string>("mlp-of", "cat-face", {parse: (text) => (/^[a-z-]+$/.test(text) ? text : undefined)})
};

/** Back to any edge, on the cat. */
export function resetMlp(): void {
  for (const cell of Object.values(mlp) as FragmentState<unknown>[]) cell.reset();
}
