/** The numbers of a page that a reader can change, by the names that prose and equations use for them. */
import {BOTTLENECK_BOUNDS, bottleneck} from "../parts/bottleneck-state.svelte.ts";
import {fragmentState, type FragmentState, whole} from "../parts/fragment.svelte.ts";
import {notebookStrings} from "../strings/notebook.ts";

/** Names of the module designer's numbers (figure 1) and of the bottleneck's (figure 2): their keys in the URL fragment. */
export type QuantityName = keyof (typeof notebookStrings)["en"]["quantities"];

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

const width = (name: QuantityName, start: number, branch: string): Quantity => ({
  ...{cell: fragmentState(name, start, whole(1, 512)), min: 1, max: 512, page: 16, label: labels[name]},
  tone: `var(--branch-${branch})`
});

const plain = (name: QuantityName, cell: FragmentState<number>, [min, max]: readonly [number, number], page = 16): Quantity => ({
  ...{cell, min, max, page, label: labels[name]}
});

/** Every quantity by its name. */
export const quantities: Readonly<Record<QuantityName, Quantity>> = {
  one: width("one", 64, "1x1"),
  r3: width("r3", 96, "3x3"),
  c3: width("c3", 128, "3x3"),
  r5: width("r5", 16, "5x5"),
  c5: width("c5", 32, "5x5"),
  proj: width("proj", 32, "pool"),
  cin: plain("cin", fragmentState("cin", 192, whole(1, 1024)), [1, 1024]),
  hw: plain("hw", fragmentState("hw", 28, whole(1, 112)), [1, 112], 8),
  bin: plain("bin", bottleneck.in, channels),
  bmid: plain("bmid", bottleneck.mid, channels),
  bout: plain("bout", bottleneck.out, channels),
  bk: plain("bk", bottleneck.kernel, kernel, 2),
  bh: plain("bh", bottleneck.height, side, 8),
  bw: plain("bw", bottleneck.width, side, 8)
};
