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

/** A head beside the main line, used while training. */
class Head extends Chain {}

/** Parts one after another, with heads beside them. */
class Trunk extends Chain {
  /** The main line's answer and, with heads, theirs after it. */
  apply(x, path = "", heads = false) {
    const found = [];
    for (const [name, part] of this.parts) {
      if (!(part instanceof Head)) x = part.apply(x, at(path, name));
      else if (heads) found.push(part.apply(x, at(path, name)));
    }
    return heads ? [x, ...found] : x;
  }
}

/** All numbers in one row, in PyTorch's order: channel, height, width. */
const channelsFirstFlatten = () =>
  lambda(
    (x) => tf.reshape(tf.transpose(x, [0, 3, 1, 2]), [x.shape[0], -1]),
    (shape) => [shape.reduce((a, b) => a * b)]
  );

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
        conv: new ConvNormUnit(out5x5, {kernelSize: 5})
      }),
      pool: new Chain({
        pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(poolProj, {kernelSize: 1})
      })
    });
  }
}

/** A head beside the main line: pool, conv, flatten, fc1, relu, dropout, fc2. */
export class AuxiliaryHead extends Head {
  constructor() {
    super({
      pool: layer(tf.layers.averagePooling2d, {poolSize: 5, strides: 3}),
      conv: new ConvNormUnit(48, {kernelSize: 1}),
      flatten: channelsFirstFlatten(),
      fc1: layer(tf.layers.dense, {units: 96}),
      relu: layer(tf.layers.reLU),
      dropout: layer(tf.layers.dropout, {rate: 0.3}),
      fc2: layer(tf.layers.dense, {units: 10})
    });
  }
}

/** conv1, pool1, 3a … pool3, fc, one after another. */
export class CompactV1 extends Trunk {
  constructor() {
    super({
      conv1: new ConvNormUnit(32, {kernelSize: 3}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "3a": new Inception(20, 20, 40, 6, 12, 12),
      "3b": new Inception(28, 24, 48, 6, 12, 16),
      aux1: new AuxiliaryHead(),
      pool2: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "4a": new Inception(44, 44, 80, 8, 20, 28),
      "4b": new Inception(48, 48, 88, 8, 24, 32),
      aux2: new AuxiliaryHead(),
      "4c": new Inception(48, 48, 88, 8, 24, 32),
      "4d": new Inception(52, 48, 92, 8, 24, 32),
      pool3: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 10})
    });
  }
}

/** A model for pictures of 32×32×3; with heads, their answers follow the main one. */
export function buildModel({heads = false} = {}) {
  const inputs = tf.input({shape: [32, 32, 3]});
  return tf.model({inputs, outputs: new CompactV1().apply(inputs, "", heads)});
}
