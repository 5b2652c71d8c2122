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

/** Branches 1x1, 7x7, 7x7dbl, pool side by side. */
export class InceptionB extends Concat {
  constructor() {
    super({
      "1x1": new ConvNormUnit(16, {kernelSize: 1}),
      "7x7": new Chain({
        reduce: new ConvNormUnit(12, {kernelSize: 1}),
        "1x7": new ConvNormUnit(12, {kernelSize: [1, 7]}),
        "7x1": new ConvNormUnit(24, {kernelSize: [7, 1]})
      }),
      "7x7dbl": new Chain({
        reduce: new ConvNormUnit(12, {kernelSize: 1}),
        "7x1a": new ConvNormUnit(12, {kernelSize: [7, 1]}),
        "1x7a": new ConvNormUnit(12, {kernelSize: [1, 7]}),
        "7x1b": new ConvNormUnit(12, {kernelSize: [7, 1]}),
        "1x7b": new ConvNormUnit(24, {kernelSize: [1, 7]})
      }),
      pool: new Chain({
        pool: layer(tf.layers.averagePooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(16, {kernelSize: 1})
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

/** Branches 3x3, 7x7x3, pool side by side. */
export class ReductionB extends Concat {
  constructor() {
    super({
      "3x3": new Chain({
        reduce: new ConvNormUnit(20, {kernelSize: 1}),
        conv: new ConvNormUnit(44, {kernelSize: 3, strides: 2, padding: 1})
      }),
      "7x7x3": new Chain({
        reduce: new ConvNormUnit(20, {kernelSize: 1}),
        "1x7": new ConvNormUnit(20, {kernelSize: [1, 7]}),
        "7x1": new ConvNormUnit(20, {kernelSize: [7, 1]}),
        conv: new ConvNormUnit(32, {kernelSize: 3, strides: 2, padding: 1})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"})
    });
  }
}

/** Branches 1x1, 3x3, 3x3dbl, pool side by side. */
export class InceptionC extends Concat {
  constructor(out1x1, reduce3x3) {
    super({
      "1x1": new ConvNormUnit(out1x1, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(reduce3x3, {kernelSize: 1}),
        split: new Concat({
          "1x3": new ConvNormUnit(36, {kernelSize: [1, 3]}),
          "3x1": new ConvNormUnit(36, {kernelSize: [3, 1]})
        })
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(44, {kernelSize: 1}),
        conv: new ConvNormUnit(48, {kernelSize: 3}),
        split: new Concat({
          "1x3": new ConvNormUnit(36, {kernelSize: [1, 3]}),
          "3x1": new ConvNormUnit(36, {kernelSize: [3, 1]})
        })
      }),
      pool: new Chain({
        pool: layer(tf.layers.averagePooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(32, {kernelSize: 1})
      })
    });
  }
}

/** conv1, pool1, mixed6a … pool, fc, one after another. */
export class CompactV3 extends Trunk {
  constructor() {
    super({
      conv1: new ConvNormUnit(32, {kernelSize: 3}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      mixed6a: new InceptionB(),
      mixed6b: new InceptionB(),
      aux1: new AuxiliaryHead(),
      mixed7a: new ReductionB(),
      mixed7b: new InceptionC(52, 56),
      aux2: new AuxiliaryHead(),
      mixed7c: new InceptionC(52, 56),
      mixed7d: new InceptionC(48, 52),
      pool: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 10})
    });
  }
}

/** A model for pictures of 32×32×3; with heads, their answers follow the main one. */
export function buildModel({heads = false} = {}) {
  const inputs = tf.input({shape: [32, 32, 3]});
  return tf.model({inputs, outputs: new CompactV3().apply(inputs, "", heads)});
}
