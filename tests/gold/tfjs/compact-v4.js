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

/** Branches pool, 3x3 side by side. */
export class StemPool extends Concat {
  constructor() {
    super({
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "3x3": new ConvNormUnit(20, {kernelSize: 3, strides: 2, padding: 1})
    });
  }
}

/** Branches 3x3, 7x7x3 side by side. */
export class StemFork extends Concat {
  constructor() {
    super({
      "3x3": new Chain({
        reduce: new ConvNormUnit(16, {kernelSize: 1}),
        conv: new ConvNormUnit(24, {kernelSize: 3})
      }),
      "7x7x3": new Chain({
        reduce: new ConvNormUnit(16, {kernelSize: 1}),
        "1x7": new ConvNormUnit(16, {kernelSize: [1, 7]}),
        "7x1": new ConvNormUnit(16, {kernelSize: [7, 1]}),
        conv: new ConvNormUnit(24, {kernelSize: 3})
      })
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
  constructor() {
    super({
      "1x1": new ConvNormUnit(44, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(52, {kernelSize: 1}),
        split: new Concat({
          "1x3": new ConvNormUnit(36, {kernelSize: [1, 3]}),
          "3x1": new ConvNormUnit(36, {kernelSize: [3, 1]})
        })
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(48, {kernelSize: 1}),
        "3x1": new ConvNormUnit(52, {kernelSize: [3, 1]}),
        "1x3": new ConvNormUnit(56, {kernelSize: [1, 3]}),
        split: new Concat({
          "1x3": new ConvNormUnit(36, {kernelSize: [1, 3]}),
          "3x1": new ConvNormUnit(36, {kernelSize: [3, 1]})
        })
      }),
      pool: new Chain({
        pool: layer(tf.layers.averagePooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(40, {kernelSize: 1})
      })
    });
  }
}

/** conv1, mixed3a, mixed4a … pool, fc, one after another. */
export class CompactV4 extends Chain {
  constructor() {
    super({
      conv1: new ConvNormUnit(20, {kernelSize: 3}),
      mixed3a: new StemPool(),
      mixed4a: new StemFork(),
      mixed6b: new InceptionB(),
      mixed7a: new ReductionB(),
      mixed7b: new InceptionC(),
      mixed7c: new InceptionC(),
      mixed7d: new InceptionC(),
      pool: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 10})
    });
  }
}

/** A model for pictures of 32×32×3. */
export function buildModel() {
  const inputs = tf.input({shape: [32, 32, 3]});
  return tf.model({inputs, outputs: new CompactV4().apply(inputs, "")});
}
