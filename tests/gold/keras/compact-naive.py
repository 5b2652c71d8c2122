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


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=0.001),
            "relu": layers.ReLU()
        })


class NaiveInception(Concat):
    """Branches 1x1, 3x3, 5x5, pool side by side."""

    def __init__(self, out_3x3):
        super().__init__({
            "1x1": ConvNormUnit(12, kernel=1),
            "3x3": ConvNormUnit(out_3x3, kernel=3),
            "5x5": ConvNormUnit(4, kernel=5),
            "pool": layers.MaxPooling2D(3, strides=1, padding="same")
        })


class CompactNaive(Chain):
    """conv1, pool1, conv2 … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(32, kernel=3),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "conv2": ConvNormUnit(48, kernel=3),
            "3a": NaiveInception(24),
            "pool2": layers.MaxPooling2D(3, strides=2, padding="same"),
            "4a": NaiveInception(32),
            "4b": NaiveInception(32),
            "4c": NaiveInception(32),
            "4d": NaiveInception(32),
            "pool": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(10)
        })


def build_model():
    """A model for pictures of 32×32×3."""
    x = keras.Input((32, 32, 3))
    return keras.Model(x, CompactNaive()(x))
