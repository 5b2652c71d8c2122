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

/** Convolution, BatchNorm and ReLU. */
class ConvNormUnit extends Chain {
  constructor(filters, window) {
    super({
      conv: layer(tf.layers.conv2d, {padding: "same", ...window, filters, useBias: false}),
      bn: layer(tf.layers.batchNormalization, {epsilon: 0.001}),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** Branches 1x1, 3x3, 5x5, pool side by side. */
export class NaiveInception extends Concat {
  constructor(out3x3) {
    super({
      "1x1": new ConvNormUnit(12, {kernelSize: 1}),
      "3x3": new ConvNormUnit(out3x3, {kernelSize: 3}),
      "5x5": new ConvNormUnit(4, {kernelSize: 5}),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 1, padding: "same"})
    });
  }
}

/** conv1, pool1, conv2 … pool, fc, one after another. */
export class CompactNaive extends Chain {
  constructor() {
    super({
      conv1: new ConvNormUnit(32, {kernelSize: 3}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      conv2: new ConvNormUnit(48, {kernelSize: 3}),
      "3a": new NaiveInception(24),
      pool2: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "4a": new NaiveInception(32),
      "4b": new NaiveInception(32),
      "4c": new NaiveInception(32),
      "4d": new NaiveInception(32),
      pool: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 10})
    });
  }
}

/** A model for pictures of 32×32×3. */
export function buildModel() {
  const inputs = tf.input({shape: [32, 32, 3]});
  return tf.model({inputs, outputs: new CompactNaive().apply(inputs, "")});
}
