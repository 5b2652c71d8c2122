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

    def __init__(self):
        super().__init__({
            "conv": ConvUnit(96, kernel=11, strides=4, padding="valid"),
            "cccp1": ConvUnit(96, kernel=1),
            "cccp2": ConvUnit(96, kernel=1)
        })


class MlpConv2(Chain):
    """conv, cccp1, cccp2, one after another."""

    def __init__(self):
        super().__init__({
            "conv": ConvUnit(256, kernel=5),
            "cccp1": ConvUnit(256, kernel=1),
            "cccp2": ConvUnit(256, kernel=1)
        })


class MlpConv3(Chain):
    """conv, cccp1, cccp2, one after another."""

    def __init__(self, conv, cccp1, cccp2):
        super().__init__({
            "conv": ConvUnit(conv, kernel=3),
            "cccp1": ConvUnit(cccp1, kernel=1),
            "cccp2": ConvUnit(cccp2, kernel=1)
        })


class NetworkInNetwork(Chain):
    """mlpconv1, pool1, mlpconv2 … mlpconv4, pool4, one after another."""

    def __init__(self):
        super().__init__({
            "mlpconv1": MlpConv(),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "mlpconv2": MlpConv2(),
            "pool2": layers.MaxPooling2D(3, strides=2),
            "mlpconv3": MlpConv3(384, 384, 384),
            "pool3": layers.MaxPooling2D(3, strides=2),
            "dropout3": layers.Dropout(0.5),
            "mlpconv4": MlpConv3(1024, 1024, 1000),
            "pool4": layers.GlobalAveragePooling2D()
        })


def build_model():
    """A model for pictures of 224×224×3."""
    x = keras.Input((224, 224, 3))
    return keras.Model(x, NetworkInNetwork()(x))
