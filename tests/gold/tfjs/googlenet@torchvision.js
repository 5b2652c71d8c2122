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

/** A convolution whose padding may also be a number of zeros on both sides, or one for each axis. */
const paddedConv2d = ({padding = "valid", ...config}) => ({
  apply: (x, path) => {
    if (typeof padding === "string") return tf.layers.conv2d({...config, padding, name: path}).apply(x);
    const padded = tf.layers.zeroPadding2d({padding, name: at(path, "margins")}).apply(x);
    return tf.layers.conv2d({...config, name: path}).apply(padded);
  }
});

/** Average pooling to a fixed grid, with PyTorch's windows. */
const adaptiveAvgPool2d = (grid) => {
  const along = (x, axis) => {
    const [cells, length] = [grid[axis - 1], x.shape[axis]];
    const means = Array.from({length: cells}, (_, i) => {
      const from = Math.floor((i * length) / cells);
      const begin = x.shape.map((_, a) => (a === axis ? from : 0));
      const size = x.shape.map((n, a) => (a === axis ? Math.ceil(((i + 1) * length) / cells) - from : n));
      return tf.mean(tf.slice(x, begin, size), axis, true);
    });
    return tf.concat(means, axis);
  };
  return lambda((x) => along(along(x, 1), 2), ([, , channels]) => [...grid, channels]);
};

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
      conv: paddedConv2d({padding: "same", ...window, filters, useBias: false}),
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
        conv: new ConvNormUnit(out5x5, {kernelSize: 3})
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
      pool: adaptiveAvgPool2d([4, 4]),
      conv: new ConvNormUnit(128, {kernelSize: 1}),
      flatten: channelsFirstFlatten(),
      fc1: layer(tf.layers.dense, {units: 1024}),
      relu: layer(tf.layers.reLU),
      dropout: layer(tf.layers.dropout, {rate: 0.7}),
      fc2: layer(tf.layers.dense, {units: 1000})
    });
  }
}

/** conv1, pool1, conv2 … dropout, fc, one after another. */
export class GoogLeNet extends Trunk {
  constructor() {
    super({
      conv1: new ConvNormUnit(64, {kernelSize: 7, strides: 2, padding: 3}),
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
      aux1: new AuxiliaryHead(),
      "4b": new Inception(160, 112, 224, 24, 64, 64),
      "4c": new Inception(128, 128, 256, 24, 64, 64),
      "4d": new Inception(112, 144, 288, 32, 64, 64),
      aux2: new AuxiliaryHead(),
      "4e": new Inception(256, 160, 320, 32, 128, 128),
      pool4: layer(tf.layers.maxPooling2d, {poolSize: 2, strides: 2}),
      "5a": new Inception(256, 160, 320, 32, 128, 128),
      "5b": new Inception(384, 192, 384, 48, 128, 128),
      pool5: layer(tf.layers.globalAveragePooling2d),
      dropout: layer(tf.layers.dropout, {rate: 0.2}),
      fc: layer(tf.layers.dense, {units: 1000})
    });
  }
}

/** A model for pictures of 224×224×3; with heads, their answers follow the main one. */
export function buildModel({heads = false} = {}) {
  const inputs = tf.input({shape: [224, 224, 3]});
  return tf.model({inputs, outputs: new GoogLeNet().apply(inputs, "", heads)});
}
