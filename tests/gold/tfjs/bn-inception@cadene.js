import * as tf from "@tensorflow/tfjs";

/** The path of a part, which is the name of its layer. */
const at = (path, name) => (path === "" ? name : `${path}.${name}`);

/** A layer that is named after its place in the network. */
const layer = (make, config = {}) => ({apply: (x, path) => make({...config, name: path}).apply(x)});

/** A layer without weights: a function, and the shape [height, width, channels] that it gives for one. */
class Lambda extends tf.layers.Layer {
  static className = "Lambda";

  constructor({name, compute, shape}) {
    super({name});
    Object.assign(this, {compute, shape});
  }

  computeOutputShape([batch, ...given]) {
    return [batch, ...this.shape(given)];
  }

  call(inputs) {
    return tf.tidy(() => this.compute([inputs].flat()[0]));
  }
}

const lambda = (compute, shape) => layer((config) => new Lambda({...config, compute, shape}));

/** Parts one after another, by name. */
class Chain {
  constructor(parts) {
    this.parts = Array.isArray(parts) ? parts : Object.entries(parts);
  }

  apply(x, path = "") {
    return this.parts.reduce((y, [name, part]) => part.apply(y, at(path, name)), x);
  }

  branches(x, path) {
    return this.parts.map(([name, part]) => part.apply(x, at(path, name)));
  }
}

/** Branches on the same input, concatenated along the channels. */
class Concat extends Chain {
  apply(x, path = "output") {
    return tf.layers.concatenate({name: path}).apply(this.branches(x, path));
  }
}

/** A convolution whose padding may also be a number of zeros on both sides, or one for each axis. */
const paddedConv2d = ({padding = "valid", ...config}) => ({
  apply: (x, path) => {
    if (typeof padding === "string") return tf.layers.conv2d({...config, padding, name: path}).apply(x);
    const padded = tf.layers.zeroPadding2d({padding, name: at(path, "margins")}).apply(x);
    return tf.layers.conv2d({...config, name: path}).apply(padded);
  }
});

/** The shape that a window gives that slides over a map with margins. */
const slid =
  (kernel, stride, margins) =>
  ([height, width, channels]) => [
    ...[height, width].map((n, i) => Math.floor((n + margins[i][0] + margins[i][1] - kernel[i]) / stride[i]) + 1),
    channels
  ];

/** Average pooling with margins [[top, bottom], [left, right]] of zeros, of which it counts the given ones. */
const paddedAvgPool2d = (kernel, stride, margins, counted) =>
  lambda(
    (x) => {
      const outer = margins.map(([a, b], i) => [a - counted[i][0], b - counted[i][1]]);
      const ones = tf.pad(tf.pad(tf.onesLike(x), [[0, 0], ...counted, [0, 0]], 1), [[0, 0], ...outer, [0, 0]]);
      const mean = (y) => tf.avgPool(y, kernel, stride, "valid");
      return tf.div(mean(tf.pad(x, [[0, 0], ...margins, [0, 0]])), mean(ones));
    },
    slid(kernel, stride, margins)
  );

/** Convolution, BatchNorm and ReLU. */
class ConvNormUnit extends Chain {
  constructor(filters, window) {
    super({
      conv: paddedConv2d({padding: "same", ...window, filters}),
      bn: layer(tf.layers.batchNormalization, {epsilon: 1e-05}),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** Branches 1x1, 3x3, 3x3dbl, pool side by side. */
export class Inception extends Concat {
  constructor(out1x1, reduce3x3, out3x3, reduce3x3dbl, out3x3dbl, poolProj) {
    super({
      "1x1": new ConvNormUnit(out1x1, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(reduce3x3, {kernelSize: 1}),
        conv: new ConvNormUnit(out3x3, {kernelSize: 3})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(reduce3x3dbl, {kernelSize: 1}),
        conv1: new ConvNormUnit(out3x3dbl, {kernelSize: 3}),
        conv2: new ConvNormUnit(out3x3dbl, {kernelSize: 3})
      }),
      pool: new Chain({
        pool: paddedAvgPool2d([3, 3], [1, 1], [[1, 1], [1, 1]], [[1, 1], [1, 1]]),
        proj: new ConvNormUnit(poolProj, {kernelSize: 1})
      })
    });
  }
}

/** Branches 3x3, 3x3dbl, pool side by side. */
export class Reduction extends Concat {
  constructor(out3x3, reduce3x3dbl, out3x3dbl) {
    super({
      "3x3": new Chain({
        reduce: new ConvNormUnit(128, {kernelSize: 1}),
        conv: new ConvNormUnit(out3x3, {kernelSize: 3, strides: 2, padding: 1})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(reduce3x3dbl, {kernelSize: 1}),
        conv1: new ConvNormUnit(out3x3dbl, {kernelSize: 3}),
        conv2: new ConvNormUnit(out3x3dbl, {kernelSize: 3, strides: 2, padding: 1})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"})
    });
  }
}

/** Branches 1x1, 3x3, 3x3dbl, pool side by side. */
export class InceptionMaxPool extends Concat {
  constructor() {
    super({
      "1x1": new ConvNormUnit(352, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        conv: new ConvNormUnit(320, {kernelSize: 3})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        conv1: new ConvNormUnit(224, {kernelSize: 3}),
        conv2: new ConvNormUnit(224, {kernelSize: 3})
      }),
      pool: new Chain({
        pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(128, {kernelSize: 1})
      })
    });
  }
}

/** conv1, pool1, conv2 … pool5, fc, one after another. */
export class BnInception extends Chain {
  constructor() {
    super({
      conv1: new ConvNormUnit(64, {kernelSize: 7, strides: 2, padding: 3}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      conv2: new Chain({
        reduce: new ConvNormUnit(64, {kernelSize: 1}),
        conv: new ConvNormUnit(192, {kernelSize: 3})
      }),
      pool2: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "3a": new Inception(64, 64, 64, 64, 96, 32),
      "3b": new Inception(64, 64, 96, 64, 96, 64),
      "3c": new Reduction(160, 64, 96),
      "4a": new Inception(224, 64, 96, 96, 128, 128),
      "4b": new Inception(192, 96, 128, 96, 128, 128),
      "4c": new Inception(160, 128, 160, 128, 160, 128),
      "4d": new Inception(96, 128, 192, 160, 192, 128),
      "4e": new Reduction(192, 192, 256),
      "5a": new Inception(352, 192, 320, 160, 224, 128),
      "5b": new InceptionMaxPool(),
      pool5: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 1000})
    });
  }
}

/** A model for pictures of 224×224×3. */
export function buildModel() {
  const inputs = tf.input({shape: [224, 224, 3]});
  return tf.model({inputs, outputs: new BnInception().apply(inputs, "")});
}
