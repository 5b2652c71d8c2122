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

/** A convolution in groups: each reads its share of the channels and gives its share of the filters. */
class GroupedConv2d {
  constructor(groups, {filters, ...config}) {
    Object.assign(this, {groups, filters: filters / groups, config});
  }

  apply(x, path) {
    const size = x.shape[3] / this.groups;
    const shares = Array.from({length: this.groups}, (_, i) => {
      const read = lambda((y) => tf.slice(y, [0, 0, 0, i * size], [-1, -1, -1, size]), ([h, w]) => [h, w, size]);
      const share = read.apply(x, at(path, `channels${i}`));
      return paddedConv2d({...this.config, filters: this.filters}).apply(share, at(path, i));
    });
    return tf.layers.concatenate({name: path}).apply(shares);
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

/** Convolution and ReLU. */
class ConvUnit extends Chain {
  constructor(filters, window) {
    super({
      conv: layer(tf.layers.conv2d, {padding: "same", ...window, filters}),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** Branches 1x1, 3x3, 3x3dbl, pool side by side. */
export class Inception extends Concat {
  constructor(out1x1, reduce3x3, out3x3, reduce3x3dbl, out3x3dbl, poolProj) {
    super({
      "1x1": new ConvNormUnit(out1x1, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(reduce3x3, {kernelSize: 1}),
        conv: new ConvNormUnit(out3x3, {kernelSize: 3})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(reduce3x3dbl, {kernelSize: 1}),
        conv1: new ConvNormUnit(out3x3dbl, {kernelSize: 3}),
        conv2: new ConvNormUnit(out3x3dbl, {kernelSize: 3})
      }),
      pool: new Chain({
        pool: layer(tf.layers.averagePooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(poolProj, {kernelSize: 1})
      })
    });
  }
}

/** Branches 3x3, 3x3dbl, pool side by side. */
export class Reduction extends Concat {
  constructor(out3x3, reduce3x3dbl, out3x3dbl) {
    super({
      "3x3": new Chain({
        reduce: new ConvNormUnit(128, {kernelSize: 1}),
        conv: new ConvNormUnit(out3x3, {kernelSize: 3, strides: 2})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(reduce3x3dbl, {kernelSize: 1}),
        conv1: new ConvNormUnit(out3x3dbl, {kernelSize: 3}),
        conv2: new ConvNormUnit(out3x3dbl, {kernelSize: 3, strides: 2})
      }),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"})
    });
  }
}

/** Branches 1x1, 3x3, 3x3dbl, pool side by side. */
export class InceptionMaxPool extends Concat {
  constructor() {
    super({
      "1x1": new ConvNormUnit(352, {kernelSize: 1}),
      "3x3": new Chain({
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        conv: new ConvNormUnit(320, {kernelSize: 3})
      }),
      "3x3dbl": new Chain({
        reduce: new ConvNormUnit(192, {kernelSize: 1}),
        conv1: new ConvNormUnit(224, {kernelSize: 3}),
        conv2: new ConvNormUnit(224, {kernelSize: 3})
      }),
      pool: new Chain({
        pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 1, padding: "same"}),
        proj: new ConvNormUnit(128, {kernelSize: 1})
      })
    });
  }
}

/** conv1, pool1, conv2 … pool5, fc, one after another. */
export class BnInception extends Chain {
  constructor() {
    super({
      conv1: new Chain({
        depthwise: new GroupedConv2d(3, {filters: 24, kernelSize: 7, strides: 2, padding: "same", useBias: false}),
        pointwise: new ConvUnit(64, {kernelSize: 1})
      }),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      conv2: new Chain({
        reduce: new ConvNormUnit(64, {kernelSize: 1}),
        conv: new ConvNormUnit(192, {kernelSize: 3})
      }),
      pool2: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 2, padding: "same"}),
      "3a": new Inception(64, 64, 64, 64, 96, 32),
      "3b": new Inception(64, 64, 96, 64, 96, 64),
      "3c": new Reduction(160, 64, 96),
      "4a": new Inception(224, 64, 96, 96, 128, 128),
      "4b": new Inception(192, 96, 128, 96, 128, 128),
      "4c": new Inception(160, 128, 160, 128, 160, 96),
      "4d": new Inception(96, 128, 192, 160, 192, 96),
      "4e": new Reduction(192, 192, 256),
      "5a": new Inception(352, 192, 320, 160, 224, 128),
      "5b": new InceptionMaxPool(),
      pool5: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 1001})
    });
  }
}

/** A model for pictures of 224×224×3. */
export function buildModel() {
  const inputs = tf.input({shape: [224, 224, 3]});
  return tf.model({inputs, outputs: new BnInception().apply(inputs, "")});
}
