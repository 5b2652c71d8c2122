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


class ChannelsFirstFlatten(layers.Layer):
    """All numbers in one row, in PyTorch's order: channel, height, width."""

    def call(self, x):
        x = ops.transpose(x, (0, 3, 1, 2))
        return ops.reshape(x, (-1, x.shape[1] * x.shape[2] * x.shape[3]))


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            "conv": PaddedConv2D(filters, kernel, strides, padding, use_bias=False),
            "bn": layers.BatchNormalization(epsilon=0.001),
            "relu": layers.ReLU()
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


class AuxiliaryHead(Head):
    """A head beside the main line: pool, conv, flatten, fc1, relu, dropout, fc2."""

    def __init__(self):
        super().__init__({
            "pool": layers.AveragePooling2D(5, strides=3),
            "conv": ConvNormUnit(48, kernel=1),
            "flatten": ChannelsFirstFlatten(),
            "fc1": layers.Dense(96),
            "relu": layers.ReLU(),
            "dropout": layers.Dropout(0.3),
            "fc2": layers.Dense(10)
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

    def __init__(self, out_1x1, reduce_3x3):
        super().__init__({
            "1x1": ConvNormUnit(out_1x1, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(reduce_3x3, kernel=1),
                "split": Concat({
                    "1x3": ConvNormUnit(36, kernel=(1, 3)),
                    "3x1": ConvNormUnit(36, kernel=(3, 1))
                })
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(44, kernel=1),
                "conv": ConvNormUnit(48, kernel=3),
                "split": Concat({
                    "1x3": ConvNormUnit(36, kernel=(1, 3)),
                    "3x1": ConvNormUnit(36, kernel=(3, 1))
                })
            }),
            "pool": Chain({
                "pool": layers.AveragePooling2D(3, strides=1, padding="same"),
                "proj": ConvNormUnit(32, kernel=1)
            })
        })


class CompactV3(Trunk):
    """conv1, pool1, mixed6a … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(32, kernel=3),
            "pool1": layers.MaxPooling2D(3, strides=2, padding="same"),
            "mixed6a": InceptionB(),
            "mixed6b": InceptionB(),
            "aux1": AuxiliaryHead(),
            "mixed7a": ReductionB(),
            "mixed7b": InceptionC(52, 56),
            "aux2": AuxiliaryHead(),
            "mixed7c": InceptionC(52, 56),
            "mixed7d": InceptionC(48, 52),
            "pool": layers.GlobalAveragePooling2D(),
            "fc": layers.Dense(10)
        })


def build_model(heads=False):
    """A model for pictures of 32×32×3."""
    x = keras.Input((32, 32, 3))
    return keras.Model(x, CompactV3()(x, heads=heads))
