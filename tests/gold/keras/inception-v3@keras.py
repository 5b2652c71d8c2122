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


class InceptionA(Concat):
    """Branches 1x1, 5x5, 3x3dbl, pool side by side."""

    def __init__(self, pool_proj):
        super().__init__({
            "1x1": ConvNormUnit(64, kernel=1),
            "5x5": Chain({
                "reduce": ConvNormUnit(48, kernel=1),
                "conv": ConvNormUnit(64, kernel=5)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(64, kernel=1),
                "conv1": ConvNormUnit(96, kernel=3),
                "conv2": ConvNormUnit(96, kernel=3)
            }),
            "pool": Chain({
                "pool": layers.AveragePooling2D(3, strides=1, padding="same"),
                "proj": ConvNormUnit(pool_proj, kernel=1)
            })
        })


class ReductionA(Concat):
    """Branches 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": ConvNormUnit(384, kernel=3, strides=2, padding="valid"),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(64, kernel=1),
                "conv1": ConvNormUnit(96, kernel=3),
                "conv2": ConvNormUnit(96, kernel=3, strides=2, padding="valid")
            }),
            "pool": layers.MaxPooling2D(3, strides=2)
        })


class InceptionB(Concat):
    """Branches 1x1, 7x7, 7x7dbl, pool side by side."""

    def __init__(self, inner_7x7):
        super().__init__({
            "1x1": ConvNormUnit(192, kernel=1),
            "7x7": Chain({
                "reduce": ConvNormUnit(inner_7x7, kernel=1),
                "1x7": ConvNormUnit(inner_7x7, kernel=(1, 7)),
                "7x1": ConvNormUnit(192, kernel=(7, 1))
            }),
            "7x7dbl": Chain({
                "reduce": ConvNormUnit(inner_7x7, kernel=1),
                "7x1a": ConvNormUnit(inner_7x7, kernel=(7, 1)),
                "1x7a": ConvNormUnit(inner_7x7, kernel=(1, 7)),
                "7x1b": ConvNormUnit(inner_7x7, kernel=(7, 1)),
                "1x7b": ConvNormUnit(192, kernel=(1, 7))
            }),
            "pool": Chain({
                "pool": layers.AveragePooling2D(3, strides=1, padding="same"),
                "proj": ConvNormUnit(192, kernel=1)
            })
        })


class ReductionB(Concat):
    """Branches 3x3, 7x7x3, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(192, kernel=1),
                "conv": ConvNormUnit(320, kernel=3, strides=2, padding="valid")
            }),
            "7x7x3": Chain({
                "reduce": ConvNormUnit(192, kernel=1),
                "1x7": ConvNormUnit(192, kernel=(1, 7)),
                "7x1": ConvNormUnit(192, kernel=(7, 1)),
                "conv": ConvNormUnit(192, kernel=3, strides=2, padding="valid")
            }),
            "pool": layers.MaxPooling2D(3, strides=2)
        })


class InceptionC(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvNormUnit(320, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(384, kernel=1),
                "split": Concat({
                    "1x3": ConvNormUnit(384, kernel=(1, 3)),
                    "3x1": ConvNormUnit(384, kernel=(3, 1))
                })
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(448, kernel=1),
                "conv": ConvNormUnit(384, kernel=3),
                "split": Concat({
                    "1x3": ConvNormUnit(384, kernel=(1, 3)),
                    "3x1": ConvNormUnit(384, kernel=(3, 1))
                })
            }),
            "pool": Chain({
                "pool": layers.AveragePooling2D(3, strides=1, padding="same"),
                "proj": ConvNormUnit(192, kernel=1)
            })
        })


class InceptionV3(Chain):
    """conv1a, conv2a, conv2b … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1a": ConvNormUnit(32, kernel=3, strides=2, padding="valid"),
            "conv2a": ConvNormUnit(32, kernel=3, padding="valid"),
            "conv2b": ConvNormUnit(64, kernel=3),
            "pool3a": layers.MaxPooling2D(3, strides=2),
            "conv3b": ConvNormUnit(80, kernel=1),
            "conv4a": ConvNormUnit(192, kernel=3, padding="valid"),
            "pool5a": layers.MaxPooling2D(3, strides=2),
            "mixed5b": InceptionA(32),
            "mixed5c": InceptionA(64),
            "mixed5d": InceptionA(64),
            "mixed6a": ReductionA(),
            "mixed6b": InceptionB(128),
            "mixed6c": InceptionB(160),
            "mixed6d": InceptionB(160),
            "mixed6e": InceptionB(192),
            "mixed7a": ReductionB(),
            "mixed7b": InceptionC(),
            "mixed7c": InceptionC(),
            "pool": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(1000)
        })


def build_model():
    """A model for pictures of 299×299×3."""
    x = keras.Input((299, 299, 3))
    return keras.Model(x, InceptionV3()(x))
