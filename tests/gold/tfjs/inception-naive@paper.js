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

/** Each number divided by a power of the sum of squares of its neighbours along the channels. */
const localResponseNorm = (size, alpha, beta, bias) =>
  lambda(
    (x) => tf.localResponseNormalization(x, (size - 1) / 2, bias, alpha / size, beta),
    (shape) => shape
  );

/** Convolution and ReLU. */
class ConvUnit extends Chain {
  constructor(filters, window) {
    super({
      conv: paddedConv2d({padding: "same", ...window, filters}),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** Branches 1x1, 3x3, 5x5, pool side by side. */
export class NaiveInception extends Concat {
  constructor(out1x1, out3x3, out5x5) {
    super({
      "1x1": new ConvUnit(out1x1, {kernelSize: 1}),
      "3x3": new ConvUnit(out3x3, {kernelSize: 3}),
      "5x5": new ConvUnit(out5x5, {kernelSize: 5}),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 1, padding: "same"})
    });
  }
}

/** conv1, pool1, norm1 … dropout, fc, one after another. */
export class GoogLeNet extends Chain {
  constructor() {
    super({
      conv1: new ConvUnit(64, {kernelSize: 7, strides: 2, padding: 3}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      norm1: localResponseNorm(5, 0.0001, 0.75, 1),
      conv2: new Chain({
        reduce: new ConvUnit(64, {kernelSize: 1}),
        conv: new ConvUnit(192, {kernelSize: 3})
      }),
      norm2: localResponseNorm(5, 0.0001, 0.75, 1),
      pool2: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "3a": new NaiveInception(64, 128, 32),
      "3b": new NaiveInception(128, 192, 96),
      pool3: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "4a": new NaiveInception(192, 208, 48),
      "4b": new NaiveInception(160, 224, 64),
      "4c": new NaiveInception(128, 256, 64),
      "4d": new NaiveInception(112, 288, 64),
      "4e": new NaiveInception(256, 320, 128),
      pool4: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "5a": new NaiveInception(256, 320, 128),
      "5b": new NaiveInception(384, 384, 128),
      pool5: layer(tf.layers.globalAveragePooling2d),
      dropout: layer(tf.layers.dropout, {rate: 0.4}),
      fc: layer(tf.layers.dense, {units: 1000})
    });
  }
}

/** A model for pictures of 224×224×3. */
export function buildModel() {
  const inputs = tf.input({shape: [224, 224, 3]});
  return tf.model({inputs, outputs: new GoogLeNet().apply(inputs, "")});
}
