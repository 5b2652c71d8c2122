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


class Inception(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self, out_1x1, reduce_3x3, out_3x3, reduce_3x3dbl, out_3x3dbl, pool_proj):
        super().__init__({
            "1x1": ConvNormUnit(out_1x1, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(reduce_3x3, kernel=1),
                "conv": ConvNormUnit(out_3x3, kernel=3)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(reduce_3x3dbl, kernel=1),
                "conv1": ConvNormUnit(out_3x3dbl, kernel=3),
                "conv2": ConvNormUnit(out_3x3dbl, kernel=3)
            }),
            "pool": Chain({
                "pool": layers.AveragePooling2D(3, strides=1, padding="same"),
                "proj": ConvNormUnit(pool_proj, kernel=1)
            })
        })


class Reduction(Concat):
    """Branches 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(24, kernel=1),
                "conv": ConvNormUnit(48, kernel=3, strides=2, padding=1)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(12, kernel=1),
                "conv1": ConvNormUnit(20, kernel=3),
                "conv2": ConvNormUnit(20, kernel=3, strides=2, padding=1)
            }),
            "pool": layers.MaxPooling2D(3, strides=2, padding="same")
        })


class InceptionMaxPool(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvNormUnit(40, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(40, kernel=1),
                "conv": ConvNormUnit(76, kernel=3)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(12, kernel=1),
                "conv1": ConvNormUnit(28, kernel=3),
                "conv2": ConvNormUnit(28, kernel=3)
            }),
            "pool": Chain({
                "pool": layers.MaxPooling2D(3, strides=1, padding="same"),
                "proj": ConvNormUnit(28, kernel=1)
            })
        })


class CompactV2(Chain):
    """conv1, pool1, 3a … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(32, kernel=3),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "3a": Inception(16, 16, 32, 8, 12, 12),
            "3b": Inception(20, 20, 36, 8, 16, 16),
            "3c": Reduction(),
            "4a": Inception(40, 44, 72, 12, 24, 28),
            "4b": Inception(44, 44, 80, 12, 28, 28),
            "4c": Inception(44, 44, 76, 12, 28, 28),
            "4d": InceptionMaxPool(),
            "pool": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(10)
        })


def build_model():
    """A model for pictures of 32×32×3."""
    x = keras.Input((32, 32, 3))
    return keras.Model(x, CompactV2()(x))
