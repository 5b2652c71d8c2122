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


class Block16(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": layers.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(16, kernel=1),
                        "7x7": Chain({
                            "reduce": ConvNormUnit(12, kernel=1),
                            "1x7": ConvNormUnit(14, kernel=(1, 7)),
                            "7x1": ConvNormUnit(16, kernel=(7, 1))
                        })
                    }),
                    "expand": layers.Conv2D(56, 1),
                    "scale": layers.Rescaling(0.2)
                })
            }),
            "relu": layers.ReLU()
        })


class ReductionB(Concat):
    """Branches 3x3, 3x3b, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(24, kernel=1),
                "conv": ConvNormUnit(48, kernel=3, strides=2, padding=1)
            }),
            "3x3b": Chain({
                "reduce": ConvNormUnit(24, kernel=1),
                "conv": ConvNormUnit(44, kernel=3, strides=2, padding=1)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(24, kernel=1),
                "conv1": ConvNormUnit(32, kernel=3),
                "conv2": ConvNormUnit(44, kernel=3, strides=2, padding=1)
            }),
            "pool": layers.MaxPooling2D(3, strides=2, padding="same")
        })


class Block8(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": layers.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(40, kernel=1),
                        "3x3": Chain({
                            "reduce": ConvNormUnit(40, kernel=1),
                            "1x3": ConvNormUnit(44, kernel=(1, 3)),
                            "3x1": ConvNormUnit(52, kernel=(3, 1))
                        })
                    }),
                    "expand": layers.Conv2D(192, 1),
                    "scale": layers.Rescaling(0.2)
                })
            }),
            "relu": layers.ReLU()
        })


class CompactResnet(Chain):
    """conv1, pool1, conv2 … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(24, kernel=3),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "conv2": ConvNormUnit(56, kernel=3),
            "block16_1": Block16(),
            "block16_2": Block16(),
            "mixed7a": ReductionB(),
            **{f"block8_{i}": Block8() for i in range(1, 5)},
            "conv3": ConvNormUnit(168, kernel=1),
            "pool": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(10)
        })


def build_model():
    """A model for pictures of 32×32×3."""
    x = keras.Input((32, 32, 3))
    return keras.Model(x, CompactResnet()(x))
