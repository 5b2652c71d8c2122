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

    def __init__(self, out_conv, out_cccp1, out_cccp2, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": ConvUnit(out_conv, kernel=kernel, strides=strides, padding=padding),
            "cccp1": ConvUnit(out_cccp1, kernel=1),
            "cccp2": ConvUnit(out_cccp2, kernel=1)
        })


class NetworkInNetwork(Chain):
    """mlpconv1, pool1, mlpconv2 … mlpconv4, pool4, one after another."""

    def __init__(self):
        super().__init__({
            "mlpconv1": MlpConv(96, 96, 96, kernel=11, strides=4, padding="valid"),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "mlpconv2": MlpConv(256, 256, 256, kernel=5),
            "pool2": layers.MaxPooling2D(3, strides=2),
            "mlpconv3": MlpConv(384, 384, 384, kernel=3),
            "pool3": layers.MaxPooling2D(3, strides=2),
            "dropout3": layers.Dropout(0.5),
            "mlpconv4": MlpConv(1024, 1024, 1000, kernel=3),
            "pool4": layers.GlobalAveragePooling2D()
        })


def build_model():
    """A model for pictures of 224×224×3."""
    x = keras.Input((224, 224, 3))
    return keras.Model(x, NetworkInNetwork()(x))
