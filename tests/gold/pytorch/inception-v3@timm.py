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


class InceptionA(Concat):
    """Branches 1x1, 5x5, 3x3dbl, pool side by side."""

    def __init__(self, channels_in, pool_proj):
        super().__init__({
            "1x1": ConvNormUnit(channels_in, 64, kernel=1),
            "5x5": Chain({
                "reduce": ConvNormUnit(channels_in, 48, kernel=1),
                "conv": ConvNormUnit(48, 64, kernel=5, padding=2)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(channels_in, 64, kernel=1),
                "conv1": ConvNormUnit(64, 96, kernel=3, padding=1),
                "conv2": ConvNormUnit(96, 96, kernel=3, padding=1)
            }),
            "pool": Chain({
                "pool": nn.AvgPool2d(3, stride=1, padding=1),
                "proj": ConvNormUnit(channels_in, pool_proj, kernel=1)
            })
        })


class ReductionA(Concat):
    """Branches 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": ConvNormUnit(288, 384, kernel=3, stride=2),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(288, 64, kernel=1),
                "conv1": ConvNormUnit(64, 96, kernel=3, padding=1),
                "conv2": ConvNormUnit(96, 96, kernel=3, stride=2)
            }),
            "pool": nn.MaxPool2d(3, stride=2)
        })


class InceptionB(Concat):
    """Branches 1x1, 7x7, 7x7dbl, pool side by side."""

    def __init__(self, inner_7x7):
        super().__init__({
            "1x1": ConvNormUnit(768, 192, kernel=1),
            "7x7": Chain({
                "reduce": ConvNormUnit(768, inner_7x7, kernel=1),
                "1x7": ConvNormUnit(inner_7x7, inner_7x7, kernel=(1, 7), padding=(0, 3)),
                "7x1": ConvNormUnit(inner_7x7, 192, kernel=(7, 1), padding=(3, 0))
            }),
            "7x7dbl": Chain({
                "reduce": ConvNormUnit(768, inner_7x7, kernel=1),
                "7x1a": ConvNormUnit(inner_7x7, inner_7x7, kernel=(7, 1), padding=(3, 0)),
                "1x7a": ConvNormUnit(inner_7x7, inner_7x7, kernel=(1, 7), padding=(0, 3)),
                "7x1b": ConvNormUnit(inner_7x7, inner_7x7, kernel=(7, 1), padding=(3, 0)),
                "1x7b": ConvNormUnit(inner_7x7, 192, kernel=(1, 7), padding=(0, 3))
            }),
            "pool": Chain({
                "pool": nn.AvgPool2d(3, stride=1, padding=1),
                "proj": ConvNormUnit(768, 192, kernel=1)
            })
        })


class ReductionB(Concat):
    """Branches 3x3, 7x7x3, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(768, 192, kernel=1),
                "conv": ConvNormUnit(192, 320, kernel=3, stride=2)
            }),
            "7x7x3": Chain({
                "reduce": ConvNormUnit(768, 192, kernel=1),
                "1x7": ConvNormUnit(192, 192, kernel=(1, 7), padding=(0, 3)),
                "7x1": ConvNormUnit(192, 192, kernel=(7, 1), padding=(3, 0)),
                "conv": ConvNormUnit(192, 192, kernel=3, stride=2)
            }),
            "pool": nn.MaxPool2d(3, stride=2)
        })


class InceptionC(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self, channels_in):
        super().__init__({
            "1x1": ConvNormUnit(channels_in, 320, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(channels_in, 384, kernel=1),
                "split": Concat({
                    "1x3": ConvNormUnit(384, 384, kernel=(1, 3), padding=(0, 1)),
                    "3x1": ConvNormUnit(384, 384, kernel=(3, 1), padding=(1, 0))
                })
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(channels_in, 448, kernel=1),
                "conv": ConvNormUnit(448, 384, kernel=3, padding=1),
                "split": Concat({
                    "1x3": ConvNormUnit(384, 384, kernel=(1, 3), padding=(0, 1)),
                    "3x1": ConvNormUnit(384, 384, kernel=(3, 1), padding=(1, 0))
                })
            }),
            "pool": Chain({
                "pool": nn.AvgPool2d(3, stride=1, padding=1),
                "proj": ConvNormUnit(channels_in, 192, kernel=1)
            })
        })


class InceptionV3(Chain):
    """conv1a, conv2a, conv2b … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1a": ConvNormUnit(3, 32, kernel=3, stride=2),
            "conv2a": ConvNormUnit(32, 32, kernel=3),
            "conv2b": ConvNormUnit(32, 64, kernel=3, padding=1),
            "pool3a": nn.MaxPool2d(3, stride=2),
            "conv3b": ConvNormUnit(64, 80, kernel=1),
            "conv4a": ConvNormUnit(80, 192, kernel=3),
            "pool5a": nn.MaxPool2d(3, stride=2),
            "mixed5b": InceptionA(192, 32),
            "mixed5c": InceptionA(256, 64),
            "mixed5d": InceptionA(288, 64),
            "mixed6a": ReductionA(),
            "mixed6b": InceptionB(128),
            "mixed6c": InceptionB(160),
            "mixed6d": InceptionB(160),
            "mixed6e": InceptionB(192),
            "mixed7a": ReductionB(),
            "mixed7b": InceptionC(1280),
            "mixed7c": InceptionC(2048),
            "pool": GlobalAvgPool(),
            "fc": nn.Linear(2048, 1000)
        })
