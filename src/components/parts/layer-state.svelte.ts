/** What the reader can change about the cost of one convolution, kept in the URL fragment. */
import type {LayerNumbers} from "../../lib/analysis/layer-cost.ts";
import {fragmentState, type FragmentState, oneOf, whole} from "./fragment.svelte.ts";

/** Bounds of the numbers: side of the output, of the kernel, channels. */
export const LAYER_BOUNDS = {side: [1, 512], kernel: [1, 11], channels: [1, 4096]} as const;

/** A layer of GoogLeNet, by its path; tests/notebook/layers.test.ts holds these numbers to the network's description. */
export interface LayerPreset extends LayerNumbers {
  path: string;
}

/** Five convolutions of GoogLeNet, from the first to the last module. */
export const LAYER_PRESETS: readonly LayerPreset[] = [
  {path: "conv1", height: 112, width: 112, kernel: 7, in: 3, out: 64},
  {path: "conv2/reduce", height: 56, width: 56, kernel: 1, in: 64, out: 64},
  {path: "conv2/conv", height: 56, width: 56, kernel: 3, in: 64, out: 192},
  {path: "3a/5x5/conv", height: 28, width: 28, kernel: 5, in: 16, out: 32},
  {path: "5b/1x1", height: 7, width: 7, kernel: 1, in: 832, out: 384}
];

/** All of GoogLeNet, heads apart, by the same test. */
export const GOOGLENET = {macs: 1_582_671_872, params: 6_998_552} as const;

const start = LAYER_PRESETS.find(({path}) => path === "conv2/conv")!;
const {side, kernel, channels} = LAYER_BOUNDS;

/** The page's one layer, and the preset it is compared with. */
export const layer = {
  height: fragmentState("lh", start.height, whole(...side)),
  width: fragmentState("lw", start.width, whole(...side)),
  kernel: fragmentState("lk", start.kernel, whole(...kernel)),
  in: fragmentState("lin", start.in, whole(...channels)),
  out: fragmentState("lout", start.out, whole(...channels)),
  from: fragmentState("layer", start.path, oneOf(LAYER_PRESETS.map(({path}) => path)))
};

/** The five numbers as they are now. */
export function layerNumbers(): LayerNumbers {
  return {
    height: layer.height.value,
    width: layer.width.value,
    kernel: layer.kernel.value,
    in: layer.in.value,
    out: layer.out.value
  };
}

/** The preset that the layer is compared with. */
export function layerFrom(): LayerPreset {
  return LAYER_PRESETS.find(({path}) => path === layer.from.value)!;
}

/** Sets numbers, within their bounds. */
export function setLayer(numbers: Partial<LayerNumbers>): void {
  for (const key of ["height", "width", "kernel", "in", "out"] as const) {
    const [least, most] = key === "kernel" ? kernel : key === "in" || key === "out" ? channels : side;
    if (numbers[key] !== undefined) layer[key].value = Math.max(least, Math.min(most, numbers[key]));
  }
}

/** Shows a preset and compares with it. */
export function showLayer({path, ...numbers}: LayerPreset): void {
  layer.from.value = path;
  setLayer(numbers);
}

/** Back to GoogLeNet's second convolution. */
export function resetLayer(): void {
  for (const cell of Object.values(layer) as FragmentState<unknown>[]) cell.reset();
}
