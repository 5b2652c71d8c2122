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

/** Branches pool, 3x3 side by side. */
export class StemPool extends Concat {
  constructor() {
    super({
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2}),
      "3x3": new ConvNormUnit(96, {kernelSize: 3, strides: 2, padding: "valid"})
    });
  }
}

/** Branches 3x3, 7x7x3 side by side. */
export class StemFork extends Concat {
  constructor() {
    super({
      "3x3": new Chain({
        reduce: new ConvNormUnit(64, {kernelSize: 1}),
        conv: new ConvNormUnit(96, {kernelSize: 3, padding: "valid"})
      }),
      "7x7x3": new Chain({
        reduce: new ConvNormUnit(64, {kernelSize: 1}),
        "1x7": new ConvNormUnit(64, {kernelSize: [1, 7]}),
        "7x1": new ConvNormUnit(64, {kernelSize: [7, 1]}),
        conv: new ConvNormUnit(96, {kernelSize: 3, padding: "valid"})
      })
    });
  }
}

/** Branches 3x3, pool side by side. */
export class StemConv extends Concat {
  constructor() {
    super({
      "3x3": new ConvNormUnit(192, {kernelSize: 3, strides: 2, padding: "valid"}),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2})
    });
  }
}

/** Branches 1x1, 3x3, 3x3dbl, pool side by side. */
export class InceptionA extends Concat {
  constructor() {
    super({
      "1x1": new ConvNormUnit(96, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(64, {kernelSize: 1}),
        conv: new ConvNormUnit(96, {kernelSize: 3})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(64, {kernelSize: 1}),
        conv1: new ConvNormUnit(96, {kernelSize: 3}),
        conv2: new ConvNormUnit(96, {kernelSize: 3})
      }),
      pool: new Chain({
        pool: layer(tf.layers.averagePooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(96, {kernelSize: 1})
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
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        conv1: new ConvNormUnit(224, {kernelSize: 3}),
        conv2: new ConvNormUnit(256, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2})
    });
  }
}

/** Branches 1x1, 7x7, 7x7dbl, pool side by side. */
export class InceptionB extends Concat {
  constructor() {
    super({
      "1x1": new ConvNormUnit(384, {kernelSize: 1}),
      "7x7": new Chain({
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        "1x7": new ConvNormUnit(224, {kernelSize: [1, 7]}),
        "7x1": new ConvNormUnit(256, {kernelSize: [7, 1]})
      }),
      "7x7dbl": new Chain({
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        "7x1a": new ConvNormUnit(192, {kernelSize: [7, 1]}),
        "1x7a": new ConvNormUnit(224, {kernelSize: [1, 7]}),
        "7x1b": new ConvNormUnit(224, {kernelSize: [7, 1]}),
        "1x7b": new ConvNormUnit(256, {kernelSize: [1, 7]})
      }),
      pool: new Chain({
        pool: layer(tf.layers.averagePooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(128, {kernelSize: 1})
      })
    });
  }
}

/** A head beside the main line: pool, conv1, conv2, mean, fc. */
export class AuxiliaryHead extends Head {
  constructor() {
    super({
      pool: layer(tf.layers.averagePooling2d, {poolSize: 5, strides: 3}),
      conv1: new ConvNormUnit(128, {kernelSize: 1}),
      conv2: new ConvNormUnit(768, {kernelSize: 5, padding: "valid"}),
      mean: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 1001})
    });
  }
}

/** Branches 3x3, 7x7x3, pool side by side. */
export class ReductionB extends Concat {
  constructor() {
    super({
      "3x3": new Chain({
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        conv: new ConvNormUnit(192, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      "7x7x3": new Chain({
        reduce: new ConvNormUnit(256, {kernelSize: 1}),
        "1x7": new ConvNormUnit(256, {kernelSize: [1, 7]}),
        "7x1": new ConvNormUnit(320, {kernelSize: [7, 1]}),
        conv: new ConvNormUnit(320, {kernelSize: 3, strides: 2, padding: "valid"})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2})
    });
  }
}

/** Branches 1x1, 3x3, 3x3dbl, pool side by side. */
export class InceptionC extends Concat {
  constructor() {
    super({
      "1x1": new ConvNormUnit(256, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(384, {kernelSize: 1}),
        split: new Concat({
          "1x3": new ConvNormUnit(256, {kernelSize: [1, 3]}),
          "3x1": new ConvNormUnit(256, {kernelSize: [3, 1]})
        })
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(384, {kernelSize: 1}),
        "3x1": new ConvNormUnit(448, {kernelSize: [3, 1]}),
        "1x3": new ConvNormUnit(512, {kernelSize: [1, 3]}),
        split: new Concat({
          "1x3": new ConvNormUnit(256, {kernelSize: [1, 3]}),
          "3x1": new ConvNormUnit(256, {kernelSize: [3, 1]})
        })
      }),
      pool: new Chain({
        pool: layer(tf.layers.averagePooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(256, {kernelSize: 1})
      })
    });
  }
}

/** conv1a, conv2a, conv2b … dropout, fc, one after another. */
export class InceptionV4 extends Trunk {
  constructor() {
    super({
      conv1a: new ConvNormUnit(32, {kernelSize: 3, strides: 2, padding: "valid"}),
      conv2a: new ConvNormUnit(32, {kernelSize: 3, padding: "valid"}),
      conv2b: new ConvNormUnit(64, {kernelSize: 3}),
      mixed3a: new StemPool(),
      mixed4a: new StemFork(),
      mixed5a: new StemConv(),
      mixed5b: new InceptionA(),
      mixed5c: new InceptionA(),
      mixed5d: new InceptionA(),
      mixed5e: new InceptionA(),
      mixed6a: new ReductionA(),
      mixed6b: new InceptionB(),
      mixed6c: new InceptionB(),
      mixed6d: new InceptionB(),
      mixed6e: new InceptionB(),
      mixed6f: new InceptionB(),
      mixed6g: new InceptionB(),
      mixed6h: new InceptionB(),
      aux: new AuxiliaryHead(),
      mixed7a: new ReductionB(),
      mixed7b: new InceptionC(),
      mixed7c: new InceptionC(),
      mixed7d: new InceptionC(),
      pool: layer(tf.layers.globalAveragePooling2d),
      dropout: layer(tf.layers.dropout, {rate: 0.2}),
      fc: layer(tf.layers.dense, {units: 1001})
    });
  }
}

/** A model for pictures of 299×299×3; with heads, their answers follow the main one. */
export function buildModel({heads = false} = {}) {
  const inputs = tf.input({shape: [299, 299, 3]});
  return tf.model({inputs, outputs: new InceptionV4().apply(inputs, "", heads)});
}
