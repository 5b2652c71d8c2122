import * as tf from "@tensorflow/tfjs";

/** The path of a part, which is the name of its layer. */
const at = (path, name) => (path === "" ? name : `${path}.${name}`);

/** A layer that is named after its place in the network. */
const layer = (make, config = {}) => ({apply: (x, path) => make({...config, name: path}).apply(x)});

/** Gives what it was given. */
const identity = {apply: (x) => x};

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

/** Branches on the same input, added. */
class Sum extends Chain {
  apply(x, path = "output") {
    return tf.layers.add({name: path}).apply(this.branches(x, path));
  }
}

/** Parts named by a number, from one to another. */
const repeated = (prefix, from, to, make) =>
  Object.fromEntries(Array.from({length: to - from + 1}, (_, i) => [`${prefix}${from + i}`, make()]));

/** A convolution whose padding may also be a number of zeros on both sides, or one for each axis. */
const paddedConv2d = ({padding = "valid", ...config}) => ({
  apply: (x, path) => {
    if (typeof padding === "string") return tf.layers.conv2d({...config, padding, name: path}).apply(x);
    const padded = tf.layers.zeroPadding2d({padding, name: at(path, "margins")}).apply(x);
    return tf.layers.conv2d({...config, name: path}).apply(padded);
  }
});

/** The shape that a window gives that slides over a map with margins. */
const slid =
  (kernel, stride, margins) =>
  ([height, width, channels]) => [
    ...[height, width].map((n, i) => Math.floor((n + margins[i][0] + margins[i][1] - kernel[i]) / stride[i]) + 1),
    channels
  ];

/** Max pooling with margins [[top, bottom], [left, right]] that never win. */
const paddedMaxPool2d = (kernel, stride, margins) =>
  lambda(
    (x) => tf.maxPool(tf.pad(x, [[0, 0], ...margins, [0, 0]], -Infinity), kernel, stride, "valid"),
    slid(kernel, stride, margins)
  );

/** Convolution and BatchNorm. */
class ConvNorm extends Chain {
  constructor(filters, window) {
    super({
      conv: layer(tf.layers.conv2d, {padding: "same", ...window, filters, useBias: false}),
      bn: layer(tf.layers.batchNormalization, {epsilon: 1e-05})
    });
  }
}

/** Convolution, BatchNorm and ReLU. */
class ConvNormUnit extends Chain {
  constructor(filters, window) {
    super({
      conv: paddedConv2d({padding: "same", ...window, filters, useBias: false}),
      bn: layer(tf.layers.batchNormalization, {epsilon: 1e-05}),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** sum, relu, one after another. */
export class Bottleneck extends Chain {
  constructor(inner, out, {strides = 1, padding = "same", convShortcut = false} = {}) {
    super({
      sum: new Sum({
        shortcut: convShortcut ? new ConvNorm(out, {kernelSize: 1, strides}) : identity,
        residual: new Chain({
          reduce: new ConvNormUnit(inner, {kernelSize: 1}),
          conv: new ConvNormUnit(inner, {kernelSize: 3, strides, padding}),
          expand: new ConvNorm(out, {kernelSize: 1})
        })
      }),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** conv1, pool1, conv2_1 … pool5, fc, one after another. */
export class ResNet50 extends Chain {
  constructor() {
    super({
      conv1: new ConvNormUnit(64, {kernelSize: 7, strides: 2, padding: 3}),
      pool1: paddedMaxPool2d([3, 3], [2, 2], [[1, 0], [1, 0]]),
      conv2_1: new Bottleneck(64, 256, {convShortcut: true}),
      conv2_2: new Bottleneck(64, 256),
      conv2_3: new Bottleneck(64, 256),
      conv3_1: new Bottleneck(128, 512, {strides: 2, padding: 1, convShortcut: true}),
      conv3_2: new Bottleneck(128, 512),
      conv3_3: new Bottleneck(128, 512),
      conv3_4: new Bottleneck(128, 512),
      conv4_1: new Bottleneck(256, 1024, {strides: 2, padding: 1, convShortcut: true}),
      ...repeated("conv4_", 2, 6, () => new Bottleneck(256, 1024)),
      conv5_1: new Bottleneck(512, 2048, {strides: 2, padding: 1, convShortcut: true}),
      conv5_2: new Bottleneck(512, 2048),
      conv5_3: new Bottleneck(512, 2048),
      pool5: layer(tf.layers.globalAveragePooling2d),
      fc: layer(tf.layers.dense, {units: 1000})
    });
  }
}

/** A model for pictures of 224×224×3. */
export function buildModel() {
  const inputs = tf.input({shape: [224, 224, 3]});
  return tf.model({inputs, outputs: new ResNet50().apply(inputs, "")});
}
