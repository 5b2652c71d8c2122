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


class GlobalAvgPool(nn.Module):
    """Mean over height and width."""

    def forward(self, x):
        return x.mean((2, 3))


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
            "pool": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "3x3": ConvNormUnit(20, 20, kernel=3, stride=2, padding=1)
        })


class StemFork(Concat):
    """Branches 3x3, 7x7x3 side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(40, 16, kernel=1),
                "conv": ConvNormUnit(16, 24, kernel=3, padding=1)
            }),
            "7x7x3": Chain({
                "reduce": ConvNormUnit(40, 16, kernel=1),
                "1x7": ConvNormUnit(16, 16, kernel=(1, 7), padding=(0, 3)),
                "7x1": ConvNormUnit(16, 16, kernel=(7, 1), padding=(3, 0)),
                "conv": ConvNormUnit(16, 24, kernel=3, padding=1)
            })
        })


class InceptionB(Concat):
    """Branches 1x1, 7x7, 7x7dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvNormUnit(48, 16, kernel=1),
            "7x7": Chain({
                "reduce": ConvNormUnit(48, 12, kernel=1),
                "1x7": ConvNormUnit(12, 12, kernel=(1, 7), padding=(0, 3)),
                "7x1": ConvNormUnit(12, 24, kernel=(7, 1), padding=(3, 0))
            }),
            "7x7dbl": Chain({
                "reduce": ConvNormUnit(48, 12, kernel=1),
                "7x1a": ConvNormUnit(12, 12, kernel=(7, 1), padding=(3, 0)),
                "1x7a": ConvNormUnit(12, 12, kernel=(1, 7), padding=(0, 3)),
                "7x1b": ConvNormUnit(12, 12, kernel=(7, 1), padding=(3, 0)),
                "1x7b": ConvNormUnit(12, 24, kernel=(1, 7), padding=(0, 3))
            }),
            "pool": Chain({
                "pool": nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False),
                "proj": ConvNormUnit(48, 16, kernel=1)
            })
        })


class ReductionB(Concat):
    """Branches 3x3, 7x7x3, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(80, 20, kernel=1),
                "conv": ConvNormUnit(20, 44, kernel=3, stride=2, padding=1)
            }),
            "7x7x3": Chain({
                "reduce": ConvNormUnit(80, 20, kernel=1),
                "1x7": ConvNormUnit(20, 20, kernel=(1, 7), padding=(0, 3)),
                "7x1": ConvNormUnit(20, 20, kernel=(7, 1), padding=(3, 0)),
                "conv": ConvNormUnit(20, 32, kernel=3, stride=2, padding=1)
            }),
            "pool": nn.MaxPool2d(3, stride=2, ceil_mode=True)
        })


class InceptionC(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self, channels_in):
        super().__init__({
            "1x1": ConvNormUnit(channels_in, 44, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(channels_in, 52, kernel=1),
                "split": Concat({
                    "1x3": ConvNormUnit(52, 36, kernel=(1, 3), padding=(0, 1)),
                    "3x1": ConvNormUnit(52, 36, kernel=(3, 1), padding=(1, 0))
                })
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(channels_in, 48, kernel=1),
                "3x1": ConvNormUnit(48, 52, kernel=(3, 1), padding=(1, 0)),
                "1x3": ConvNormUnit(52, 56, kernel=(1, 3), padding=(0, 1)),
                "split": Concat({
                    "1x3": ConvNormUnit(56, 36, kernel=(1, 3), padding=(0, 1)),
                    "3x1": ConvNormUnit(56, 36, kernel=(3, 1), padding=(1, 0))
                })
            }),
            "pool": Chain({
                "pool": nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False),
                "proj": ConvNormUnit(channels_in, 40, kernel=1)
            })
        })


class CompactV4(Chain):
    """conv1, mixed3a, mixed4a … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 20, kernel=3, padding=1),
            "mixed3a": StemPool(),
            "mixed4a": StemFork(),
            "mixed6b": InceptionB(),
            "mixed7a": ReductionB(),
            "mixed7b": InceptionC(156),
            "mixed7c": InceptionC(228),
            "mixed7d": InceptionC(228),
            "pool": GlobalAvgPool(),
            "fc": nn.Linear(228, 10)
        })
