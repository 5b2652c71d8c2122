import * as tf from "@tensorflow/tfjs";

/** The path of a part, which is the name of its layer. */
const at = (path, name) => (path === "" ? name : `${path}.${name}`);

/** A layer that is named after its place in the network. */
const layer = (make, config = {}) => ({apply: (x, path) => make({...config, name: path}).apply(x)});

/** Gives what it was given. */
const identity = {apply: (x) => x};

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

/** Branches on the same input, added. */
class Sum extends Chain {
  apply(x, path = "output") {
    return tf.layers.add({name: path}).apply(this.branches(x, path));
  }
}

/** Parts named by a number, from one to another. */
const repeated = (prefix, from, to, make) =>
  Object.fromEntries(Array.from({length: to - from + 1}, (_, i) => [`${prefix}${from + i}`, make()]));

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

/** Branches 1x1, 5x5, 3x3dbl, pool side by side. */
export class InceptionA extends Concat {
  constructor() {
    super({
      "1x1": new ConvNormUnit(96, {kernelSize: 1}),
      "5x5": new Chain({
        reduce: new ConvNormUnit(48, {kernelSize: 1}),
        conv: new ConvNormUnit(64, {kernelSize: 5})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(64, {kernelSize: 1}),
        conv1: new ConvNormUnit(96, {kernelSize: 3}),
        conv2: new ConvNormUnit(96, {kernelSize: 3})
      }),
      pool: new Chain({
        pool: layer(tf.layers.averagePooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(64, {kernelSize: 1})
      })
    });
  }
}

/** sum, relu, one after another. */
export class Block35 extends Chain {
  constructor() {
    super({
      sum: new Sum({
        shortcut: identity,
        residual: new Chain({
          branches: new Concat({
            "1x1": new ConvNormUnit(32, {kernelSize: 1}),
            "3x3": new Chain({
              reduce: new ConvNormUnit(32, {kernelSize: 1}),
              conv: new ConvNormUnit(32, {kernelSize: 3})
            }),
            "3x3dbl": new Chain({
              reduce: new ConvNormUnit(32, {kernelSize: 1}),
              conv1: new ConvNormUnit(48, {kernelSize: 3}),
              conv2: new ConvNormUnit(64, {kernelSize: 3})
            })
          }),
          expand: layer(tf.layers.conv2d, {filters: 320, kernelSize: 1}),
          scale: layer(tf.layers.rescaling, {scale: 0.17})
        })
      }),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** Branches 3x3, 3x3dbl, pool side by side. */
export class ReductionA extends Concat {
  constructor() {
    super({
      "3x3": new ConvNormUnit(384, {kernelSize: 3, strides: 2, padding: "valid"}),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(256, {kernelSize: 1}),
        conv1: new ConvNormUnit(256, {kernelSize: 3}),
        conv2: new ConvNormUnit(384, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2})
    });
  }
}

/** sum, relu, one after another. */
export class Block17 extends Chain {
  constructor() {
    super({
      sum: new Sum({
        shortcut: identity,
        residual: new Chain({
          branches: new Concat({
            "1x1": new ConvNormUnit(192, {kernelSize: 1}),
            "7x7": new Chain({
              reduce: new ConvNormUnit(128, {kernelSize: 1}),
              "1x7": new ConvNormUnit(160, {kernelSize: [1, 7]}),
              "7x1": new ConvNormUnit(192, {kernelSize: [7, 1]})
            })
          }),
          expand: layer(tf.layers.conv2d, {filters: 1088, kernelSize: 1}),
          scale: layer(tf.layers.rescaling, {scale: 0.1})
        })
      }),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** Branches 3x3, 3x3b, 3x3dbl, pool side by side. */
export class ReductionB extends Concat {
  constructor() {
    super({
      "3x3": new Chain({
        reduce: new ConvNormUnit(256, {kernelSize: 1}),
        conv: new ConvNormUnit(384, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      "3x3b": new Chain({
        reduce: new ConvNormUnit(256, {kernelSize: 1}),
        conv: new ConvNormUnit(288, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(256, {kernelSize: 1}),
        conv1: new ConvNormUnit(288, {kernelSize: 3}),
        conv2: new ConvNormUnit(320, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2})
    });
  }
}

/** sum, relu, one after another. */
export class Block8 extends Chain {
  constructor() {
    super({
      sum: new Sum({
        shortcut: identity,
        residual: new Chain({
          branches: new Concat({
            "1x1": new ConvNormUnit(192, {kernelSize: 1}),
            "3x3": new Chain({
              reduce: new ConvNormUnit(192, {kernelSize: 1}),
              "1x3": new ConvNormUnit(224, {kernelSize: [1, 3]}),
              "3x1": new ConvNormUnit(256, {kernelSize: [3, 1]})
            })
          }),
          expand: layer(tf.layers.conv2d, {filters: 2080, kernelSize: 1}),
          scale: layer(tf.layers.rescaling, {scale: 0.2})
        })
      }),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** sum, one after another. */
export class LastBlock8 extends Chain {
  constructor() {
    super({
      sum: new Sum({
        shortcut: identity,
        residual: new Chain({
          branches: new Concat({
            "1x1": new ConvNormUnit(192, {kernelSize: 1}),
            "3x3": new Chain({
              reduce: new ConvNormUnit(192, {kernelSize: 1}),
              "1x3": new ConvNormUnit(224, {kernelSize: [1, 3]}),
              "3x1": new ConvNormUnit(256, {kernelSize: [3, 1]})
            })
          }),
          expand: layer(tf.layers.conv2d, {filters: 2080, kernelSize: 1})
        })
      })
    });
  }
}

/** conv1a, conv2a, conv2b … pool, fc, one after another. */
export class InceptionResnetV2 extends Chain {
  constructor() {
    super({
      conv1a: new ConvNormUnit(32, {kernelSize: 3, strides: 2, padding: "valid"}),
      conv2a: new ConvNormUnit(32, {kernelSize: 3, padding: "valid"}),
      conv2b: new ConvNormUnit(64, {kernelSize: 3}),
      pool3a: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2}),
      conv3b: new ConvNormUnit(80, {kernelSize: 1}),
      conv4a: new ConvNormUnit(192, {kernelSize: 3, padding: "valid"}),
      pool5a: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2}),
      mixed5b: new InceptionA(),
      ...repeated("block35_", 1, 10, () => new Block35()),
      mixed6a: new ReductionA(),
      ...repeated("block17_", 1, 20, () => new Block17()),
      mixed7a: new ReductionB(),
      ...repeated("block8_", 1, 9, () => new Block8()),
      block8_10: new LastBlock8(),
      conv7b: new ConvNormUnit(1536, {kernelSize: 1}),
      pool: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 1000})
    });
  }
}

/** A model for pictures of 299×299×3. */
export function buildModel() {
  const inputs = tf.input({shape: [299, 299, 3]});
  return tf.model({inputs, outputs: new InceptionResnetV2().apply(inputs, "")});
}
