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
              conv1: new ConvNormUnit(32, {kernelSize: 3}),
              conv2: new ConvNormUnit(32, {kernelSize: 3})
            })
          }),
          expand: layer(tf.layers.conv2d, {filters: 256, kernelSize: 1}),
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
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        conv1: new ConvNormUnit(192, {kernelSize: 3}),
        conv2: new ConvNormUnit(256, {kernelSize: 3, strides: 2, padding: "valid"})
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
            "1x1": new ConvNormUnit(128, {kernelSize: 1}),
            "7x7": new Chain({
              reduce: new ConvNormUnit(128, {kernelSize: 1}),
              "1x7": new ConvNormUnit(128, {kernelSize: [1, 7]}),
              "7x1": new ConvNormUnit(128, {kernelSize: [7, 1]})
            })
          }),
          expand: layer(tf.layers.conv2d, {filters: 896, kernelSize: 1}),
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
        conv: new ConvNormUnit(256, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(256, {kernelSize: 1}),
        conv1: new ConvNormUnit(256, {kernelSize: 3}),
        conv2: new ConvNormUnit(256, {kernelSize: 3, strides: 2, padding: "valid"})
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
              "1x3": new ConvNormUnit(192, {kernelSize: [1, 3]}),
              "3x1": new ConvNormUnit(192, {kernelSize: [3, 1]})
            })
          }),
          expand: layer(tf.layers.conv2d, {filters: 1792, kernelSize: 1}),
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
              "1x3": new ConvNormUnit(192, {kernelSize: [1, 3]}),
              "3x1": new ConvNormUnit(192, {kernelSize: [3, 1]})
            })
          }),
          expand: layer(tf.layers.conv2d, {filters: 1792, kernelSize: 1})
        })
      })
    });
  }
}

/** conv1a, conv2a, conv2b … bottleneck, fc, one after another. */
export class InceptionResnetV1 extends Chain {
  constructor() {
    super({
      conv1a: new ConvNormUnit(32, {kernelSize: 3, strides: 2, padding: "valid"}),
      conv2a: new ConvNormUnit(32, {kernelSize: 3, padding: "valid"}),
      conv2b: new ConvNormUnit(64, {kernelSize: 3}),
      pool3a: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2}),
      conv3b: new ConvNormUnit(80, {kernelSize: 1}),
      conv4a: new ConvNormUnit(192, {kernelSize: 3, padding: "valid"}),
      conv4b: new ConvNormUnit(256, {kernelSize: 3, strides: 2, padding: "valid"}),
      ...repeated("block35_", 1, 5, () => new Block35()),
      mixed6a: new ReductionA(),
      ...repeated("block17_", 1, 10, () => new Block17()),
      mixed7a: new ReductionB(),
      ...repeated("block8_", 1, 5, () => new Block8()),
      block8_6: new LastBlock8(),
      pool: layer(tf.layers.globalAveragePooling2d),
      bottleneck: new Chain({
        fc: layer(tf.layers.dense, {units: 512, useBias: false}),
        bn: layer(tf.layers.batchNormalization, {epsilon: 0.001})
      }),
      fc: layer(tf.layers.dense, {units: 1000})
    });
  }
}

/** A model for pictures of 299×299×3. */
export function buildModel() {
  const inputs = tf.input({shape: [299, 299, 3]});
  return tf.model({inputs, outputs: new InceptionResnetV1().apply(inputs, "")});
}
