/** The numbers of a page that a reader can change, by the names that prose and equations use for them. */
import {BOTTLENECK_BOUNDS, bottleneck} from "../parts/bottleneck-state.svelte.ts";
import {calculatorState} from "../parts/calculator-state.svelte.ts";
import {type CalculatorKind, type CalculatorQuantity, CALCULATORS} from "../parts/calculators.ts";
import {DESIGNER_BOUNDS, designerCell, type DesignerKey} from "../parts/designer-state.svelte.ts";
import type {FragmentState} from "../parts/fragment.svelte.ts";
import {layer, LAYER_BOUNDS} from "../parts/layer-state.svelte.ts";
import {strip, STRIP_BOUNDS} from "../parts/strip-state.svelte.ts";
import {calculatorStrings} from "../strings/calculators.ts";
import {notebookStrings} from "../strings/notebook.ts";

type OwnName = keyof (typeof notebookStrings)["en"]["quantities"];

/**
 * Names of the figures' numbers: of the module designer, the bottleneck, the windows along a line, the layer's cost, the map of
 * chapter 3 and the other calculators.
 */
export type QuantityName = OwnName | CalculatorQuantity;

/** A number that can change: where it lives, its bounds, its step of Page Up and Page Down, its colour. */
export interface Quantity {
  cell: FragmentState<number>;
  min: number;
  max: number;
  page: number;
  label: string;
  tone?: string;
}

const labels = notebookStrings.en.quantities;
const {channels, kernel, side} = BOTTLENECK_BOUNDS;

const designed = (name: DesignerKey, page: number, branch?: string): Quantity => {
  const [min, max] = DESIGNER_BOUNDS[name];
  const tone = branch === undefined ? {} : {tone: `var(--branch-${branch})`};
  return {cell: designerCell(name), min, max, page, label: labels[name], ...tone};
};

const plain = (
  name: OwnName,
  cell: FragmentState<number>,
  [min, max]: readonly [number, number],
  page = 16
): Quantity => ({
  ...{cell, min, max, page, label: labels[name]}
});

// The numbers of the page's main calculator of a kind.
function calculated(kind: CalculatorKind): [string, Quantity][] {
  const words: Readonly<Record<string, string>> = calculatorStrings.en.kinds[kind].numbers;
  return Object.entries(calculatorState(kind).numbers).map(([name, cell]) => [
    `${kind}-${name}`,
    {cell, label: words[name]!, ...CALCULATORS[kind].bounds[name]!}
  ]);
}

// Chapter 3's own calculator of heads.
const {height: gapHeight, width: gapWidth} = calculatorState("head", "nin").numbers;
const gapSide = [CALCULATORS.head.bounds["height"]!.min, CALCULATORS.head.bounds["height"]!.max] as const;

const kinds = Object.keys(CALCULATORS) as CalculatorKind[];

/** Every quantity by its name. */
export const quantities: Readonly<Record<QuantityName, Quantity>> = {
  one: designed("one", 16, "1x1"),
  r3: designed("r3", 16, "3x3"),
  c3: designed("c3", 16, "3x3"),
  r5: designed("r5", 16, "5x5"),
  c5: designed("c5", 16, "5x5"),
  proj: designed("proj", 16, "pool"),
  cin: designed("cin", 16),
  hw: designed("hw", 8),
  bin: plain("bin", bottleneck.in, channels),
  bmid: plain("bmid", bottleneck.mid, channels),
  bout: plain("bout", bottleneck.out, channels),
  bk: plain("bk", bottleneck.kernel, kernel, 2),
  bh: plain("bh", bottleneck.height, side, 8),
  bw: plain("bw", bottleneck.width, side, 8),
  sn: plain("sn", strip.length, STRIP_BOUNDS.length, 10),
  sk: plain("sk", strip.side, STRIP_BOUNDS.side, 2),
  ss: plain("ss", strip.stride, STRIP_BOUNDS.stride, 2),
  sp: plain("sp", strip.zeros, STRIP_BOUNDS.zeros, 2),
  lh: plain("lh", layer.height, LAYER_BOUNDS.side, 8),
  lw: plain("lw", layer.width, LAYER_BOUNDS.side, 8),
  lk: plain("lk", layer.kernel, LAYER_BOUNDS.kernel, 2),
  lin: plain("lin", layer.in, LAYER_BOUNDS.channels),
  lout: plain("lout", layer.out, LAYER_BOUNDS.channels),
  nh: plain("nh", gapHeight!, gapSide, 4),
  nw: plain("nw", gapWidth!, gapSide, 4),
  ...(Object.fromEntries(kinds.flatMap(calculated)) as Record<CalculatorQuantity, Quantity>)
};
