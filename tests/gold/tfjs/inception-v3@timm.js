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

/** The shape that a window gives that slides over a map with margins. */
const slid =
  (kernel, stride, margins) =>
  ([height, width, channels]) => [
    ...[height, width].map((n, i) => Math.floor((n + margins[i][0] + margins[i][1] - kernel[i]) / stride[i]) + 1),
    channels
  ];

/** Average pooling with margins [[top, bottom], [left, right]] of zeros, of which it counts the given ones. */
const paddedAvgPool2d = (kernel, stride, margins, counted) =>
  lambda(
    (x) => {
      const outer = margins.map(([a, b], i) => [a - counted[i][0], b - counted[i][1]]);
      const ones = tf.pad(tf.pad(tf.onesLike(x), [[0, 0], ...counted, [0, 0]], 1), [[0, 0], ...outer, [0, 0]]);
      const mean = (y) => tf.avgPool(y, kernel, stride, "valid");
      return tf.div(mean(tf.pad(x, [[0, 0], ...margins, [0, 0]])), mean(ones));
    },
    slid(kernel, stride, margins)
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

/** Branches 1x1, 5x5, 3x3dbl, pool side by side. */
export class InceptionA extends Concat {
  constructor(poolProj) {
    super({
      "1x1": new ConvNormUnit(64, {kernelSize: 1}),
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
        pool: paddedAvgPool2d([3, 3], [1, 1], [[1, 1], [1, 1]], [[1, 1], [1, 1]]),
        proj: new ConvNormUnit(poolProj, {kernelSize: 1})
      })
    });
  }
}

/** Branches 3x3, 3x3dbl, pool side by side. */
export class ReductionA extends Concat {
  constructor() {
    super({
      "3x3": new ConvNormUnit(384, {kernelSize: 3, strides: 2, padding: "valid"}),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(64, {kernelSize: 1}),
        conv1: new ConvNormUnit(96, {kernelSize: 3}),
        conv2: new ConvNormUnit(96, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2})
    });
  }
}

/** Branches 1x1, 7x7, 7x7dbl, pool side by side. */
export class InceptionB extends Concat {
  constructor(inner7x7) {
    super({
      "1x1": new ConvNormUnit(192, {kernelSize: 1}),
      "7x7": new Chain({
        reduce: new ConvNormUnit(inner7x7, {kernelSize: 1}),
        "1x7": new ConvNormUnit(inner7x7, {kernelSize: [1, 7]}),
        "7x1": new ConvNormUnit(192, {kernelSize: [7, 1]})
      }),
      "7x7dbl": new Chain({
        reduce: new ConvNormUnit(inner7x7, {kernelSize: 1}),
        "7x1a": new ConvNormUnit(inner7x7, {kernelSize: [7, 1]}),
        "1x7a": new ConvNormUnit(inner7x7, {kernelSize: [1, 7]}),
        "7x1b": new ConvNormUnit(inner7x7, {kernelSize: [7, 1]}),
        "1x7b": new ConvNormUnit(192, {kernelSize: [1, 7]})
      }),
      pool: new Chain({
        pool: paddedAvgPool2d([3, 3], [1, 1], [[1, 1], [1, 1]], [[1, 1], [1, 1]]),
        proj: new ConvNormUnit(192, {kernelSize: 1})
      })
    });
  }
}

/** Branches 3x3, 7x7x3, pool side by side. */
export class ReductionB extends Concat {
  constructor() {
    super({
      "3x3": new Chain({
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        conv: new ConvNormUnit(320, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      "7x7x3": new Chain({
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        "1x7": new ConvNormUnit(192, {kernelSize: [1, 7]}),
        "7x1": new ConvNormUnit(192, {kernelSize: [7, 1]}),
        conv: new ConvNormUnit(192, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2})
    });
  }
}

/** Branches 1x1, 3x3, 3x3dbl, pool side by side. */
export class InceptionC extends Concat {
  constructor() {
    super({
      "1x1": new ConvNormUnit(320, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(384, {kernelSize: 1}),
        split: new Concat({
          "1x3": new ConvNormUnit(384, {kernelSize: [1, 3]}),
          "3x1": new ConvNormUnit(384, {kernelSize: [3, 1]})
        })
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(448, {kernelSize: 1}),
        conv: new ConvNormUnit(384, {kernelSize: 3}),
        split: new Concat({
          "1x3": new ConvNormUnit(384, {kernelSize: [1, 3]}),
          "3x1": new ConvNormUnit(384, {kernelSize: [3, 1]})
        })
      }),
      pool: new Chain({
        pool: paddedAvgPool2d([3, 3], [1, 1], [[1, 1], [1, 1]], [[1, 1], [1, 1]]),
        proj: new ConvNormUnit(192, {kernelSize: 1})
      })
    });
  }
}

/** conv1a, conv2a, conv2b … pool, fc, one after another. */
export class InceptionV3 extends Chain {
  constructor() {
    super({
      conv1a: new ConvNormUnit(32, {kernelSize: 3, strides: 2, padding: "valid"}),
      conv2a: new ConvNormUnit(32, {kernelSize: 3, padding: "valid"}),
      conv2b: new ConvNormUnit(64, {kernelSize: 3}),
      pool3a: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2}),
      conv3b: new ConvNormUnit(80, {kernelSize: 1}),
      conv4a: new ConvNormUnit(192, {kernelSize: 3, padding: "valid"}),
      pool5a: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2}),
      mixed5b: new InceptionA(32),
      mixed5c: new InceptionA(64),
      mixed5d: new InceptionA(64),
      mixed6a: new ReductionA(),
      mixed6b: new InceptionB(128),
      mixed6c: new InceptionB(160),
      mixed6d: new InceptionB(160),
      mixed6e: new InceptionB(192),
      mixed7a: new ReductionB(),
      mixed7b: new InceptionC(),
      mixed7c: new InceptionC(),
      pool: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 1000})
    });
  }
}

/** A model for pictures of 299×299×3. */
export function buildModel() {
  const inputs = tf.input({shape: [299, 299, 3]});
  return tf.model({inputs, outputs: new InceptionV3().apply(inputs, "")});
}
