/** The factorisation calculators as data: their numbers, presets and ways. */
import {asymmetricWays, headWays, separableWays, stackedWays, type Way} from "../../lib/analysis/factorise.ts";

/** The calculators that this file knows; the bottleneck has its own. */
export type CalculatorKind = "stack" | "asym" | "sep" | "head";

interface NumberNames {
  stack: "depth" | "in" | "mid" | "out" | "height" | "width";
  asym: "n" | "in" | "mid" | "out" | "height" | "width";
  sep: "k" | "in" | "out" | "height" | "width";
  head: "height" | "width" | "channels" | "classes" | "hidden" | "units";
}

/** A calculator's number as prose and equations name it, such as `asym-n`: its key in the URL fragment. */
export type CalculatorQuantity = {[K in CalculatorKind]: `${K}-${NumberNames[K]}`}[CalculatorKind];

/** A number's bounds, and its step of Page Up and Page Down. */
export interface NumberBounds {
  min: number;
  max: number;
  page: number;
}

/** Values by the names of a calculator's numbers. */
export type Numbers = Readonly<Record<string, number>>;

/** A calculator as data: its numbers, ready-made settings (the first is the default), and the ways that it compares. */
export interface Calculator {
  bounds: Readonly<Record<string, NumberBounds>>;
  presets: readonly {id: string; numbers: Numbers}[];
  ways: (numbers: Numbers) => Way[];
}

// The names of the numbers are checked against each other here and forgotten after.
function calculator<K extends string>(
  bounds: Record<K, NumberBounds>,
  presets: Record<string, Record<K, number>>,
  ways: (numbers: Record<K, number>) => Way[]
): Calculator {
  return {
    bounds,
    presets: Object.entries(presets).map(([id, numbers]) => ({id, numbers})),
    ways: (numbers) => ways(numbers as Record<K, number>)
  };
}

const channels = {min: 1, max: 4096, page: 16};
const side = {min: 1, max: 256, page: 8};
const widths = {in: channels, mid: channels, out: channels, height: side, width: side};

/** The calculators. The presets are layers of published networks; `tests/parts/calculators.test.ts` looks them up there. */
export const CALCULATORS: Readonly<Record<CalculatorKind, Calculator>> = {
  stack: calculator(
    {depth: {min: 2, max: 5, page: 1}, ...widths},
    {
      vgg: {depth: 2, in: 256, mid: 256, out: 256, height: 56, width: 56},
      bnInception3a: {depth: 2, in: 64, mid: 96, out: 96, height: 28, width: 28},
      v3: {depth: 2, in: 48, mid: 64, out: 64, height: 35, width: 35}
    },
    stackedWays
  ),
  asym: calculator(
    {n: {min: 2, max: 15, page: 2}, ...widths},
    {
      v3: {n: 7, in: 192, mid: 192, out: 192, height: 17, width: 17},
      v3first: {n: 7, in: 128, mid: 128, out: 192, height: 17, width: 17},
      v4: {n: 7, in: 192, mid: 224, out: 256, height: 17, width: 17}
    },
    asymmetricWays
  ),
  sep: calculator(
    {k: {min: 1, max: 15, page: 2}, in: channels, out: channels, height: side, width: side},
    {
      xception: {k: 3, in: 728, out: 728, height: 19, width: 19},
      mobilenet: {k: 3, in: 512, out: 512, height: 14, width: 14}
    },
    separableWays
  ),
  head: calculator(
    {
      height: {min: 1, max: 32, page: 4},
      width: {min: 1, max: 32, page: 4},
      channels,
      classes: {min: 1, max: 21841, page: 100},
      hidden: {min: 0, max: 3, page: 1},
      units: {min: 1, max: 8192, page: 64}
    },
    {
      googlenet: {height: 7, width: 7, channels: 1024, classes: 1000, hidden: 0, units: 4096},
      v3: {height: 8, width: 8, channels: 2048, classes: 1000, hidden: 0, units: 4096},
      nin: {height: 6, width: 6, channels: 1024, classes: 1000, hidden: 0, units: 4096},
      vgg: {height: 7, width: 7, channels: 512, classes: 1000, hidden: 2, units: 4096}
    },
    headWays
  )
};
