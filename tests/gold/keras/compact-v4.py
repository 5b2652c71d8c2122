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


class PaddedConv2D(layers.Conv2D):
    """Convolution whose padding may also be a number of zeros on both sides, or one for each axis."""

    def __init__(self, filters, kernel, strides=1, padding="valid", **options):
        word = isinstance(padding, str)
        super().__init__(filters, kernel, strides, padding if word else "valid", **options)
        self.margins = layers.ZeroPadding2D(0 if word else padding)

    def call(self, x):
        return super().call(self.margins(x))

    def compute_output_spec(self, x):
        return keras.KerasTensor(self.compute_output_shape(x.shape), self.compute_dtype)

    def compute_output_shape(self, shape):
        return super().compute_output_shape(self.margins.compute_output_shape(shape))


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": PaddedConv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=0.001),
            "relu": layers.ReLU()
        })


class StemPool(Concat):
    """Branches pool, 3x3 side by side."""

    def __init__(self):
        super().__init__({
            "pool": layers.MaxPooling2D(3, strides=2, padding="same"),
            "3x3": ConvNormUnit(20, kernel=3, strides=2, padding=1)
        })


class StemFork(Concat):
    """Branches 3x3, 7x7x3 side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(16, kernel=1),
                "conv": ConvNormUnit(24, kernel=3)
            }),
            "7x7x3": Chain({
                "reduce": ConvNormUnit(16, kernel=1),
                "1x7": ConvNormUnit(16, kernel=(1, 7)),
                "7x1": ConvNormUnit(16, kernel=(7, 1)),
                "conv": ConvNormUnit(24, kernel=3)
            })
        })


class InceptionB(Concat):
    """Branches 1x1, 7x7, 7x7dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvNormUnit(16, kernel=1),
            "7x7": Chain({
                "reduce": ConvNormUnit(12, kernel=1),
                "1x7": ConvNormUnit(12, kernel=(1, 7)),
                "7x1": ConvNormUnit(24, kernel=(7, 1))
            }),
            "7x7dbl": Chain({
                "reduce": ConvNormUnit(12, kernel=1),
                "7x1a": ConvNormUnit(12, kernel=(7, 1)),
                "1x7a": ConvNormUnit(12, kernel=(1, 7)),
                "7x1b": ConvNormUnit(12, kernel=(7, 1)),
                "1x7b": ConvNormUnit(24, kernel=(1, 7))
            }),
            "pool": Chain({
                "pool": layers.AveragePooling2D(3, strides=1, padding="same"),
                "proj": ConvNormUnit(16, kernel=1)
            })
        })


class ReductionB(Concat):
    """Branches 3x3, 7x7x3, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(20, kernel=1),
                "conv": ConvNormUnit(44, kernel=3, strides=2, padding=1)
            }),
            "7x7x3": Chain({
                "reduce": ConvNormUnit(20, kernel=1),
                "1x7": ConvNormUnit(20, kernel=(1, 7)),
                "7x1": ConvNormUnit(20, kernel=(7, 1)),
                "conv": ConvNormUnit(32, kernel=3, strides=2, padding=1)
            }),
            "pool": layers.MaxPooling2D(3, strides=2, padding="same")
        })


class InceptionC(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvNormUnit(44, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(52, kernel=1),
                "split": Concat({
                    "1x3": ConvNormUnit(36, kernel=(1, 3)),
                    "3x1": ConvNormUnit(36, kernel=(3, 1))
                })
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(48, kernel=1),
                "3x1": ConvNormUnit(52, kernel=(3, 1)),
                "1x3": ConvNormUnit(56, kernel=(1, 3)),
                "split": Concat({
                    "1x3": ConvNormUnit(36, kernel=(1, 3)),
                    "3x1": ConvNormUnit(36, kernel=(3, 1))
                })
            }),
            "pool": Chain({
                "pool": layers.AveragePooling2D(3, strides=1, padding="same"),
                "proj": ConvNormUnit(40, kernel=1)
            })
        })


class CompactV4(Chain):
    """conv1, mixed3a, mixed4a … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(20, kernel=3),
            "mixed3a": StemPool(),
            "mixed4a": StemFork(),
            "mixed6b": InceptionB(),
            "mixed7a": ReductionB(),
            "mixed7b": InceptionC(),
            "mixed7c": InceptionC(),
            "mixed7d": InceptionC(),
            "pool": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(10)
        })


def build_model():
    """A model for pictures of 32×32×3."""
    x = keras.Input((32, 32, 3))
    return keras.Model(x, CompactV4()(x))
