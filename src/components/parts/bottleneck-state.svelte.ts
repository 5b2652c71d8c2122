/** What the reader can change about the bottleneck (figure 2 and the numbers in the prose beside it), kept in the URL fragment. */
import type {Bottleneck, BottleneckForm} from "../../lib/analysis/bottleneck.ts";
import {fragmentState, type FragmentState, oneOf, whole} from "./fragment.svelte.ts";

/** Whether multiply–adds are counted for one output position or for the whole layer. */
export type BottleneckView = "position" | "layer";

/** Bounds of the numbers: channels, side of the kernel, side of the map. */
export const BOTTLENECK_BOUNDS = {channels: [1, 2048], kernel: [1, 11], side: [1, 256]} as const;

/** The cells of the bottleneck. */
export interface BottleneckState {
  in: FragmentState<number>;
  mid: FragmentState<number>;
  out: FragmentState<number>;
  kernel: FragmentState<number>;
  height: FragmentState<number>;
  width: FragmentState<number>;
  form: FragmentState<BottleneckForm>;
  view: FragmentState<BottleneckView>;
}

/** A ready-made setting; height and width are those of the layer it comes from. */
export interface BottleneckPreset extends Bottleneck {
  id: "resnet" | "branch3x3" | "branch5x5";
  form: BottleneckForm;
  height: number;
  width: number;
}

/** The ResNet-style example, and two branches of GoogLeNet's module 3a (arXiv 1409.4842, Table 1). */
export const BOTTLENECK_PRESETS: readonly BottleneckPreset[] = [
  {id: "resnet", form: "expand", in: 256, mid: 64, out: 256, kernel: 3, height: 28, width: 28},
  {id: "branch3x3", form: "reduce", in: 192, mid: 96, out: 128, kernel: 3, height: 28, width: 28},
  {id: "branch5x5", form: "reduce", in: 192, mid: 16, out: 32, kernel: 5, height: 28, width: 28}
];

/**
 * The cells of a bottleneck that opens with a preset. The page's main one has the first; one that starts elsewhere (inline in a
 * chapter) keeps its numbers apart.
 */
export function bottleneckState(start?: BottleneckPreset["id"]): BottleneckState {
  const preset = BOTTLENECK_PRESETS.find(({id}) => id === (start ?? BOTTLENECK_PRESETS[0]!.id))!;
  const {channels, kernel, side} = BOTTLENECK_BOUNDS;
  const prefix = start === undefined ? "b" : `b-${start}-`;
  return {
    in: fragmentState(`${prefix}in`, preset.in, whole(...channels)),
    mid: fragmentState(`${prefix}mid`, preset.mid, whole(...channels)),
    out: fragmentState(`${prefix}out`, preset.out, whole(...channels)),
    kernel: fragmentState(`${prefix}k`, preset.kernel, whole(...kernel)),
    height: fragmentState(`${prefix}h`, preset.height, whole(...side)),
    width: fragmentState(`${prefix}w`, preset.width, whole(...side)),
    form: fragmentState(`${prefix}form`, preset.form, oneOf<BottleneckForm>(["expand", "reduce"])),
    view: fragmentState(`${prefix}view`, "position", oneOf<BottleneckView>(["position", "layer"]))
  };
}

/** The page's main bottleneck, which the numbers in the prose beside it belong to. */
export const bottleneck: BottleneckState = bottleneckState();

/** Shows a preset. */
export function showPreset(bottleneck: BottleneckState, preset: BottleneckPreset): void {
  for (const key of ["in", "mid", "out", "kernel", "height", "width"] as const) bottleneck[key].value = preset[key];
  bottleneck.form.value = preset.form;
}

/** The preset that is shown now, if it is one. */
export function shownPreset(bottleneck: BottleneckState): BottleneckPreset | undefined {
  const numbers = ["in", "mid", "out", "kernel", "height", "width"] as const;
  return BOTTLENECK_PRESETS.find(
    (p) => p.form === bottleneck.form.value && numbers.every((key) => bottleneck[key].value === p[key])
  );
}

/** Back to the preset that it opened with, counted per position. */
export function resetBottleneck(bottleneck: BottleneckState): void {
  for (const cell of Object.values(bottleneck) as FragmentState<unknown>[]) cell.reset();
}
