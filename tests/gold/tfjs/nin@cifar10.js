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

/** Convolution and ReLU. */
class ConvUnit extends Chain {
  constructor(filters, window) {
    super({
      conv: layer(tf.layers.conv2d, {padding: "same", ...window, filters}),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** conv, cccp1, cccp2, one after another. */
export class MlpConv extends Chain {
  constructor(outCccp1, outCccp2, {kernelSize}) {
    super({
      conv: new ConvUnit(192, {kernelSize}),
      cccp1: new ConvUnit(outCccp1, {kernelSize: 1}),
      cccp2: new ConvUnit(outCccp2, {kernelSize: 1})
    });
  }
}

/** mlpconv1, pool1, dropout1, mlpconv2, pool2, dropout2, mlpconv3, pool3, one after another. */
export class NetworkInNetwork extends Chain {
  constructor() {
    super({
      mlpconv1: new MlpConv(160, 96, {kernelSize: 5}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      dropout1: layer(tf.layers.dropout, {rate: 0.5}),
      mlpconv2: new MlpConv(192, 192, {kernelSize: 5}),
      pool2: layer(tf.layers.averagePooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      dropout2: layer(tf.layers.dropout, {rate: 0.5}),
      mlpconv3: new MlpConv(192, 10, {kernelSize: 3}),
      pool3: layer(tf.layers.globalAveragePooling2d)
    });
  }
}

/** A model for pictures of 32×32×3. */
export function buildModel() {
  const inputs = tf.input({shape: [32, 32, 3]});
  return tf.model({inputs, outputs: new NetworkInNetwork().apply(inputs, "")});
}
