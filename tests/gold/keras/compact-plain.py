import keras
from keras import layers


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


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=0.001),
            "relu": layers.ReLU()
        })


class CompactPlain(Chain):
    """conv1, pool1, conv2 … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(32, kernel=3),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "conv2": ConvNormUnit(40, kernel=3),
            "conv3": ConvNormUnit(52, kernel=3),
            "pool2": layers.MaxPooling2D(3, strides=2, padding="same"),
            "conv4": ConvNormUnit(80, kernel=3),
            "conv5": ConvNormUnit(88, kernel=3),
            "conv6": ConvNormUnit(92, kernel=3),
            "conv7": ConvNormUnit(96, kernel=3),
            "pool": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(10)
        })


def build_model():
    """A model for pictures of 32×32×3."""
    x = keras.Input((32, 32, 3))
    return keras.Model(x, CompactPlain()(x))
