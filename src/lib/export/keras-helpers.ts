/** Classes of Keras that every exported network may use, in order of definition. */
import type {Helper} from "./layout.ts";

/** The helpers; a text has those that its network uses. */
export const kerasHelpers: readonly Helper[] = [
  {
    name: "Chain",
    text: `class Chain(layers.Layer):
    """Parts one after another, by name."""

    def __init__(self, parts):
        super().__init__()
        for name, part in parts.items():
            part.name = name
        self.parts = list(parts.values())

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x
`
  },
  {
    name: "Concat",
    text: `class Concat(Chain):
    """Branches on the same input, concatenated along the channels."""

    def call(self, x):
        return ops.concatenate([branch(x) for branch in self.parts], axis=-1)
`
  },
  {
    name: "Sum",
    text: `class Sum(Chain):
    """Branches on the same input, added."""

    def call(self, x):
        return sum(branch(x) for branch in self.parts)
`
  },
  {
    name: "Head",
    text: `class Head(Chain):
    """A head beside the main line, used while training."""
`
  },
  {
    name: "Trunk",
    text: `class Trunk(Chain):
    """Parts one after another, with heads beside them."""

    def call(self, x, heads=False):
        """Logits; with heads also a dict of the heads' logits."""
        found = {}
        for part in self.parts:
            if not isinstance(part, Head):
                x = part(x)
            elif heads:
                found[part.name] = part(x)
        return (x, found) if heads else x
`
  },
  {
    name: "PaddedConv2D",
    text: `class PaddedConv2D(layers.Conv2D):
    """Convolution whose padding may also be a number of zeros on both sides, or one for each axis."""

    def __init__(self, filters, kernel, strides=1, padding="valid", **options):
        word = isinstance(padding, str)
        super().__init__(filters, kernel, strides, padding if word else "valid", **options)
        self.margins = layers.ZeroPadding2D(0 if word else padding)

    def call(self, x):
        return super().call(self.margins(x))

    def compute_output_spec(self, x):
        return keras.KerasTensor(self.compute_output_shape(x.shape), self.compute_dtype)

    def compute_output_shape(self, shape):
        return super().compute_output_shape(self.margins.compute_output_shape(shape))
`
  },
  {
    name: "PaddedMaxPool2D",
    text: `class PaddedMaxPool2D(layers.Layer):
    """Max pooling with margins ((top, bottom), (left, right)) that never win."""

    def __init__(self, kernel, strides, margins):
        super().__init__()
        self.kernel, self.strides, self.margins = kernel, strides, margins

    def call(self, x):
        x = ops.pad(x, ((0, 0), *self.margins, (0, 0)), constant_values=float("-inf"))
        return ops.max_pool(x, self.kernel, self.strides)
`
  },
  {
    name: "PaddedAvgPool2D",
    text: `class PaddedAvgPool2D(layers.Layer):
    """Average pooling with margins ((top, bottom), (left, right)) of zeros, of which it counts the given ones."""

    def __init__(self, kernel, strides, margins, counted):
        super().__init__()
        self.kernel, self.strides = kernel, strides
        self.margins = ((0, 0), *margins, (0, 0))
        self.inner = ((0, 0), *counted, (0, 0))
        self.outer = tuple((a - c, b - d) for (a, b), (c, d) in zip(self.margins, self.inner))

    def call(self, x):
        counted = ops.pad(ops.pad(ops.ones_like(x), self.inner, constant_values=1), self.outer)
        mean = ops.average_pool(ops.pad(x, self.margins), self.kernel, self.strides)
        return mean / ops.average_pool(counted, self.kernel, self.strides)
`
  },
  {
    name: "AdaptiveAvgPool2D",
    text: `class AdaptiveAvgPool2D(layers.Layer):
    """Average pooling to a fixed grid, with PyTorch's windows."""

    def __init__(self, grid):
        super().__init__()
        self.grid = grid

    def call(self, x):
        for axis, cells in enumerate(self.grid, start=1):
            length = x.shape[axis]
            bounds = [(i * length // cells, -(-(i + 1) * length // cells)) for i in range(cells)]
            x = ops.concatenate(
                [ops.mean(ops.take(x, range(*ends), axis), axis, keepdims=True) for ends in bounds], axis
            )
        return x
`
  },
  {
    name: "ChannelsFirstFlatten",
    text: `class ChannelsFirstFlatten(layers.Layer):
    """All numbers in one row, in PyTorch's order: channel, height, width."""

    def call(self, x):
        x = ops.transpose(x, (0, 3, 1, 2))
        return ops.reshape(x, (-1, x.shape[1] * x.shape[2] * x.shape[3]))
`
  },
  {
    name: "LocalResponseNorm",
    text: `class LocalResponseNorm(layers.Layer):
    """Each number divided by a power of the sum of squares of its neighbours along the channels."""

    def __init__(self, size, alpha, beta, bias):
        super().__init__()
        self.size, self.alpha, self.beta, self.bias = size, alpha, beta, bias

    def call(self, x):
        margins = (self.size // 2, (self.size - 1) // 2)
        squares = ops.pad(ops.square(x), ((0, 0), (0, 0), (0, 0), margins))
        total = sum(squares[..., i : i + x.shape[-1]] for i in range(self.size))
        return x / (self.bias + self.alpha / self.size * total) ** self.beta
`
  }
];
