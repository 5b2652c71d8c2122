/**
 * Runs a network: one walk over the planned steps. Activations are [batch, height, width, channels] or [batch, length].
 */
import * as tf from "@tensorflow/tfjs-core";
import {adaptiveWindows, type Margins, type Row} from "../analysis/measure.ts";
import type {Op, Pair} from "../spec/net.ts";
import {convolvePacked, joinChannels, packs} from "./convolution.ts";
import type {Layer, Layers} from "./layers.ts";
import {type Edit, type Edits, NO_EDITS, plan, type Step} from "./plan.ts";

/**
 * Computes the activations of the wanted nodes and of nothing that they do not depend on.
 * @param pixels [batch, height, width, channels]; stays the caller's
 * @param edits parts whose outputs are changed on the way
 * @returns activations by node id, the caller's to dispose of; if an operation throws, nothing is left behind
 */
export function forward(
  layers: Layers,
  pixels: tf.Tensor4D,
  wanted: ReadonlySet<number>,
  edits: Edits = NO_EDITS
): Map<number, tf.Tensor> {
  const {sheet, pairs} = layers;
  const live = new Map<number, tf.Tensor>();
  tf.tidy(() => {
    for (const step of plan(sheet.graph, wanted, edits, pairs)) {
      live.set(
        step.gives,
        tf.tidy(() => edited(runStep(layers, step, pixels, live), step.edit))
      );
      for (const id of step.frees) {
        live.get(id)!.dispose();
        live.delete(id);
      }
    }
    return [...live.values()];
  });
  return live;
}

function runStep(layers: Layers, step: Step, pixels: tf.Tensor4D, live: ReadonlyMap<number, tf.Tensor>): tf.Tensor {
  const {node, how, relu} = step;
  const row = layers.sheet.rows[node.id]!;
  if (how === "zeros") return tf.zeros([pixels.shape[0], ...row.shape]);
  const given = step.inputs.map(({id, edit}) => edited(live.get(id)!, edit));
  const x = given[0] as tf.Tensor4D;
  const {op} = node;
  switch (op.kind) {
    case "input":
      return pixels.clone();
    case "concat":
      return given.length === 1 ? x.clone() : packs() ? joinChannels(given) : tf.concat(given, 3);
    case "add":
      return given.length === 1 ? x.clone() : tf.addN(given);
    case "conv":
      return convolve(x, layers.get(node.id, how), op, row.pad!, relu);
    case "batchNorm": {
      const {kernels, bias} = layers.get(node.id, "alone");
      return tf.add(tf.mul(x, kernels[0]!), bias!);
    }
    case "relu":
      return tf.relu(x);
    case "softmax":
      return tf.softmax(x, -1);
    case "globalAvgPool":
      return tf.mean(x, [1, 2]);
    case "flatten": // PyTorch's order: channel, height, width
      return x.rank === 4 ? tf.reshape(tf.transpose(x, [0, 3, 1, 2]), [x.shape[0], -1]) : x.clone();
    case "maxPool":
      return maxPool(x, op, row.pad!);
    case "avgPool":
      return avgPool(x, op, row.pad!);
    case "adaptiveAvgPool":
      return averageAlong(averageAlong(x, 1, op.out[0]), 2, op.out[1]);
    case "lrn":
      return lrn(x, op, row);
    case "dropout": // identity outside training
      return x.clone();
    case "dense": {
      const {kernels, bias} = layers.get(node.id, how);
      return tf.fused.matMul({a: x as tf.Tensor, b: kernels[0] as tf.Tensor2D, ...(bias === null ? {} : {bias})});
    }
    case "times":
      return tf.mul(x, op.by);
    default:
      op satisfies never;
      throw new Error(`${row.path}: unknown operation`);
  }
}

// The mean of a row of numbers that has no map is the number itself.
function edited(x: tf.Tensor, edit: Edit | null): tf.Tensor {
  if (edit === null) return x;
  if (edit === 0) return tf.zerosLike(x);
  if (edit instanceof Float32Array) return tf.add(tf.zerosLike(x), tf.tensor1d(edit));
  if (edit !== "mean") return tf.mul(x, edit);
  return x.rank === 4 ? tf.add(tf.zerosLike(x), tf.mean(x, [1, 2], true)) : x;
}

type Of<Kind extends Op["kind"]> = Extract<Op, {kind: Kind}>;
type Explicit = [[number, number], [number, number], [number, number], [number, number]];

const explicit = ({top, bottom, left, right}: Margins): Explicit => [[0, 0], [top, bottom], [left, right], [0, 0]]; // prettier-ignore
const pair = ([height, width]: Pair): [number, number] => [height, width];

function convolve(x: tf.Tensor4D, layer: Layer, op: Of<"conv">, margins: Margins, relu: boolean): tf.Tensor {
  const {kernels, bias, packed} = layer;
  const [first] = kernels as [tf.Tensor4D];
  if (packed) {
    const {kernel: window, stride, out: channels} = op;
    return convolvePacked(x, first, {window, stride, margins, channels, relu});
  }
  const options = {
    strides: pair(op.stride),
    pad: explicit(margins),
    activation: relu ? ("relu" as const) : ("linear" as const),
    ...(bias === null ? {} : {bias})
  };
  if (kernels.length > 1) return grouped(x, kernels as tf.Tensor4D[], bias, op, margins, relu);
  if (op.groups > 1) return depthwise(x, first, bias, op, margins, relu);
  return tf.fused.conv2d({x, filter: first, ...options});
}

function depthwise(
  x: tf.Tensor4D,
  kernel: tf.Tensor4D,
  bias: tf.Tensor1D | null,
  op: Of<"conv">,
  margins: Margins,
  relu: boolean
): tf.Tensor {
  const sums = tf.depthwiseConv2d(x, kernel, pair(op.stride), explicit(margins) as unknown as number);
  return finish(sums, bias, relu);
}

function grouped(
  x: tf.Tensor4D,
  kernels: tf.Tensor4D[],
  bias: tf.Tensor1D | null,
  op: Of<"conv">,
  margins: Margins,
  relu: boolean
): tf.Tensor {
  const parts = tf.split<tf.Tensor4D>(x, kernels.length, 3);
  const sums = parts.map((part, g) => tf.conv2d(part, kernels[g]!, pair(op.stride), explicit(margins)));
  return finish(tf.concat(sums, 3), bias, relu);
}

function finish(sums: tf.Tensor, bias: tf.Tensor1D | null, relu: boolean): tf.Tensor {
  const shifted = bias === null ? sums : tf.add(sums, bias);
  return relu ? tf.relu(shifted) : shifted;
}

// Padding never wins a maximum: the backends leave it out of the window.
function maxPool(x: tf.Tensor4D, op: Of<"maxPool">, margins: Margins): tf.Tensor {
  return tf.maxPool(x, pair(op.kernel), pair(op.stride), explicit(margins));
}

/**
 * Average pooling. The backends divide by the pixels inside the map; where padding counts it is laid down as real zeros
 * first. The pixels by which rounding up reaches beyond the padding never count (PyTorch's rule).
 */
function avgPool(x: tf.Tensor4D, op: Of<"avgPool">, margins: Margins): tf.Tensor {
  const [kernel, stride] = [pair(op.kernel), pair(op.stride)];
  if (!op.countPad) return tf.avgPool(x, kernel, stride, explicit(margins));
  const limit = op.pad === "valid" ? ([0, 0] as const) : op.pad === "same" ? ([Infinity, Infinity] as const) : op.pad;
  const counted = {...margins, bottom: Math.min(margins.bottom, limit[0]), right: Math.min(margins.right, limit[1])};
  const beyond = {top: 0, left: 0, bottom: margins.bottom - counted.bottom, right: margins.right - counted.right};
  return tf.avgPool(tf.pad(x, explicit(counted)), kernel, stride, explicit(beyond));
}

function averageAlong(x: tf.Tensor4D, axis: 1 | 2, out: number): tf.Tensor4D {
  const cells = adaptiveWindows(x.shape[axis], out).map(([from, to]) => {
    const [begin, size] = [[0, 0, 0, 0], [...x.shape]];
    begin[axis] = from;
    size[axis] = to - from;
    return tf.mean<tf.Tensor4D>(tf.slice(x, begin, size), axis, true);
  });
  return cells.length === 1 ? cells[0]! : tf.concat(cells, axis);
}

function lrn(x: tf.Tensor4D, op: Of<"lrn">, row: Row): tf.Tensor {
  if (op.size % 2 === 0)
    throw new Error(`${row.path}: local response normalisation needs an odd size, found ${op.size}`);
  return tf.localResponseNormalization(x, (op.size - 1) / 2, op.bias, op.alpha / op.size, op.beta);
}
