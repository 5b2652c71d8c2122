/** What the reader can change about the sliding kernel: its numbers, how it moves, where it lies. Kept in the URL fragment. */
import {sideOf} from "../../lib/analysis/convolve.ts";
import {fragmentState, type FragmentState, oneOf, place, whole} from "./fragment.svelte.ts";

/** Bounds of a weight, of the divisor, the stride and of explicit padding. */
export const KERNEL_BOUNDS = {weight: [-9, 9], divisor: [1, 99], stride: [1, 4], pad: [0, 3]} as const;

/** Sides that a kernel can have. */
export const KERNEL_SIDES = [1, 3, 5] as const;

/** A ready-made kernel. */
export interface KernelPreset {
  id: "identity" | "blur" | "vertical" | "horizontal" | "outline" | "sharpen" | "shift";
  weights: readonly number[];
  divisor: number;
}

/** The kernels that image processing made by hand; `vertical` and `horizontal` are Sobel's. */
export const KERNEL_PRESETS: readonly KernelPreset[] = [
  {id: "vertical", weights: [-1, 0, 1, -2, 0, 2, -1, 0, 1], divisor: 1},
  {id: "horizontal", weights: [-1, -2, -1, 0, 0, 0, 1, 2, 1], divisor: 1},
  {id: "outline", weights: [-1, -1, -1, -1, 8, -1, -1, -1, -1], divisor: 1},
  {id: "blur", weights: [1, 1, 1, 1, 1, 1, 1, 1, 1], divisor: 9},
  {id: "sharpen", weights: [0, -1, 0, -1, 5, -1, 0, -1, 0], divisor: 1},
  {id: "shift", weights: [0, 0, 0, 1, 0, 0, 0, 0, 0], divisor: 1},
  {id: "identity", weights: [0, 0, 0, 0, 1, 0, 0, 0, 0], divisor: 1}
];

const [first] = KERNEL_PRESETS;
const {weight, divisor, stride, pad} = KERNEL_BOUNDS;

function parseWeights(text: string): readonly number[] | undefined {
  const parts = text.split(",");
  const fits = parts.every((part) => /^-?\d(\.\d)?$/.test(part) && Math.abs(Number(part)) <= weight[1]);
  return fits && KERNEL_SIDES.some((side) => side ** 2 === parts.length) ? parts.map(Number) : undefined;
}

/** The page's one sliding kernel. */
export const kernel = {
  weights: fragmentState<readonly number[]>("kernel", first!.weights, {parse: parseWeights, print: (w) => w.join(",")}),
  divisor: fragmentState("kernel-div", first!.divisor, whole(...divisor)),
  stride: fragmentState("kernel-stride", 1, whole(...stride)),
  /** How the border is treated; `zeros` takes the number of `amount`. */
  pad: fragmentState("kernel-pad", "same", oneOf<"same" | "valid" | "zeros">(["same", "valid", "zeros"])),
  amount: fragmentState("kernel-zeros", 1, whole(...pad)),
  /** Row and column of the output that is looked at; where it lies outside, the nearest is meant. */
  at: fragmentState("kernel-at", [11, 4], place),
  picture: fragmentState<string>("kernel-on", "cat-face", {
    parse: (text) => (/^[a-z-]+$/.test(text) ? text : undefined)
  })
};

/** The preset that is shown now, if it is one. */
export function shownKernel(): KernelPreset | undefined {
  return KERNEL_PRESETS.find(
    (one) => one.divisor === kernel.divisor.value && one.weights.join() === kernel.weights.value.join()
  );
}

/** Shows a ready-made kernel; how it moves stays. */
export function showKernel(preset: KernelPreset): void {
  kernel.weights.value = preset.weights;
  kernel.divisor.value = preset.divisor;
}

/** Gives the kernel another side: cut off around its middle, or with zeros around it. */
export function resizeKernel(next: number): void {
  const now = kernel.weights.value;
  const side = sideOf(now);
  const shift = (side - next) / 2;
  kernel.weights.value = Array.from({length: next * next}, (_, i) => {
    const [y, x] = [Math.floor(i / next) + shift, (i % next) + shift];
    return y < 0 || x < 0 || y >= side || x >= side ? 0 : now[y * side + x]!;
  });
}

/** Back to Sobel on the cat. */
export function resetKernel(): void {
  for (const cell of Object.values(kernel) as FragmentState<unknown>[]) cell.reset();
}
