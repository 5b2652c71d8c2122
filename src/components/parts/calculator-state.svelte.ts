/** What the reader can change about the factorisation calculators and the numbers in prose beside them, in the URL fragment. */
import {type CalculatorKind, CALCULATORS} from "./calculators.ts";
import {fragmentState, type FragmentState, oneOf, whole} from "./fragment.svelte.ts";

/** Whether costs are shown for one position (which is also the weights) or for the whole layer. */
export type CalculatorView = "weights" | "layer";

/** A calculator's cells. */
export interface CalculatorState {
  numbers: Readonly<Record<string, FragmentState<number>>>;
  view: FragmentState<CalculatorView>;
}

/**
 * The cells of a calculator that opens with a preset. The page's main one has the preset of the first place; one that
 * starts elsewhere (inline in a chapter) keeps its numbers apart.
 * @throws if there is no such preset
 */
export function calculatorState(kind: CalculatorKind, start?: string): CalculatorState {
  const {bounds, presets} = CALCULATORS[kind];
  const preset = start === undefined ? presets[0] : presets.find(({id}) => id === start);
  if (preset === undefined) throw new Error(`calculator ${kind}: no preset "${start}"`);
  const prefix = start === undefined ? kind : `${kind}-${start}`;
  const cells = Object.entries(bounds).map(([name, {min, max}]) => [
    name,
    fragmentState(`${prefix}-${name}`, preset.numbers[name]!, whole(min, max))
  ]);
  return {
    numbers: Object.fromEntries(cells) as Record<string, FragmentState<number>>,
    view: fragmentState<CalculatorView>(`${prefix}-view`, "weights", oneOf<CalculatorView>(["weights", "layer"]))
  };
}
