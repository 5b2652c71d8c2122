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
    """Convolution, BatchNorm without a scale and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=0.001, scale=False),
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


class GoogLeNet(Chain):
    """conv1, pool1, conv2 … dropout, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(64, kernel=7, strides=2),
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
            "4b": Inception(160, 112, 224, 24, 64, 64),
            "4c": Inception(128, 128, 256, 24, 64, 64),
            "4d": Inception(112, 144, 288, 32, 64, 64),
            "4e": Inception(256, 160, 320, 32, 128, 128),
            "pool4": layers.MaxPooling2D(2, strides=2),
            "5a": Inception(256, 160, 320, 32, 128, 128),
            "5b": Inception(384, 192, 384, 48, 128, 128),
            "pool5": layers.GlobalAveragePooling2D(),
            "dropout": layers.Dropout(0.2),
            "fc": layers.Dense(1001)
        })


def build_model():
    """A model for pictures of 224×224×3."""
    x = keras.Input((224, 224, 3))
    return keras.Model(x, GoogLeNet()(x))
