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


class LocalResponseNorm(layers.Layer):
    """Each number divided by a power of the sum of squares of its neighbours along the channels."""

    def __init__(self, size, alpha, beta, bias):
        super().__init__()
        self.size, self.alpha, self.beta, self.bias = size, alpha, beta, bias

    def call(self, x):
        margins = (self.size // 2, (self.size - 1) // 2)
        squares = ops.pad(ops.square(x), ((0, 0), (0, 0), (0, 0), margins))
        total = sum(squares[..., i : i + x.shape[-1]] for i in range(self.size))
        return x / (self.bias + self.alpha / self.size * total) ** self.beta


class ConvUnit(Chain):
    """Convolution and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": PaddedConv2D(filters, kernel, strides, padding),
            "relu": layers.ReLU()
        })


class NaiveInception(Concat):
    """Branches 1x1, 3x3, 5x5, pool side by side."""

    def __init__(self, out_1x1, out_3x3, out_5x5):
        super().__init__({
            "1x1": ConvUnit(out_1x1, kernel=1),
            "3x3": ConvUnit(out_3x3, kernel=3),
            "5x5": ConvUnit(out_5x5, kernel=5),
            "pool": layers.MaxPooling2D(3, strides=1, padding="same")
        })


class GoogLeNet(Chain):
    """conv1, pool1, norm1 … dropout, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvUnit(64, kernel=7, strides=2, padding=3),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "norm1": LocalResponseNorm(5, alpha=0.0001, beta=0.75, bias=1),
            "conv2": Chain({
                "reduce": ConvUnit(64, kernel=1),
                "conv": ConvUnit(192, kernel=3)
            }),
            "norm2": LocalResponseNorm(5, alpha=0.0001, beta=0.75, bias=1),
            "pool2": layers.MaxPooling2D(3, strides=2, padding="same"),
            "3a": NaiveInception(64, 128, 32),
            "3b": NaiveInception(128, 192, 96),
            "pool3": layers.MaxPooling2D(3, strides=2, padding="same"),
            "4a": NaiveInception(192, 208, 48),
            "4b": NaiveInception(160, 224, 64),
            "4c": NaiveInception(128, 256, 64),
            "4d": NaiveInception(112, 288, 64),
            "4e": NaiveInception(256, 320, 128),
            "pool4": layers.MaxPooling2D(3, strides=2, padding="same"),
            "5a": NaiveInception(256, 320, 128),
            "5b": NaiveInception(384, 384, 128),
            "pool5": layers.GlobalAveragePooling2D(),
            "dropout": layers.Dropout(0.4),
            "fc": layers.Dense(1000)
        })


def build_model():
    """A model for pictures of 224×224×3."""
    x = keras.Input((224, 224, 3))
    return keras.Model(x, GoogLeNet()(x))
