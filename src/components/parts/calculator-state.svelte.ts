/** What the reader can change about the factorisation calculators and the numbers in prose beside them, in the URL fragment. */
import {type CalculatorKind, CALCULATORS, type Numbers} from "./calculators.ts";
import {fragmentState, type FragmentState, oneOf, whole} from "./fragment.svelte.ts";
import type {FullSize} from "./full-size.ts";

/** Whether costs are shown for one position (which is also the weights) or for the whole layer. */
export type CalculatorView = "weights" | "layer";

/** A calculator's cells. */
export interface CalculatorState {
  numbers: Readonly<Record<string, FragmentState<number>>>;
  view: FragmentState<CalculatorView>;
}

const prefixOf = (kind: CalculatorKind, start?: string): string => `${kind}-${start === undefined ? "" : `${start}-`}`;

function presetOf(kind: CalculatorKind, start?: string): {numbers: Numbers} {
  const {presets} = CALCULATORS[kind];
  const preset = start === undefined ? presets[0] : presets.find(({id}) => id === start);
  if (preset === undefined) throw new Error(`calculator ${kind}: no preset "${start}"`);
  return preset;
}

/**
 * The cells of a calculator that opens with a preset. The page's main one has the preset of the first place; one that
 * starts elsewhere (inline in a chapter) keeps its numbers apart.
 * @throws if there is no such preset
 */
export function calculatorState(kind: CalculatorKind, start?: string): CalculatorState {
  const {numbers} = presetOf(kind, start);
  const prefix = prefixOf(kind, start);
  const cells = Object.entries(CALCULATORS[kind].bounds).map(([name, {min, max}]) => [
    name,
    fragmentState(`${prefix}${name}`, numbers[name]!, whole(min, max))
  ]);
  return {
    numbers: Object.fromEntries(cells) as Record<string, FragmentState<number>>,
    view: fragmentState<CalculatorView>(`${prefix}view`, "weights", oneOf<CalculatorView>(["weights", "layer"]))
  };
}

/** How the state of a calculator that starts with a preset becomes that of a page's main one, as which it stands in Measure. */
export function asMain(kind: CalculatorKind, start: string): FullSize {
  const there = prefixOf(kind);
  const numbers = Object.entries(presetOf(kind, start).numbers).map(([name, value]) => [there + name, value]);
  return {prefix: prefixOf(kind, start), there, opens: Object.fromEntries(numbers) as Record<string, number>};
}
