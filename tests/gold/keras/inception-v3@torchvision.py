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


class Head(Chain):
    """A head beside the main line, used while training."""


class Trunk(Chain):
    """Parts one after another, with heads beside them."""

    def call(self, x, heads=False):
        """Logits; with heads also a dict of the heads' logits."""
        found = {}
        for part in self.parts:
            if not isinstance(part, Head):
                x = part(x)
            elif heads:
                found[part.name] = part(x)
        return (x, found) if heads else x


class PaddedAvgPool2D(layers.Layer):
    """Average pooling with margins ((top, bottom), (left, right)) of zeros, of which it counts the given ones."""

    def __init__(self, kernel, strides, margins, counted):
        super().__init__()
        self.kernel, self.strides = kernel, strides
        self.margins = ((0, 0), *margins, (0, 0))
        self.inner = ((0, 0), *counted, (0, 0))
        self.outer = tuple((a - c, b - d) for (a, b), (c, d) in zip(self.margins, self.inner))

    def call(self, x):
        counted = ops.pad(ops.pad(ops.ones_like(x), self.inner, constant_values=1), self.outer)
        mean = ops.average_pool(ops.pad(x, self.margins), self.kernel, self.strides)
        return mean / ops.average_pool(counted, self.kernel, self.strides)


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=0.001),
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
                "pool": PaddedAvgPool2D(3, strides=1, margins=((1, 1), (1, 1)), counted=((1, 1), (1, 1))),
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
                "pool": PaddedAvgPool2D(3, strides=1, margins=((1, 1), (1, 1)), counted=((1, 1), (1, 1))),
                "proj": ConvNormUnit(192, kernel=1)
            })
        })


class AuxiliaryHead(Head):
    """A head beside the main line: pool, conv1, conv2, mean, fc."""

    def __init__(self):
        super().__init__({
            "pool": layers.AveragePooling2D(5, strides=3),
            "conv1": ConvNormUnit(128, kernel=1),
            "conv2": ConvNormUnit(768, kernel=5, padding="valid"),
            "mean": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(1000)
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
                "pool": PaddedAvgPool2D(3, strides=1, margins=((1, 1), (1, 1)), counted=((1, 1), (1, 1))),
                "proj": ConvNormUnit(192, kernel=1)
            })
        })


class InceptionV3(Trunk):
    """conv1a, conv2a, conv2b … dropout, fc, one after another."""

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
            "aux": AuxiliaryHead(),
            "mixed7a": ReductionB(),
            "mixed7b": InceptionC(),
            "mixed7c": InceptionC(),
            "pool": layers.GlobalAveragePooling2D(),
            "dropout": layers.Dropout(0.5),
            "fc": layers.Dense(1000)
        })


def build_model(heads=False):
    """A model for pictures of 299×299×3."""
    x = keras.Input((299, 299, 3))
    return keras.Model(x, InceptionV3()(x, heads=heads))
