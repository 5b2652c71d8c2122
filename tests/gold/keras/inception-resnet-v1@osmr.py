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


class Sum(Chain):
    """Branches on the same input, added."""

    def call(self, x):
        return sum(branch(x) for branch in self.parts)


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=0.001),
            "relu": layers.ReLU()
        })


class Block35(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": layers.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(32, kernel=1),
                        "3x3": Chain({
                            "reduce": ConvNormUnit(32, kernel=1),
                            "conv": ConvNormUnit(32, kernel=3)
                        }),
                        "3x3dbl": Chain({
                            "reduce": ConvNormUnit(32, kernel=1),
                            "conv1": ConvNormUnit(32, kernel=3),
                            "conv2": ConvNormUnit(32, kernel=3)
                        })
                    }),
                    "expand": layers.Conv2D(256, 1),
                    "scale": layers.Rescaling(0.17)
                })
            }),
            "relu": layers.ReLU()
        })


class ReductionA(Concat):
    """Branches 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": ConvNormUnit(384, kernel=3, strides=2, padding="valid"),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(192, kernel=1),
                "conv1": ConvNormUnit(192, kernel=3),
                "conv2": ConvNormUnit(256, kernel=3, strides=2, padding="valid")
            }),
            "pool": layers.MaxPooling2D(3, strides=2)
        })


class Block17(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": layers.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(128, kernel=1),
                        "7x7": Chain({
                            "reduce": ConvNormUnit(128, kernel=1),
                            "1x7": ConvNormUnit(128, kernel=(1, 7)),
                            "7x1": ConvNormUnit(128, kernel=(7, 1))
                        })
                    }),
                    "expand": layers.Conv2D(896, 1),
                    "scale": layers.Rescaling(0.1)
                })
            }),
            "relu": layers.ReLU()
        })


class ReductionB(Concat):
    """Branches 3x3, 3x3b, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(256, kernel=1),
                "conv": ConvNormUnit(384, kernel=3, strides=2, padding="valid")
            }),
            "3x3b": Chain({
                "reduce": ConvNormUnit(256, kernel=1),
                "conv": ConvNormUnit(256, kernel=3, strides=2, padding="valid")
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(256, kernel=1),
                "conv1": ConvNormUnit(256, kernel=3),
                "conv2": ConvNormUnit(256, kernel=3, strides=2, padding="valid")
            }),
            "pool": layers.MaxPooling2D(3, strides=2)
        })


class Block8(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": layers.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(192, kernel=1),
                        "3x3": Chain({
                            "reduce": ConvNormUnit(192, kernel=1),
                            "1x3": ConvNormUnit(192, kernel=(1, 3)),
                            "3x1": ConvNormUnit(192, kernel=(3, 1))
                        })
                    }),
                    "expand": layers.Conv2D(1792, 1),
                    "scale": layers.Rescaling(0.2)
                })
            }),
            "relu": layers.ReLU()
        })


class LastBlock8(Chain):
    """sum, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": layers.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(192, kernel=1),
                        "3x3": Chain({
                            "reduce": ConvNormUnit(192, kernel=1),
                            "1x3": ConvNormUnit(192, kernel=(1, 3)),
                            "3x1": ConvNormUnit(192, kernel=(3, 1))
                        })
                    }),
                    "expand": layers.Conv2D(1792, 1)
                })
            })
        })


class InceptionResnetV1(Chain):
    """conv1a, conv2a, conv2b … bottleneck, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1a": ConvNormUnit(32, kernel=3, strides=2, padding="valid"),
            "conv2a": ConvNormUnit(32, kernel=3, padding="valid"),
            "conv2b": ConvNormUnit(64, kernel=3),
            "pool3a": layers.MaxPooling2D(3, strides=2),
            "conv3b": ConvNormUnit(80, kernel=1),
            "conv4a": ConvNormUnit(192, kernel=3, padding="valid"),
            "conv4b": ConvNormUnit(256, kernel=3, strides=2, padding="valid"),
            **{f"block35_{i}": Block35() for i in range(1, 6)},
            "mixed6a": ReductionA(),
            **{f"block17_{i}": Block17() for i in range(1, 11)},
            "mixed7a": ReductionB(),
            **{f"block8_{i}": Block8() for i in range(1, 6)},
            "block8_6": LastBlock8(),
            "pool": layers.GlobalAveragePooling2D(),
            "bottleneck": Chain({
                "fc": layers.Dense(512, use_bias=False),
                "bn": layers.BatchNormalization(epsilon=0.001)
            }),
            "fc": layers.Dense(1000)
        })


def build_model():
    """A model for pictures of 299×299×3."""
    x = keras.Input((299, 299, 3))
    return keras.Model(x, InceptionResnetV1()(x))
