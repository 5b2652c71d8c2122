/**
 * The operations of a network in training, each with its gradient on every backend. TensorFlow.js's WebAssembly backend has no
 * gradient of a convolution's kernel, so convolutions bring their own, made of convolutions.
 */
import * as tf from "@tensorflow/tfjs-core";
import {adaptiveWindows, type Margins} from "../analysis/measure.ts";
import type {Op, Pair} from "../spec/net.ts";

type Of<Kind extends Op["kind"]> = Extract<Op, {kind: Kind}>;

/** Mean and (biased) variance of each channel over a batch. */
export interface Moments {
  mean: tf.Tensor1D;
  variance: tf.Tensor1D;
}

/**
 * Convolution with its padding resolved to pixels.
 * @param x [batch, height, width, in]
 * @param kernel [height, width, in / groups, out]
 */
export function convolve(x: tf.Tensor4D, kernel: tf.Tensor4D, op: Of<"conv">, margins: Margins): tf.Tensor4D {
  const padded = pad(x, margins, 0);
  if (op.groups === 1) return convolveValid(padded, kernel, op.stride);
  const kernels = tf.split<tf.Tensor4D>(kernel, op.groups, 3);
  const parts = tf.split<tf.Tensor4D>(padded, op.groups, 3);
  return tf.concat(
    parts.map((part, g) => convolveValid(part, kernels[g]!, op.stride)),
    3
  );
}

/**
 * Max pooling; padding never wins.
 * @param x [batch, height, width, channels]; margins in pixels
 */
export function maxPool(x: tf.Tensor4D, op: Of<"maxPool">, margins: Margins): tf.Tensor4D {
  return tf.maxPool(pad(x, margins, -3e38), pair(op.kernel), pair(op.stride), "valid");
}

/**
 * Average pooling, over the pixels inside the map, or where padding counts over the padding as well.
 * @param x [batch, height, width, channels]; margins in pixels
 * @throws if padding counts and a window reaches beyond it
 */
export function avgPool(x: tf.Tensor4D, op: Of<"avgPool">, margins: Margins): tf.Tensor4D {
  const [kernel, stride] = [pair(op.kernel), pair(op.stride)];
  const sums = tf.avgPool(pad(x, margins, 0), kernel, stride, "valid");
  const shares = tf.avgPool(pad(tf.ones<tf.Rank.R4>([1, x.shape[1], x.shape[2], 1]), ...counted(op, margins)), kernel, stride, "valid"); // prettier-ignore
  return tf.div(sums, tf.tile(shares, [x.shape[0], 1, 1, x.shape[3]]));
}

/** Adaptive average pooling of [batch, height, width, channels] to a fixed grid (PyTorch's windows). */
export function adaptiveAvgPool(x: tf.Tensor4D, [height, width]: Pair): tf.Tensor4D {
  return averageAlong(averageAlong(x, 1, height), 2, width);
}

/** The mean and variance over a batch of each channel of [batch, …, channels]; not part of any gradient. */
export function momentsOf(x: tf.Tensor): Moments {
  return tf.tidy(() => {
    const rows = tf.reshape(x, [-1, x.shape.at(-1)!]);
    const mean = tf.mean<tf.Tensor1D>(rows, 0);
    return {mean, variance: tf.mean<tf.Tensor1D>(tf.square(tf.sub(rows, mean)), 0)};
  }) as unknown as Moments;
}

/**
 * Batch normalisation with a batch's own moments. Its gradient takes into account that the moments depend on x
 * (Ioffe and Szegedy, 2015, arXiv 1502.03167, section 3).
 */
export function batchNorm(
  x: tf.Tensor,
  scale: tf.Tensor1D,
  shift: tf.Tensor1D,
  {mean, variance}: Moments,
  eps: number
): tf.Tensor {
  const channels = mean.size;
  const count = x.size / channels;
  const run = tf.customGrad((...given) => {
    const [from, factor, offset, save] = given as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const inverse = tf.rsqrt(tf.add(variance, eps));
    const hat = tf.mul(tf.sub(tf.reshape(from, [-1, channels]), mean), inverse); // [positions, channels]
    save([hat, factor, inverse]); // what is not saved is gone when the gradient is asked for
    return {
      value: tf.reshape(tf.add(tf.mul(hat, factor), offset), from.shape),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [hat, weight, inverse] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
        const slope = tf.reshape(dy, [-1, channels]);
        const [ofShift, ofScale] = [tf.sum(slope, 0), tf.sum(tf.mul(slope, hat), 0)];
        const corrected = tf.sub(tf.sub(slope, tf.div(ofShift, count)), tf.mul(hat, tf.div(ofScale, count)));
        return [tf.reshape(tf.mul(corrected, tf.mul(weight, inverse)), dy.shape), ofScale, ofShift];
      }
    };
  });
  return run(x, scale, shift);
}

/** Mean cross-entropy of logits [batch, classes] against class numbers. */
export function crossEntropy(logits: tf.Tensor2D, labels: readonly number[]): tf.Scalar {
  const [batch, classes] = logits.shape;
  const wanted = tf.cast(tf.oneHot(tf.tensor1d([...labels], "int32"), classes), "float32");
  const run = tf.customGrad((...given) => {
    const [scores, save] = given as [tf.Tensor, tf.GradSaveFunc];
    save([scores, wanted]);
    const largest = tf.max(scores, 1, true);
    const logs = tf.add(tf.log(tf.sum(tf.exp(tf.sub(scores, largest)), 1, true)), largest);
    return {
      value: tf.div(tf.sum(tf.mul(tf.sub(logs, scores), wanted)), batch) as tf.Scalar,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        tf.mul(dy, tf.div(tf.sub(tf.softmax(saved[0]!), saved[1]!), batch))
    };
  });
  return run(logits) as tf.Scalar;
}

/** Dropout as PyTorch has it, on a tensor of any shape: a share `rate` becomes 0, what stays is divided by 1 − rate. */
export function dropout(x: tf.Tensor, rate: number, seed: number): tf.Tensor {
  if (rate === 0) return x;
  const kept = tf.greaterEqual(tf.randomUniform(x.shape, 0, 1, "float32", seed), rate);
  return tf.mul(x, tf.div(tf.cast(kept, "float32"), 1 - rate));
}

const pair = ([height, width]: Pair): [number, number] => [height, width];

function pad(x: tf.Tensor4D, {top, bottom, left, right}: Margins, value: number): tf.Tensor4D {
  return top + bottom + left + right === 0 ? x : tf.pad(x, [[0, 0], [top, bottom], [left, right], [0, 0]], value); // prettier-ignore
}

// What each window divides by, as a share of its area: rounding up may reach beyond the padding, which never counts.
function counted(op: Of<"avgPool">, margins: Margins): [Margins, number] {
  if (!op.countPad) return [margins, 0];
  const limit = op.pad === "valid" ? ([0, 0] as const) : op.pad === "same" ? ([Infinity, Infinity] as const) : op.pad;
  if (margins.bottom > limit[0] || margins.right > limit[1])
    throw new Error("average pooling that counts its padding and reaches beyond it cannot be trained here");
  return [margins, 1];
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

function convolveValid(x: tf.Tensor4D, kernel: tf.Tensor4D, stride: Pair): tf.Tensor4D {
  const run = tf.customGrad((...given) => {
    const [from, weights, save] = given as [tf.Tensor4D, tf.Tensor4D, tf.GradSaveFunc];
    save([from, weights]);
    return {
      value: tf.conv2d(from, weights, pair(stride), "valid"),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [before, filter] = saved as [tf.Tensor4D, tf.Tensor4D];
        return [inputGradient(before, filter, dy as tf.Tensor4D, stride), kernelGradient(before, filter, dy as tf.Tensor4D, stride)]; // prettier-ignore
      }
    };
  });
  return run(x, kernel) as tf.Tensor4D;
}

// With stride 1 a convolution of the padded slopes with the kernel turned round, which is fast on every backend.
function inputGradient(x: tf.Tensor4D, kernel: tf.Tensor4D, dy: tf.Tensor4D, stride: Pair): tf.Tensor4D {
  if (stride[0] !== 1 || stride[1] !== 1) return tf.conv2dTranspose(dy, kernel, x.shape, pair(stride), "valid");
  const [height, width] = [kernel.shape[0] - 1, kernel.shape[1] - 1];
  const turned = tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]) as tf.Tensor4D;
  return tf.conv2d(pad(dy, {top: height, bottom: height, left: width, right: width}, 0), turned, 1, "valid");
}

// Channels in stand as pictures, pictures as channels, and the slopes as a kernel with holes as wide as the stride.
function kernelGradient(x: tf.Tensor4D, kernel: tf.Tensor4D, dy: tf.Tensor4D, stride: Pair): tf.Tensor4D {
  const [height, width] = kernel.shape;
  const pictures = tf.transpose(x, [3, 1, 2, 0]) as tf.Tensor4D; // [in, height, width, batch]
  const slopes = tf.transpose(dy, [1, 2, 0, 3]) as tf.Tensor4D; // [height, width, batch, out]
  const all = tf.conv2d(pictures, slopes, 1, "valid", "NHWC", pair(stride)); // [in, ≥ kernel, ≥ kernel, out]
  return tf.transpose(tf.slice(all, [0, 0, 0, 0], [-1, height, width, -1]), [1, 2, 0, 3]);
}
