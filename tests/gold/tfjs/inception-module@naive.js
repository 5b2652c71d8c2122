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

/** Convolution and ReLU. */
class ConvUnit extends Chain {
  constructor(filters, window) {
    super({
      conv: layer(tf.layers.conv2d, {padding: "same", ...window, filters}),
      relu: layer(tf.layers.reLU)
    });
  }
}

/** Branches 1x1, 3x3, 5x5, pool side by side. */
export class NaiveInception extends Concat {
  constructor() {
    super({
      "1x1": new ConvUnit(64, {kernelSize: 1}),
      "3x3": new ConvUnit(128, {kernelSize: 3}),
      "5x5": new ConvUnit(32, {kernelSize: 5}),
      pool: layer(tf.layers.maxPooling2d, {poolSize: 3, strides: 1, padding: "same"})
    });
  }
}

/** 3a, one after another. */
export class Network extends Chain {
  constructor() {
    super({
      "3a": new NaiveInception()
    });
  }
}

/** A model for pictures of 28×28×192. */
export function buildModel() {
  const inputs = tf.input({shape: [28, 28, 192]});
  return tf.model({inputs, outputs: new Network().apply(inputs, "")});
}
