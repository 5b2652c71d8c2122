import torch
from torch import nn


class Chain(nn.Sequential):
    """Parts one after another, by name."""

    def __init__(self, parts):
        super().__init__()
        for name, part in parts.items():
            self.add_module(name, part)


class Concat(Chain):
    """Branches on the same input, concatenated along the channels."""

    def forward(self, x):
        return torch.cat([branch(x) for branch in self], 1)


class Sum(Chain):
    """Branches on the same input, added."""

    def forward(self, x):
        return sum(branch(x) for branch in self)


class GlobalAvgPool(nn.Module):
    """Mean over height and width."""

    def forward(self, x):
        return x.mean((2, 3))


class Times(nn.Module):
    """Multiplication by a constant."""

    def __init__(self, by):
        super().__init__()
        self.by = by

    def forward(self, x):
        return self.by * x


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding, bias=False),
            "bn": nn.BatchNorm2d(channels_out, eps=0.001),
            "relu": nn.ReLU(inplace=True)
        })


class StemPool(Concat):
    """Branches pool, 3x3 side by side."""

    def __init__(self):
        super().__init__({
            "pool": nn.MaxPool2d(3, stride=2),
            "3x3": ConvNormUnit(64, 96, kernel=3, stride=2)
        })


class StemFork(Concat):
    """Branches 3x3, 7x7x3 side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(160, 64, kernel=1),
                "conv": ConvNormUnit(64, 96, kernel=3)
            }),
            "7x7x3": Chain({
                "reduce": ConvNormUnit(160, 64, kernel=1),
                "1x7": ConvNormUnit(64, 64, kernel=(1, 7), padding=(0, 3)),
                "7x1": ConvNormUnit(64, 64, kernel=(7, 1), padding=(3, 0)),
                "conv": ConvNormUnit(64, 96, kernel=3)
            })
        })


class StemConv(Concat):
    """Branches 3x3, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": ConvNormUnit(192, 192, kernel=3, stride=2),
            "pool": nn.MaxPool2d(3, stride=2)
        })


class Block35(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(384, 32, kernel=1),
                        "3x3": Chain({
                            "reduce": ConvNormUnit(384, 32, kernel=1),
                            "conv": ConvNormUnit(32, 32, kernel=3, padding=1)
                        }),
                        "3x3dbl": Chain({
                            "reduce": ConvNormUnit(384, 32, kernel=1),
                            "conv1": ConvNormUnit(32, 48, kernel=3, padding=1),
                            "conv2": ConvNormUnit(48, 64, kernel=3, padding=1)
                        })
                    }),
                    "expand": nn.Conv2d(128, 384, 1),
                    "scale": Times(0.17)
                })
            }),
            "relu": nn.ReLU()
        })


class ReductionA(Concat):
    """Branches 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": ConvNormUnit(384, 384, kernel=3, stride=2),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(384, 256, kernel=1),
                "conv1": ConvNormUnit(256, 256, kernel=3, padding=1),
                "conv2": ConvNormUnit(256, 384, kernel=3, stride=2)
            }),
            "pool": nn.MaxPool2d(3, stride=2)
        })


class Block17(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(1152, 192, kernel=1),
                        "7x7": Chain({
                            "reduce": ConvNormUnit(1152, 128, kernel=1),
                            "1x7": ConvNormUnit(128, 160, kernel=(1, 7), padding=(0, 3)),
                            "7x1": ConvNormUnit(160, 192, kernel=(7, 1), padding=(3, 0))
                        })
                    }),
                    "expand": nn.Conv2d(384, 1152, 1),
                    "scale": Times(0.1)
                })
            }),
            "relu": nn.ReLU()
        })


class ReductionB(Concat):
    """Branches 3x3, 3x3b, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(1152, 256, kernel=1),
                "conv": ConvNormUnit(256, 384, kernel=3, stride=2)
            }),
            "3x3b": Chain({
                "reduce": ConvNormUnit(1152, 256, kernel=1),
                "conv": ConvNormUnit(256, 288, kernel=3, stride=2)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(1152, 256, kernel=1),
                "conv1": ConvNormUnit(256, 288, kernel=3, padding=1),
                "conv2": ConvNormUnit(288, 320, kernel=3, stride=2)
            }),
            "pool": nn.MaxPool2d(3, stride=2)
        })


class Block8(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(2144, 192, kernel=1),
                        "3x3": Chain({
                            "reduce": ConvNormUnit(2144, 192, kernel=1),
                            "1x3": ConvNormUnit(192, 224, kernel=(1, 3), padding=(0, 1)),
                            "3x1": ConvNormUnit(224, 256, kernel=(3, 1), padding=(1, 0))
                        })
                    }),
                    "expand": nn.Conv2d(448, 2144, 1),
                    "scale": Times(0.2)
                })
            }),
            "relu": nn.ReLU()
        })


class InceptionResnetV2(Chain):
    """conv1a, conv2a, conv2b … dropout, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1a": ConvNormUnit(3, 32, kernel=3, stride=2),
            "conv2a": ConvNormUnit(32, 32, kernel=3),
            "conv2b": ConvNormUnit(32, 64, kernel=3, padding=1),
            "mixed3a": StemPool(),
            "mixed4a": StemFork(),
            "mixed5a": StemConv(),
            **{f"block35_{i}": Block35() for i in range(1, 6)},
            "mixed6a": ReductionA(),
            **{f"block17_{i}": Block17() for i in range(1, 11)},
            "mixed7a": ReductionB(),
            **{f"block8_{i}": Block8() for i in range(1, 6)},
            "pool": GlobalAvgPool(),
            "dropout": nn.Dropout(0.2),
            "fc": nn.Linear(2144, 1000)
        })
