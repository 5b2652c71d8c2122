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

/** Convolution, BatchNorm without a scale and ReLU. */
class ConvNormUnit extends Chain {
  constructor(filters, window) {
    super({
      conv: layer(tf.layers.conv2d, {padding: "same", ...window, filters, useBias: false}),
      bn: layer(tf.layers.batchNormalization, {epsilon: 0.001, scale: false}),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** Branches 1x1, 3x3, 5x5, pool side by side. */
export class Inception extends Concat {
  constructor(out1x1, reduce3x3, out3x3, reduce5x5, out5x5, poolProj) {
    super({
      "1x1": new ConvNormUnit(out1x1, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(reduce3x3, {kernelSize: 1}),
        conv: new ConvNormUnit(out3x3, {kernelSize: 3})
      }),
      "5x5": new Chain({
        reduce: new ConvNormUnit(reduce5x5, {kernelSize: 1}),
        conv: new ConvNormUnit(out5x5, {kernelSize: 3})
      }),
      pool: new Chain({
        pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(poolProj, {kernelSize: 1})
      })
    });
  }
}

/** conv1, pool1, conv2 … dropout, fc, one after another. */
export class GoogLeNet extends Chain {
  constructor() {
    super({
      conv1: new ConvNormUnit(64, {kernelSize: 7, strides: 2}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      conv2: new Chain({
        reduce: new ConvNormUnit(64, {kernelSize: 1}),
        conv: new ConvNormUnit(192, {kernelSize: 3})
      }),
      pool2: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "3a": new Inception(64, 96, 128, 16, 32, 32),
      "3b": new Inception(128, 128, 192, 32, 96, 64),
      pool3: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "4a": new Inception(192, 96, 208, 16, 48, 64),
      "4b": new Inception(160, 112, 224, 24, 64, 64),
      "4c": new Inception(128, 128, 256, 24, 64, 64),
      "4d": new Inception(112, 144, 288, 32, 64, 64),
      "4e": new Inception(256, 160, 320, 32, 128, 128),
      pool4: layer(tf.layers.maxPooling2d, {poolSize: 2, strides: 2}),
      "5a": new Inception(256, 160, 320, 32, 128, 128),
      "5b": new Inception(384, 192, 384, 48, 128, 128),
      pool5: layer(tf.layers.globalAveragePooling2d),
      dropout: layer(tf.layers.dropout, {rate: 0.2}),
      fc: layer(tf.layers.dense, {units: 1001})
    });
  }
}

/** A model for pictures of 224×224×3. */
export function buildModel() {
  const inputs = tf.input({shape: [224, 224, 3]});
  return tf.model({inputs, outputs: new GoogLeNet().apply(inputs, "")});
}
