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

/** All numbers in one row, in PyTorch's order: channel, height, width. */
const channelsFirstFlatten = () =>
  lambda(
    (x) => tf.reshape(tf.transpose(x, [0, 3, 1, 2]), [x.shape[0], -1]),
    (shape) => [shape.reduce((a, b) => a * b)]
  );

/** Convolution and ReLU. */
class ConvUnit extends Chain {
  constructor(filters, window) {
    super({
      conv: layer(tf.layers.conv2d, {padding: "same", ...window, filters}),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** conv1_1, conv1_2, pool1 … dropout7, fc8, one after another. */
export class Vgg16 extends Chain {
  constructor() {
    super({
      conv1_1: new ConvUnit(64, {kernelSize: 3}),
      conv1_2: new ConvUnit(64, {kernelSize: 3}),
      pool1: layer(tf.layers.maxPooling2d, {poolSize: 2, strides: 2}),
      conv2_1: new ConvUnit(128, {kernelSize: 3}),
      conv2_2: new ConvUnit(128, {kernelSize: 3}),
      pool2: layer(tf.layers.maxPooling2d, {poolSize: 2, strides: 2}),
      conv3_1: new ConvUnit(256, {kernelSize: 3}),
      conv3_2: new ConvUnit(256, {kernelSize: 3}),
      conv3_3: new ConvUnit(256, {kernelSize: 3}),
      pool3: layer(tf.layers.maxPooling2d, {poolSize: 2, strides: 2}),
      conv4_1: new ConvUnit(512, {kernelSize: 3}),
      conv4_2: new ConvUnit(512, {kernelSize: 3}),
      conv4_3: new ConvUnit(512, {kernelSize: 3}),
      pool4: layer(tf.layers.maxPooling2d, {poolSize: 2, strides: 2}),
      conv5_1: new ConvUnit(512, {kernelSize: 3}),
      conv5_2: new ConvUnit(512, {kernelSize: 3}),
      conv5_3: new ConvUnit(512, {kernelSize: 3}),
      pool5: layer(tf.layers.maxPooling2d, {poolSize: 2, strides: 2}),
      resize: layer(tf.layers.averagePooling2d, {poolSize: 1, strides: 1}),
      flatten: channelsFirstFlatten(),
      fc6: new Chain({
        fc: layer(tf.layers.dense, {units: 4096}),
        relu: layer(tf.layers.reLU)
      }),
      dropout6: layer(tf.layers.dropout, {rate: 0.5}),
      fc7: new Chain({
        fc: layer(tf.layers.dense, {units: 4096}),
        relu: layer(tf.layers.reLU)
      }),
      dropout7: layer(tf.layers.dropout, {rate: 0.5}),
      fc8: layer(tf.layers.dense, {units: 1000})
    });
  }
}

/** A model for pictures of 224×224×3. */
export function buildModel() {
  const inputs = tf.input({shape: [224, 224, 3]});
  return tf.model({inputs, outputs: new Vgg16().apply(inputs, "")});
}
