import * as tf from "@tensorflow/tfjs";

/** The path of a part, which is the name of its layer. */
const at = (path, name) => (path === "" ? name : `${path}.${name}`);

/** A layer that is named after its place in the network. */
const layer = (make, config = {}) => ({apply: (x, path) => make({...config, name: path}).apply(x)});

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

/** Convolution, BatchNorm and ReLU. */
class ConvNormUnit extends Chain {
  constructor(filters, window) {
    super({
      conv: paddedConv2d({padding: "same", ...window, filters, useBias: false}),
      bn: layer(tf.layers.batchNormalization, {epsilon: 0.001}),
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
        pool: layer(tf.layers.averagePooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(poolProj, {kernelSize: 1})
      })
    });
  }
}

/** Branches 3x3, 3x3dbl, pool side by side. */
export class Reduction extends Concat {
  constructor() {
    super({
      "3x3": new Chain({
        reduce: new ConvNormUnit(24, {kernelSize: 1}),
        conv: new ConvNormUnit(48, {kernelSize: 3, strides: 2, padding: 1})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(12, {kernelSize: 1}),
        conv1: new ConvNormUnit(20, {kernelSize: 3}),
        conv2: new ConvNormUnit(20, {kernelSize: 3, strides: 2, padding: 1})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"})
    });
  }
}

/** Branches 1x1, 3x3, 3x3dbl, pool side by side. */
export class InceptionMaxPool extends Concat {
  constructor() {
    super({
      "1x1": new ConvNormUnit(40, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(40, {kernelSize: 1}),
        conv: new ConvNormUnit(76, {kernelSize: 3})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(12, {kernelSize: 1}),
        conv1: new ConvNormUnit(28, {kernelSize: 3}),
        conv2: new ConvNormUnit(28, {kernelSize: 3})
      }),
      pool: new Chain({
        pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(28, {kernelSize: 1})
      })
    });
  }
}

/** conv1, pool1, 3a … pool, fc, one after another. */
export class CompactV2 extends Chain {
  constructor() {
    super({
      conv1: new ConvNormUnit(32, {kernelSize: 3}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "3a": new Inception(16, 16, 32, 8, 12, 12),
      "3b": new Inception(20, 20, 36, 8, 16, 16),
      "3c": new Reduction(),
      "4a": new Inception(40, 44, 72, 12, 24, 28),
      "4b": new Inception(44, 44, 80, 12, 28, 28),
      "4c": new Inception(44, 44, 76, 12, 28, 28),
      "4d": new InceptionMaxPool(),
      pool: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 10})
    });
  }
}

/** A model for pictures of 32×32×3. */
export function buildModel() {
  const inputs = tf.input({shape: [32, 32, 3]});
  return tf.model({inputs, outputs: new CompactV2().apply(inputs, "")});
}
