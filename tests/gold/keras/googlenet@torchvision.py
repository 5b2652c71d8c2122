import keras
from keras import layers, ops


class Chain(layers.Layer):
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


class Concat(Chain):
    """Branches on the same input, concatenated along the channels."""

    def call(self, x):
        return ops.concatenate([branch(x) for branch in self.parts], axis=-1)


class Head(Chain):
    """A head beside the main line, used while training."""


class Trunk(Chain):
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


class PaddedConv2D(layers.Conv2D):
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


class AdaptiveAvgPool2D(layers.Layer):
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


class ChannelsFirstFlatten(layers.Layer):
    """All numbers in one row, in PyTorch's order: channel, height, width."""

    def call(self, x):
        x = ops.transpose(x, (0, 3, 1, 2))
        return ops.reshape(x, (-1, x.shape[1] * x.shape[2] * x.shape[3]))


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": PaddedConv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=0.001),
            "relu": layers.ReLU()
        })


class Inception(Concat):
    """Branches 1x1, 3x3, 5x5, pool side by side."""

    def __init__(self, out_1x1, reduce_3x3, out_3x3, reduce_5x5, out_5x5, pool_proj):
        super().__init__({
            "1x1": ConvNormUnit(out_1x1, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(reduce_3x3, kernel=1),
                "conv": ConvNormUnit(out_3x3, kernel=3)
            }),
            "5x5": Chain({
                "reduce": ConvNormUnit(reduce_5x5, kernel=1),
                "conv": ConvNormUnit(out_5x5, kernel=3)
            }),
            "pool": Chain({
                "pool": layers.MaxPooling2D(3, strides=1, padding="same"),
                "proj": ConvNormUnit(pool_proj, kernel=1)
            })
        })


class AuxiliaryHead(Head):
    """A head beside the main line: pool, conv, flatten, fc1, relu, dropout, fc2."""

    def __init__(self):
        super().__init__({
            "pool": AdaptiveAvgPool2D((4, 4)),
            "conv": ConvNormUnit(128, kernel=1),
            "flatten": ChannelsFirstFlatten(),
            "fc1": layers.Dense(1024),
            "relu": layers.ReLU(),
            "dropout": layers.Dropout(0.7),
            "fc2": layers.Dense(1000)
        })


class GoogLeNet(Trunk):
    """conv1, pool1, conv2 … dropout, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(64, kernel=7, strides=2, padding=3),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "conv2": Chain({
                "reduce": ConvNormUnit(64, kernel=1),
                "conv": ConvNormUnit(192, kernel=3)
            }),
            "pool2": layers.MaxPooling2D(3, strides=2, padding="same"),
            "3a": Inception(64, 96, 128, 16, 32, 32),
            "3b": Inception(128, 128, 192, 32, 96, 64),
            "pool3": layers.MaxPooling2D(3, strides=2, padding="same"),
            "4a": Inception(192, 96, 208, 16, 48, 64),
            "aux1": AuxiliaryHead(),
            "4b": Inception(160, 112, 224, 24, 64, 64),
            "4c": Inception(128, 128, 256, 24, 64, 64),
            "4d": Inception(112, 144, 288, 32, 64, 64),
            "aux2": AuxiliaryHead(),
            "4e": Inception(256, 160, 320, 32, 128, 128),
            "pool4": layers.MaxPooling2D(2, strides=2),
            "5a": Inception(256, 160, 320, 32, 128, 128),
            "5b": Inception(384, 192, 384, 48, 128, 128),
            "pool5": layers.GlobalAveragePooling2D(),
            "dropout": layers.Dropout(0.2),
            "fc": layers.Dense(1000)
        })


def build_model(heads=False):
    """A model for pictures of 224×224×3."""
    x = keras.Input((224, 224, 3))
    return keras.Model(x, GoogLeNet()(x, heads=heads))
