/**
 * Folds batch normalisation into the convolution or dense layer before it, and turns kernels to TensorFlow's layout.
 *
 * BatchNorm at inference is y = (x − mean) · scale / √(variance + eps) + shift, one factor and one offset per channel;
 * so a convolution followed by it is a convolution with other numbers.
 */
import type {Graph} from "../spec/graph.ts";
import type {NodeWeights} from "./weights.ts";

/** y = x · factor + offset per channel. */
export interface Affine {
  factor: Float32Array;
  offset: Float32Array;
}

/**
 * Batch normalisation with running statistics as one factor and one offset per channel; no scale means 1.
 * @throws listing the numbers that are there if shift, mean or variance is missing
 */
export function affineOf(weights: NodeWeights, eps: number): Affine {
  const {scale, shift, mean, variance} = weights;
  if (shift === undefined || mean === undefined || variance === undefined)
    throw new Error(
      `batch normalisation: needs shift, mean and variance, found ${Object.keys(weights).join(", ") || "none"}`
    );
  const factor = mean.map((_, c) => (scale?.[c] ?? 1) / Math.sqrt(variance[c]! + eps));
  return {factor, offset: mean.map((m, c) => shift[c]! - m * factor[c]!)};
}

/** A convolution's or dense layer's numbers with what follows folded in; `weight` stays in PyTorch's layout [out, …]. */
export function fold(
  weight: Float32Array,
  bias: Float32Array | undefined,
  {factor, offset}: Affine
): {weight: Float32Array; bias: Float32Array} {
  const each = weight.length / factor.length; // weights per output channel
  const scaled = new Float32Array(weight.length);
  for (let o = 0, i = 0; o < factor.length; o++)
    for (let end = i + each; i < end; i++) scaled[i] = weight[i]! * factor[o]!;
  return {
    weight: scaled,
    bias: offset.map((o, c) => (bias?.[c] ?? 0) * factor[c]! + o)
  };
}

/** Pairs of convolution (or dense layer) and the batch normalisation that alone reads it, as node ids. */
export function foldablePairs(graph: Graph): Map<number, number> {
  const readers = new Map<number, number[]>();
  for (const node of graph.nodes) for (const id of node.inputs) readers.set(id, [...(readers.get(id) ?? []), node.id]);
  const heads = new Set(graph.outputs.values());
  const pairs = new Map<number, number>();
  for (const {id, op} of graph.nodes) {
    const [reader, ...others] = readers.get(id) ?? [];
    if ((op.kind !== "conv" && op.kind !== "dense") || heads.has(id) || reader === undefined || others.length > 0)
      continue;
    if (graph.nodes[reader]!.op.kind === "batchNorm") pairs.set(id, reader);
  }
  return pairs;
}

/** Kernel [out, in, height, width] to [height, width, in, out]. */
export function toHWIO(
  kernel: Float32Array,
  [out, inside, height, width]: readonly [number, number, number, number]
): Float32Array {
  const turned = new Float32Array(kernel.length);
  let from = 0;
  for (let o = 0; o < out; o++)
    for (let i = 0; i < inside; i++)
      for (let at = 0; at < height * width; at++) turned[(at * inside + i) * out + o] = kernel[from++]!;
  return turned;
}
