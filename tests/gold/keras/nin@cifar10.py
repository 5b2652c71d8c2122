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


class ConvUnit(Chain):
    """Convolution and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding),
            "relu": layers.ReLU()
        })


class MlpConv(Chain):
    """conv, cccp1, cccp2, one after another."""

    def __init__(self, out_cccp1, out_cccp2, kernel):
        super().__init__({
            "conv": ConvUnit(192, kernel=kernel),
            "cccp1": ConvUnit(out_cccp1, kernel=1),
            "cccp2": ConvUnit(out_cccp2, kernel=1)
        })


class NetworkInNetwork(Chain):
    """mlpconv1, pool1, dropout1, mlpconv2, pool2, dropout2, mlpconv3, pool3, one after another."""

    def __init__(self):
        super().__init__({
            "mlpconv1": MlpConv(160, 96, kernel=5),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "dropout1": layers.Dropout(0.5),
            "mlpconv2": MlpConv(192, 192, kernel=5),
            "pool2": layers.AveragePooling2D(3, strides=2, padding="same"),
            "dropout2": layers.Dropout(0.5),
            "mlpconv3": MlpConv(192, 10, kernel=3),
            "pool3": layers.GlobalAveragePooling2D()
        })


def build_model():
    """A model for pictures of 32×32×3."""
    x = keras.Input((32, 32, 3))
    return keras.Model(x, NetworkInNetwork()(x))
