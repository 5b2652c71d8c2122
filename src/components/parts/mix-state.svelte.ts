/** What the reader can change about the 1×1 convolution: three weights, a bias, ReLU, the place. Kept in the URL fragment. */
import {fragmentState, type FragmentState, oneOf, place} from "./fragment.svelte.ts";

/** Bounds of a weight and of the bias. */
export const MIX_BOUNDS = {weight: [-2, 2], bias: [-255, 255]} as const;

/** A ready-made mix of red, green and blue. */
export interface MixPreset {
  id: "red" | "blue" | "brightness" | "onlyRed";
  weights: readonly [number, number, number];
}

/** The first is shown at the start. */
export const MIX_PRESETS: readonly MixPreset[] = [
  {id: "red", weights: [1, -0.5, -0.5]},
  {id: "blue", weights: [-0.5, -0.5, 1]},
  {id: "brightness", weights: [0.3, 0.6, 0.1]},
  {id: "onlyRed", weights: [1, 0, 0]}
];

function parseWeights(text: string): readonly [number, number, number] | undefined {
  const found = /^(-?[0-2](?:\.\d)?),(-?[0-2](?:\.\d)?),(-?[0-2](?:\.\d)?)$/.exec(text);
  const numbers = found?.slice(1).map(Number) ?? [];
  const fits = numbers.length === 3 && numbers.every((n) => Math.abs(n) <= MIX_BOUNDS.weight[1]);
  return fits ? (numbers as [number, number, number]) : undefined;
}

function parseBias(text: string): number | undefined {
  const n = /^-?\d{1,3}$/.test(text) ? Number(text) : NaN;
  return Math.abs(n) <= MIX_BOUNDS.bias[1] ? n : undefined;
}

/** The page's one mix. */
export const mix = {
  weights: fragmentState("mix", MIX_PRESETS[0]!.weights, {parse: parseWeights, print: (w) => w.join(",")}),
  bias: fragmentState("mix-b", 0, {parse: parseBias}),
  relu: fragmentState("mix-relu", "off", oneOf<"off" | "on">(["off", "on"])),
  /** Row and column of the position that is looked at. */
  at: fragmentState("mix-at", [15, 8], place),
  picture: fragmentState<string>("mix-on", "saloon", {parse: (text) => (/^[a-z-]+$/.test(text) ? text : undefined)})
};

/** Back to red against the rest, on the car. */
export function resetMix(): void {
  for (const cell of Object.values(mix) as FragmentState<unknown>[]) cell.reset();
}
