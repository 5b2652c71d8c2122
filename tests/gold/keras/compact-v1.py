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


class ChannelsFirstFlatten(layers.Layer):
    """All numbers in one row, in PyTorch's order: channel, height, width."""

    def call(self, x):
        x = ops.transpose(x, (0, 3, 1, 2))
        return ops.reshape(x, (-1, x.shape[1] * x.shape[2] * x.shape[3]))


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding, use_bias=False),
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
                "conv": ConvNormUnit(out_5x5, kernel=5)
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
            "pool": layers.AveragePooling2D(5, strides=3),
            "conv": ConvNormUnit(48, kernel=1),
            "flatten": ChannelsFirstFlatten(),
            "fc1": layers.Dense(96),
            "relu": layers.ReLU(),
            "dropout": layers.Dropout(0.3),
            "fc2": layers.Dense(10)
        })


class CompactV1(Trunk):
    """conv1, pool1, 3a … pool3, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(32, kernel=3),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "3a": Inception(20, 20, 40, 6, 12, 12),
            "3b": Inception(28, 24, 48, 6, 12, 16),
            "aux1": AuxiliaryHead(),
            "pool2": layers.MaxPooling2D(3, strides=2, padding="same"),
            "4a": Inception(44, 44, 80, 8, 20, 28),
            "4b": Inception(48, 48, 88, 8, 24, 32),
            "aux2": AuxiliaryHead(),
            "4c": Inception(48, 48, 88, 8, 24, 32),
            "4d": Inception(52, 48, 92, 8, 24, 32),
            "pool3": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(10)
        })


def build_model(heads=False):
    """A model for pictures of 32×32×3."""
    x = keras.Input((32, 32, 3))
    return keras.Model(x, CompactV1()(x, heads=heads))
