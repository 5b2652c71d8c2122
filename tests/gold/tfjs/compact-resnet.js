import * as tf from "@tensorflow/tfjs";

/** The path of a part, which is the name of its layer. */
const at = (path, name) => (path === "" ? name : `${path}.${name}`);

/** A layer that is named after its place in the network. */
const layer = (make, config = {}) => ({apply: (x, path) => make({...config, name: path}).apply(x)});

/** Gives what it was given. */
const identity = {apply: (x) => x};

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

/** Branches on the same input, added. */
class Sum extends Chain {
  apply(x, path = "output") {
    return tf.layers.add({name: path}).apply(this.branches(x, path));
  }
}

/** Parts named by a number, from one to another. */
const repeated = (prefix, from, to, make) =>
  Object.fromEntries(Array.from({length: to - from + 1}, (_, i) => [`${prefix}${from + i}`, make()]));

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

/** sum, relu, one after another. */
export class Block16 extends Chain {
  constructor() {
    super({
      sum: new Sum({
        shortcut: identity,
        residual: new Chain({
          branches: new Concat({
            "1x1": new ConvNormUnit(16, {kernelSize: 1}),
            "7x7": new Chain({
              reduce: new ConvNormUnit(12, {kernelSize: 1}),
              "1x7": new ConvNormUnit(14, {kernelSize: [1, 7]}),
              "7x1": new ConvNormUnit(16, {kernelSize: [7, 1]})
            })
          }),
          expand: layer(tf.layers.conv2d, {filters: 56, kernelSize: 1}),
          scale: layer(tf.layers.rescaling, {scale: 0.2})
        })
      }),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** Branches 3x3, 3x3b, 3x3dbl, pool side by side. */
export class ReductionB extends Concat {
  constructor() {
    super({
      "3x3": new Chain({
        reduce: new ConvNormUnit(24, {kernelSize: 1}),
        conv: new ConvNormUnit(48, {kernelSize: 3, strides: 2, padding: 1})
      }),
      "3x3b": new Chain({
        reduce: new ConvNormUnit(24, {kernelSize: 1}),
        conv: new ConvNormUnit(44, {kernelSize: 3, strides: 2, padding: 1})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(24, {kernelSize: 1}),
        conv1: new ConvNormUnit(32, {kernelSize: 3}),
        conv2: new ConvNormUnit(44, {kernelSize: 3, strides: 2, padding: 1})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"})
    });
  }
}

/** sum, relu, one after another. */
export class Block8 extends Chain {
  constructor() {
    super({
      sum: new Sum({
        shortcut: identity,
        residual: new Chain({
          branches: new Concat({
            "1x1": new ConvNormUnit(40, {kernelSize: 1}),
            "3x3": new Chain({
              reduce: new ConvNormUnit(40, {kernelSize: 1}),
              "1x3": new ConvNormUnit(44, {kernelSize: [1, 3]}),
              "3x1": new ConvNormUnit(52, {kernelSize: [3, 1]})
            })
          }),
          expand: layer(tf.layers.conv2d, {filters: 192, kernelSize: 1}),
          scale: layer(tf.layers.rescaling, {scale: 0.2})
        })
      }),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** conv1, pool1, conv2 … pool, fc, one after another. */
export class CompactResnet extends Chain {
  constructor() {
    super({
      conv1: new ConvNormUnit(24, {kernelSize: 3}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      conv2: new ConvNormUnit(56, {kernelSize: 3}),
      block16_1: new Block16(),
      block16_2: new Block16(),
      mixed7a: new ReductionB(),
      ...repeated("block8_", 1, 4, () => new Block8()),
      conv3: new ConvNormUnit(168, {kernelSize: 1}),
      pool: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 10})
    });
  }
}

/** A model for pictures of 32×32×3. */
export function buildModel() {
  const inputs = tf.input({shape: [32, 32, 3]});
  return tf.model({inputs, outputs: new CompactResnet().apply(inputs, "")});
}
