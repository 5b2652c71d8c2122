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


class ConvUnit(Chain):
    """Convolution and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding),
            "relu": layers.ReLU()
        })


class NaiveInception(Concat):
    """Branches 1x1, 3x3, 5x5, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvUnit(64, kernel=1),
            "3x3": ConvUnit(128, kernel=3),
            "5x5": ConvUnit(32, kernel=5),
            "pool": layers.MaxPooling2D(3, strides=1, padding="same")
        })


class Network(Chain):
    """3a, one after another."""

    def __init__(self):
        super().__init__({
            "3a": NaiveInception()
        })


def build_model():
    """A model for pictures of 28×28×192."""
    x = keras.Input((28, 28, 192))
    return keras.Model(x, Network()(x))
