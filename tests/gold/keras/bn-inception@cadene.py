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
            "conv": PaddedConv2D(filters, kernel, strides, padding),
            "bn": layers.BatchNormalization(epsilon=1e-05),
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
                "pool": PaddedAvgPool2D(3, strides=1, margins=((1, 1), (1, 1)), counted=((1, 1), (1, 1))),
                "proj": ConvNormUnit(pool_proj, kernel=1)
            })
        })


class Reduction(Concat):
    """Branches 3x3, 3x3dbl, pool side by side."""

    def __init__(self, out_3x3, reduce_3x3dbl, out_3x3dbl):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(128, kernel=1),
                "conv": ConvNormUnit(out_3x3, kernel=3, strides=2, padding=1)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(reduce_3x3dbl, kernel=1),
                "conv1": ConvNormUnit(out_3x3dbl, kernel=3),
                "conv2": ConvNormUnit(out_3x3dbl, kernel=3, strides=2, padding=1)
            }),
            "pool": layers.MaxPooling2D(3, strides=2, padding="same")
        })


class InceptionMaxPool(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvNormUnit(352, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(192, kernel=1),
                "conv": ConvNormUnit(320, kernel=3)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(192, kernel=1),
                "conv1": ConvNormUnit(224, kernel=3),
                "conv2": ConvNormUnit(224, kernel=3)
            }),
            "pool": Chain({
                "pool": layers.MaxPooling2D(3, strides=1, padding="same"),
                "proj": ConvNormUnit(128, kernel=1)
            })
        })


class BnInception(Chain):
    """conv1, pool1, conv2 … pool5, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(64, kernel=7, strides=2, padding=3),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "conv2": Chain({
                "reduce": ConvNormUnit(64, kernel=1),
                "conv": ConvNormUnit(192, kernel=3)
            }),
            "pool2": layers.MaxPooling2D(3, strides=2, padding="same"),
            "3a": Inception(64, 64, 64, 64, 96, 32),
            "3b": Inception(64, 64, 96, 64, 96, 64),
            "3c": Reduction(160, 64, 96),
            "4a": Inception(224, 64, 96, 96, 128, 128),
            "4b": Inception(192, 96, 128, 96, 128, 128),
            "4c": Inception(160, 128, 160, 128, 160, 128),
            "4d": Inception(96, 128, 192, 160, 192, 128),
            "4e": Reduction(192, 192, 256),
            "5a": Inception(352, 192, 320, 160, 224, 128),
            "5b": InceptionMaxPool(),
            "pool5": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(1000)
        })


def build_model():
    """A model for pictures of 224×224×3."""
    x = keras.Input((224, 224, 3))
    return keras.Model(x, BnInception()(x))
