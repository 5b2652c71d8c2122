/** What the reader can change about windows along a line: length, side, stride, zeros, rounding. Kept in the URL fragment. */
import {fragmentState, type FragmentState, oneOf, whole} from "./fragment.svelte.ts";

/** Bounds of the numbers. */
export const STRIP_BOUNDS = {length: [1, 300], side: [1, 11], stride: [1, 8], zeros: [0, 10]} as const;

/** A ready-made setting. */
export interface StripPreset {
  id: "start" | "conv1" | "pool1" | "pool1down" | "slim";
  length: number;
  side: number;
  stride: number;
  pad: "same" | "valid" | "zeros";
  zeros: number;
  round: "floor" | "ceil";
}

/**
 * A 3-wide window on seven numbers, then the start of GoogLeNet: its first convolution and first pool as in Caffe's model, the
 * pool rounded down, and the first convolution as TF-Slim pads it.
 */
export const STRIP_PRESETS: readonly StripPreset[] = [
  {id: "start", length: 8, side: 3, stride: 2, pad: "valid", zeros: 1, round: "floor"},
  {id: "conv1", length: 224, side: 7, stride: 2, pad: "zeros", zeros: 3, round: "floor"},
  {id: "slim", length: 224, side: 7, stride: 2, pad: "same", zeros: 3, round: "floor"},
  {id: "pool1", length: 112, side: 3, stride: 2, pad: "valid", zeros: 0, round: "ceil"},
  {id: "pool1down", length: 112, side: 3, stride: 2, pad: "valid", zeros: 0, round: "floor"}
];

const [start] = STRIP_PRESETS;

/** The page's one strip. */
export const strip = {
  length: fragmentState("strip-n", start!.length, whole(...STRIP_BOUNDS.length)),
  side: fragmentState("strip-k", start!.side, whole(...STRIP_BOUNDS.side)),
  stride: fragmentState("strip-s", start!.stride, whole(...STRIP_BOUNDS.stride)),
  zeros: fragmentState("strip-p", start!.zeros, whole(...STRIP_BOUNDS.zeros)),
  pad: fragmentState("strip-pad", start!.pad, oneOf<StripPreset["pad"]>(["same", "valid", "zeros"])),
  round: fragmentState("strip-round", start!.round, oneOf<StripPreset["round"]>(["floor", "ceil"]))
};

/** Shows a preset. */
export function showStrip(preset: StripPreset): void {
  strip.length.value = preset.length;
  strip.side.value = preset.side;
  strip.stride.value = preset.stride;
  strip.pad.value = preset.pad;
  strip.zeros.value = preset.zeros;
  strip.round.value = preset.round;
}

/** The preset that is shown now, if it is one; the number of zeros counts only where it is used. */
export function shownStrip(): StripPreset | undefined {
  return STRIP_PRESETS.find(
    (one) =>
      (["length", "side", "stride", "pad", "round"] as const).every((key) => strip[key].value === one[key]) &&
      (one.pad !== "zeros" || one.zeros === strip.zeros.value)
  );
}

/** Back to the first preset. */
export function resetStrip(): void {
  for (const cell of Object.values(strip) as FragmentState<unknown>[]) cell.reset();
}
