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


class Block16(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(56, 16, kernel=1),
                        "7x7": Chain({
                            "reduce": ConvNormUnit(56, 12, kernel=1),
                            "1x7": ConvNormUnit(12, 14, kernel=(1, 7), padding=(0, 3)),
                            "7x1": ConvNormUnit(14, 16, kernel=(7, 1), padding=(3, 0))
                        })
                    }),
                    "expand": nn.Conv2d(32, 56, 1),
                    "scale": Times(0.2)
                })
            }),
            "relu": nn.ReLU()
        })


class ReductionB(Concat):
    """Branches 3x3, 3x3b, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(56, 24, kernel=1),
                "conv": ConvNormUnit(24, 48, kernel=3, stride=2, padding=1)
            }),
            "3x3b": Chain({
                "reduce": ConvNormUnit(56, 24, kernel=1),
                "conv": ConvNormUnit(24, 44, kernel=3, stride=2, padding=1)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(56, 24, kernel=1),
                "conv1": ConvNormUnit(24, 32, kernel=3, padding=1),
                "conv2": ConvNormUnit(32, 44, kernel=3, stride=2, padding=1)
            }),
            "pool": nn.MaxPool2d(3, stride=2, ceil_mode=True)
        })


class Block8(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(192, 40, kernel=1),
                        "3x3": Chain({
                            "reduce": ConvNormUnit(192, 40, kernel=1),
                            "1x3": ConvNormUnit(40, 44, kernel=(1, 3), padding=(0, 1)),
                            "3x1": ConvNormUnit(44, 52, kernel=(3, 1), padding=(1, 0))
                        })
                    }),
                    "expand": nn.Conv2d(92, 192, 1),
                    "scale": Times(0.2)
                })
            }),
            "relu": nn.ReLU()
        })


class CompactResnet(Chain):
    """conv1, pool1, conv2 … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 24, kernel=3, padding=1),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "conv2": ConvNormUnit(24, 56, kernel=3, padding=1),
            "block16_1": Block16(),
            "block16_2": Block16(),
            "mixed7a": ReductionB(),
            **{f"block8_{i}": Block8() for i in range(1, 5)},
            "conv3": ConvNormUnit(192, 168, kernel=1),
            "pool": GlobalAvgPool(),
            "fc": nn.Linear(168, 10)
        })
