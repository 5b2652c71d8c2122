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


class MlpConv(Chain):
    """conv, cccp1, cccp2, one after another."""

    def __init__(self, channels, kernel):
        super().__init__({
            "conv": ConvNormUnit(channels, kernel=kernel),
            "cccp1": ConvNormUnit(channels, kernel=1),
            "cccp2": ConvNormUnit(channels, kernel=1)
        })


class ClassMaps(Chain):
    """conv, cccp1, cccp2, one after another."""

    def __init__(self):
        super().__init__({
            "conv": ConvNormUnit(128, kernel=3),
            "cccp1": ConvNormUnit(128, kernel=1),
            "cccp2": layers.Conv2D(10, 1)
        })


class CompactNin(Chain):
    """mlpconv1, pool1, mlpconv2, pool2, mlpconv3, pool3, one after another."""

    def __init__(self):
        super().__init__({
            "mlpconv1": MlpConv(32, kernel=5),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "mlpconv2": MlpConv(96, kernel=3),
            "pool2": layers.MaxPooling2D(3, strides=2, padding="same"),
            "mlpconv3": ClassMaps(),
            "pool3": layers.GlobalAveragePooling2D()
        })


def build_model():
    """A model for pictures of 32×32×3."""
    x = keras.Input((32, 32, 3))
    return keras.Model(x, CompactNin()(x))
