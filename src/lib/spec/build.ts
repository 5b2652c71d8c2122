/**
 * Short forms for writing networks down. Shorthand (`3`, `[1, 7]`) is accepted here and gone after.
 */
import type {Fork, Named, Net, Op, Padding, Pair, Series, Tap} from "./net.ts";

/** A size for both axes, or one per axis [height, width]. */
export type Size = number | Pair;

/** Padding as authors write it: a word, or zeros on both sides. */
export type PadSize = "same" | "valid" | Size;

const pair = (size: Size): Pair => (typeof size === "number" ? [size, size] : size);
const padding = (pad: PadSize): Padding => (pad === "same" || pad === "valid" ? pad : pair(pad));

/** Parts one after another, in the order of the keys or entries. */
export function series(parts: Named[] | Record<string, Net>, block?: string): Series {
  return {kind: "series", parts: named(parts), ...(block === undefined ? {} : {block})};
}

/** Branches side by side whose outputs are joined along the channels. */
export function concat(parts: Named[] | Record<string, Net>, block?: string): Fork {
  return {kind: "fork", join: "concat", parts: named(parts), ...(block === undefined ? {} : {block})};
}

/** Branches side by side whose outputs are summed. */
export function add(parts: Named[] | Record<string, Net>, block?: string): Fork {
  return {kind: "fork", join: "add", parts: named(parts), ...(block === undefined ? {} : {block})};
}

/** A head beside the main line. */
export function tap(net: Net): Tap {
  return {kind: "tap", net};
}

// Keys that look like whole numbers would be reordered by JavaScript, so parts with such names must come as entries.
function named(parts: Named[] | Record<string, Net>): Named[] {
  if (Array.isArray(parts)) return parts;
  const keys = Object.keys(parts);
  const numeric = keys.find((key) => /^\d+$/.test(key));
  if (numeric !== undefined) throw new Error(`part "${numeric}": give parts with numeric names as [name, net] entries`);
  return keys.map((key) => [key, parts[key]!] as const);
}

/** Options of a convolution; stride 1, `same` padding, no groups and a bias unless told. */
export interface ConvOptions {
  stride?: Size;
  pad?: PadSize;
  groups?: number;
  bias?: boolean;
}

/** A convolution with `out` channels. */
export function conv(
  kernel: Size,
  out: number,
  {stride = 1, pad = "same", groups = 1, bias = true}: ConvOptions = {}
): Op {
  return {kind: "conv", out, groups, bias, kernel: pair(kernel), stride: pair(stride), pad: padding(pad)};
}

/** Options of a pooling window; stride 1, `same` padding, rounding down unless told. */
export interface PoolOptions {
  stride?: Size;
  pad?: PadSize;
  round?: "floor" | "ceil";
}

/** Max pooling. */
export function maxPool(kernel: Size, {stride = 1, pad = "same", round = "floor"}: PoolOptions = {}): Op {
  return {kind: "maxPool", round, kernel: pair(kernel), stride: pair(stride), pad: padding(pad)};
}

/** Average pooling; `countPad` divides by the whole window at the border too, as Caffe and PyTorch do. */
export function avgPool(
  kernel: Size,
  {stride = 1, pad = "same", round = "floor", countPad = false}: PoolOptions & {countPad?: boolean} = {}
): Op {
  return {kind: "avgPool", round, countPad, kernel: pair(kernel), stride: pair(stride), pad: padding(pad)};
}

/** A fully connected layer with `out` numbers. */
export function dense(out: number, {bias = true}: {bias?: boolean} = {}): Op {
  return {kind: "dense", out, bias};
}

/** Average pooling to a fixed grid, PyTorch's `AdaptiveAvgPool2d`. */
export function adaptiveAvgPool(out: Size): Op {
  return {kind: "adaptiveAvgPool", out: pair(out)};
}

/** Batch normalisation with running statistics; `scale: false` leaves gamma out, as TF-Slim and Keras do. */
export function batchNorm({eps = 1e-3, scale = true}: {eps?: number; scale?: boolean} = {}): Op {
  return {kind: "batchNorm", eps, scale};
}

/** Local response normalisation across channels; `alpha` is divided by `size`, as Caffe and PyTorch do. */
export function lrn({size = 5, alpha = 1e-4, beta = 0.75, bias = 1} = {}): Op {
  return {kind: "lrn", size, alpha, beta, bias};
}

/** Rectified linear unit. */
export const relu: Op = {kind: "relu"};
/** Softmax over the last axis. */
export const softmax: Op = {kind: "softmax"};
/** Mean over height and width. */
export const globalAvgPool: Op = {kind: "globalAvgPool"};
/** All numbers in one row, in PyTorch's order (channel, height, width). */
export const flattenOp: Op = {kind: "flatten"};

/** Dropout: active in training only. */
export function dropout(rate: number): Op {
  return {kind: "dropout", rate};
}
