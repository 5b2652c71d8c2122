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
    """Convolution with margins ((top, bottom), (left, right)) of zeros."""

    def __init__(self, *args, margins, **options):
        super().__init__(*args, **options)
        self.margins = margins

    def call(self, x):
        return super().call(ops.pad(x, ((0, 0), *self.margins, (0, 0))))

    def compute_output_spec(self, x):
        return keras.KerasTensor(self.compute_output_shape(x.shape), self.compute_dtype)

    def compute_output_shape(self, shape):
        batch, height, width, channels = shape
        (top, bottom), (left, right) = self.margins
        return super().compute_output_shape((batch, height + top + bottom, width + left + right, channels))


class PaddedMaxPool2D(layers.Layer):
    """Max pooling with margins ((top, bottom), (left, right)) that never win."""

    def __init__(self, kernel, strides, margins):
        super().__init__()
        self.kernel, self.strides, self.margins = kernel, strides, margins

    def call(self, x):
        x = ops.pad(x, ((0, 0), *self.margins, (0, 0)), constant_values=float("-inf"))
        return ops.max_pool(x, self.kernel, self.strides)


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": layers.Conv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=1e-05),
            "relu": layers.ReLU()
        })


class ProjectionBottleneck(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": Chain({
                    "conv": layers.Conv2D(256, 1, use_bias=False),
                    "bn": layers.BatchNormalization(epsilon=1e-05)
                }),
                "residual": Chain({
                    "reduce": ConvNormUnit(64, kernel=1),
                    "conv": ConvNormUnit(64, kernel=3),
                    "expand": Chain({
                        "conv": layers.Conv2D(256, 1, use_bias=False),
                        "bn": layers.BatchNormalization(epsilon=1e-05)
                    })
                })
            }),
            "relu": layers.ReLU()
        })


class Bottleneck(Chain):
    """sum, relu, one after another."""

    def __init__(self, inner, out):
        super().__init__({
            "sum": Sum({
                "shortcut": layers.Identity(),
                "residual": Chain({
                    "reduce": ConvNormUnit(inner, kernel=1),
                    "conv": ConvNormUnit(inner, kernel=3),
                    "expand": Chain({
                        "conv": layers.Conv2D(out, 1, use_bias=False),
                        "bn": layers.BatchNormalization(epsilon=1e-05)
                    })
                })
            }),
            "relu": layers.ReLU()
        })


class ProjectionBottleneck2(Chain):
    """sum, relu, one after another."""

    def __init__(self, inner, out):
        super().__init__({
            "sum": Sum({
                "shortcut": Chain({
                    "conv": layers.Conv2D(out, 1, strides=2, use_bias=False),
                    "bn": layers.BatchNormalization(epsilon=1e-05)
                }),
                "residual": Chain({
                    "reduce": ConvNormUnit(inner, kernel=1),
                    "conv": Chain({
                        "conv": PaddedConv2D(inner, 3, strides=2, use_bias=False, margins=((1, 0), (1, 0))),
                        "bn": layers.BatchNormalization(epsilon=1e-05),
                        "relu": layers.ReLU()
                    }),
                    "expand": Chain({
                        "conv": layers.Conv2D(out, 1, use_bias=False),
                        "bn": layers.BatchNormalization(epsilon=1e-05)
                    })
                })
            }),
            "relu": layers.ReLU()
        })


class ResNet50(Chain):
    """conv1, pool1, conv2_1 … pool5, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": Chain({
                "conv": PaddedConv2D(64, 7, strides=2, use_bias=False, margins=((3, 2), (3, 2))),
                "bn": layers.BatchNormalization(epsilon=1e-05),
                "relu": layers.ReLU()
            }),
            "pool1": PaddedMaxPool2D(3, strides=2, margins=((1, 0), (1, 0))),
            "conv2_1": ProjectionBottleneck(),
            "conv2_2": Bottleneck(64, 256),
            "conv2_3": Bottleneck(64, 256),
            "conv3_1": ProjectionBottleneck2(128, 512),
            "conv3_2": Bottleneck(128, 512),
            "conv3_3": Bottleneck(128, 512),
            "conv3_4": Bottleneck(128, 512),
            "conv4_1": ProjectionBottleneck2(256, 1024),
            **{f"conv4_{i}": Bottleneck(256, 1024) for i in range(2, 7)},
            "conv5_1": ProjectionBottleneck2(512, 2048),
            "conv5_2": Bottleneck(512, 2048),
            "conv5_3": Bottleneck(512, 2048),
            "pool5": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(1000)
        })


def build_model():
    """A model for pictures of 224×224×3."""
    x = keras.Input((224, 224, 3))
    return keras.Model(x, ResNet50()(x))
