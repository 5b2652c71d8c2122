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

/** conv1, pool1, conv2 … pool, fc, one after another. */
export class CompactPlain extends Chain {
  constructor() {
    super({
      conv1: new ConvNormUnit(32, {kernelSize: 3}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      conv2: new ConvNormUnit(40, {kernelSize: 3}),
      conv3: new ConvNormUnit(52, {kernelSize: 3}),
      pool2: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      conv4: new ConvNormUnit(80, {kernelSize: 3}),
      conv5: new ConvNormUnit(88, {kernelSize: 3}),
      conv6: new ConvNormUnit(92, {kernelSize: 3}),
      conv7: new ConvNormUnit(96, {kernelSize: 3}),
      pool: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 10})
    });
  }
}

/** A model for pictures of 32×32×3. */
export function buildModel() {
  const inputs = tf.input({shape: [32, 32, 3]});
  return tf.model({inputs, outputs: new CompactPlain().apply(inputs, "")});
}
