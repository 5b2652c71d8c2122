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


class PaddedMaxPool2D(layers.Layer):
    """Max pooling with margins ((top, bottom), (left, right)) that never win."""

    def __init__(self, kernel, strides, margins):
        super().__init__()
        self.kernel, self.strides, self.margins = kernel, strides, margins

    def call(self, x):
        x = ops.pad(x, ((0, 0), *self.margins, (0, 0)), constant_values=float("-inf"))
        return ops.max_pool(x, self.kernel, self.strides)


class ConvNorm(Chain):
    """Convolution and BatchNorm."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=1e-05)
        })


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": PaddedConv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=1e-05),
            "relu": layers.ReLU()
        })


class Bottleneck(Chain):
    """sum, relu, one after another."""

    def __init__(self, inner, out, strides=1, padding="same", conv_shortcut=False):
        super().__init__({
            "sum": Sum({
                "shortcut": ConvNorm(out, kernel=1, strides=strides) if conv_shortcut else layers.Identity(),
                "residual": Chain({
                    "reduce": ConvNormUnit(inner, kernel=1),
                    "conv": ConvNormUnit(inner, kernel=3, strides=strides, padding=padding),
                    "expand": ConvNorm(out, kernel=1)
                })
            }),
            "relu": layers.ReLU()
        })


class ResNet50(Chain):
    """conv1, pool1, conv2_1 … pool5, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(64, kernel=7, strides=2, padding=3),
            "pool1": PaddedMaxPool2D(3, strides=2, margins=((1, 0), (1, 0))),
            "conv2_1": Bottleneck(64, 256, conv_shortcut=True),
            "conv2_2": Bottleneck(64, 256),
            "conv2_3": Bottleneck(64, 256),
            "conv3_1": Bottleneck(128, 512, strides=2, padding=1, conv_shortcut=True),
            "conv3_2": Bottleneck(128, 512),
            "conv3_3": Bottleneck(128, 512),
            "conv3_4": Bottleneck(128, 512),
            "conv4_1": Bottleneck(256, 1024, strides=2, padding=1, conv_shortcut=True),
            **{f"conv4_{i}": Bottleneck(256, 1024) for i in range(2, 7)},
            "conv5_1": Bottleneck(512, 2048, strides=2, padding=1, conv_shortcut=True),
            "conv5_2": Bottleneck(512, 2048),
            "conv5_3": Bottleneck(512, 2048),
            "pool5": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(1000)
        })


def build_model():
    """A model for pictures of 224×224×3."""
    x = keras.Input((224, 224, 3))
    return keras.Model(x, ResNet50()(x))
