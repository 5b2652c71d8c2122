/** Classes and functions of TensorFlow.js that every exported network may use, in order of definition. */
import type {Helper} from "./layout.ts";

/** The helpers; a text has those that its network uses. */
export const tfjsHelpers: readonly Helper[] = [
  {
    name: "at",
    text: `/** The path of a part, which is the name of its layer. */
const at = (path, name) => (path === "" ? name : \`\${path}.\${name}\`);
`
  },
  {
    name: "layer",
    text: `/** A layer that is named after its place in the network. */
const layer = (make, config = {}) => ({apply: (x, path) => make({...config, name: path}).apply(x)});
`
  },
  {
    name: "identity",
    text: `/** Gives what it was given. */
const identity = {apply: (x) => x};
`
  },
  {
    name: "Lambda",
    text: `/** A layer without weights: a function, and the shape [height, width, channels] that it gives for one. */
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
`
  },
  {
    name: "lambda",
    text: `const lambda = (compute, shape) => layer((config) => new Lambda({...config, compute, shape}));
`
  },
  {
    name: "Chain",
    text: `/** Parts one after another, by name. */
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
`
  },
  {
    name: "Concat",
    text: `/** Branches on the same input, concatenated along the channels. */
class Concat extends Chain {
  apply(x, path = "output") {
    return tf.layers.concatenate({name: path}).apply(this.branches(x, path));
  }
}
`
  },
  {
    name: "Sum",
    text: `/** Branches on the same input, added. */
class Sum extends Chain {
  apply(x, path = "output") {
    return tf.layers.add({name: path}).apply(this.branches(x, path));
  }
}
`
  },
  {
    name: "Head",
    text: `/** A head beside the main line, used while training. */
class Head extends Chain {}
`
  },
  {
    name: "Trunk",
    text: `/** Parts one after another, with heads beside them. */
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
`
  },
  {
    name: "repeated",
    text: `/** Parts named by a number, from one to another. */
const repeated = (prefix, from, to, make) =>
  Object.fromEntries(Array.from({length: to - from + 1}, (_, i) => [\`\${prefix}\${from + i}\`, make()]));
`
  },
  {
    name: "paddedConv2d",
    text: `/** A convolution whose padding may also be a number of zeros on both sides, or one for each axis. */
const paddedConv2d = ({padding = "valid", ...config}) => ({
  apply: (x, path) => {
    if (typeof padding === "string") return tf.layers.conv2d({...config, padding, name: path}).apply(x);
    const padded = tf.layers.zeroPadding2d({padding, name: at(path, "margins")}).apply(x);
    return tf.layers.conv2d({...config, name: path}).apply(padded);
  }
});
`
  },
  {
    name: "GroupedConv2d",
    text: `/** A convolution in groups: each reads its share of the channels and gives its share of the filters. */
class GroupedConv2d {
  constructor(groups, {filters, ...config}) {
    Object.assign(this, {groups, filters: filters / groups, config});
  }

  apply(x, path) {
    const size = x.shape[3] / this.groups;
    const shares = Array.from({length: this.groups}, (_, i) => {
      const read = lambda((y) => tf.slice(y, [0, 0, 0, i * size], [-1, -1, -1, size]), ([h, w]) => [h, w, size]);
      const share = read.apply(x, at(path, \`channels\${i}\`));
      return paddedConv2d({...this.config, filters: this.filters}).apply(share, at(path, i));
    });
    return tf.layers.concatenate({name: path}).apply(shares);
  }
}
`
  },
  {
    name: "slid",
    text: `/** The shape that a window gives that slides over a map with margins. */
const slid =
  (kernel, stride, margins) =>
  ([height, width, channels]) => [
    ...[height, width].map((n, i) => Math.floor((n + margins[i][0] + margins[i][1] - kernel[i]) / stride[i]) + 1),
    channels
  ];
`
  },
  {
    name: "paddedMaxPool2d",
    text: `/** Max pooling with margins [[top, bottom], [left, right]] that never win. */
const paddedMaxPool2d = (kernel, stride, margins) =>
  lambda(
    (x) => tf.maxPool(tf.pad(x, [[0, 0], ...margins, [0, 0]], -Infinity), kernel, stride, "valid"),
    slid(kernel, stride, margins)
  );
`
  },
  {
    name: "paddedAvgPool2d",
    text: `/** Average pooling with margins [[top, bottom], [left, right]] of zeros, of which it counts the given ones. */
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
`
  },
  {
    name: "adaptiveAvgPool2d",
    text: `/** Average pooling to a fixed grid, with PyTorch's windows. */
const adaptiveAvgPool2d = (grid) => {
  const along = (x, axis) => {
    const [cells, length] = [grid[axis - 1], x.shape[axis]];
    const means = Array.from({length: cells}, (_, i) => {
      const from = Math.floor((i * length) / cells);
      const begin = x.shape.map((_, a) => (a === axis ? from : 0));
      const size = x.shape.map((n, a) => (a === axis ? Math.ceil(((i + 1) * length) / cells) - from : n));
      return tf.mean(tf.slice(x, begin, size), axis, true);
    });
    return tf.concat(means, axis);
  };
  return lambda((x) => along(along(x, 1), 2), ([, , channels]) => [...grid, channels]);
};
`
  },
  {
    name: "channelsFirstFlatten",
    text: `/** All numbers in one row, in PyTorch's order: channel, height, width. */
const channelsFirstFlatten = () =>
  lambda(
    (x) => tf.reshape(tf.transpose(x, [0, 3, 1, 2]), [x.shape[0], -1]),
    (shape) => [shape.reduce((a, b) => a * b)]
  );
`
  },
  {
    name: "localResponseNorm",
    text: `/** Each number divided by a power of the sum of squares of its neighbours along the channels. */
const localResponseNorm = (size, alpha, beta, bias) =>
  lambda(
    (x) => tf.localResponseNormalization(x, (size - 1) / 2, bias, alpha / size, beta),
    (shape) => shape
  );
`
  }
];
