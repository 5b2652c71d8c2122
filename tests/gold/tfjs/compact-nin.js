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

/** conv, cccp1, cccp2, one after another. */
export class MlpConv extends Chain {
  constructor(channels, {kernelSize}) {
    super({
      conv: new ConvNormUnit(channels, {kernelSize}),
      cccp1: new ConvNormUnit(channels, {kernelSize: 1}),
      cccp2: new ConvNormUnit(channels, {kernelSize: 1})
    });
  }
}

/** conv, cccp1, cccp2, one after another. */
export class ClassMaps extends Chain {
  constructor() {
    super({
      conv: new ConvNormUnit(128, {kernelSize: 3}),
      cccp1: new ConvNormUnit(128, {kernelSize: 1}),
      cccp2: layer(tf.layers.conv2d, {filters: 10, kernelSize: 1})
    });
  }
}

/** mlpconv1, pool1, mlpconv2, pool2, mlpconv3, pool3, one after another. */
export class CompactNin extends Chain {
  constructor() {
    super({
      mlpconv1: new MlpConv(32, {kernelSize: 5}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      mlpconv2: new MlpConv(96, {kernelSize: 3}),
      pool2: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      mlpconv3: new ClassMaps(),
      pool3: layer(tf.layers.globalAveragePooling2d)
    });
  }
}

/** A model for pictures of 32×32×3. */
export function buildModel() {
  const inputs = tf.input({shape: [32, 32, 3]});
  return tf.model({inputs, outputs: new CompactNin().apply(inputs, "")});
}
