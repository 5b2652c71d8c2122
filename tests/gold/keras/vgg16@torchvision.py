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


class ChannelsFirstFlatten(layers.Layer):
    """All numbers in one row, in PyTorch's order: channel, height, width."""

    def call(self, x):
        x = ops.transpose(x, (0, 3, 1, 2))
        return ops.reshape(x, (-1, x.shape[1] * x.shape[2] * x.shape[3]))


class ConvUnit(Chain):
    """Convolution and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding),
            "relu": layers.ReLU()
        })


class Vgg16(Chain):
    """conv1_1, conv1_2, pool1 … dropout7, fc8, one after another."""

    def __init__(self):
        super().__init__({
            "conv1_1": ConvUnit(64, kernel=3),
            "conv1_2": ConvUnit(64, kernel=3),
            "pool1": layers.MaxPooling2D(2, strides=2),
            "conv2_1": ConvUnit(128, kernel=3),
            "conv2_2": ConvUnit(128, kernel=3),
            "pool2": layers.MaxPooling2D(2, strides=2),
            "conv3_1": ConvUnit(256, kernel=3),
            "conv3_2": ConvUnit(256, kernel=3),
            "conv3_3": ConvUnit(256, kernel=3),
            "pool3": layers.MaxPooling2D(2, strides=2),
            "conv4_1": ConvUnit(512, kernel=3),
            "conv4_2": ConvUnit(512, kernel=3),
            "conv4_3": ConvUnit(512, kernel=3),
            "pool4": layers.MaxPooling2D(2, strides=2),
            "conv5_1": ConvUnit(512, kernel=3),
            "conv5_2": ConvUnit(512, kernel=3),
            "conv5_3": ConvUnit(512, kernel=3),
            "pool5": layers.MaxPooling2D(2, strides=2),
            "resize": layers.AveragePooling2D(1),
            "flatten": ChannelsFirstFlatten(),
            "fc6": Chain({
                "fc": layers.Dense(4096),
                "relu": layers.ReLU()
            }),
            "dropout6": layers.Dropout(0.5),
            "fc7": Chain({
                "fc": layers.Dense(4096),
                "relu": layers.ReLU()
            }),
            "dropout7": layers.Dropout(0.5),
            "fc8": layers.Dense(1000)
        })


def build_model():
    """A model for pictures of 224×224×3."""
    x = keras.Input((224, 224, 3))
    return keras.Model(x, Vgg16()(x))
