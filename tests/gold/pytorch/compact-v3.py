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


class Head(Chain):
    """A head beside the main line, used while training."""


class Trunk(Chain):
    """Parts one after another, with heads beside them."""

    def forward(self, x):
        """Logits; while training also a dict of the heads' logits."""
        heads = {}
        for name, part in self.named_children():
            if not isinstance(part, Head):
                x = part(x)
            elif self.training:
                heads[name] = part(x)
        return (x, heads) if self.training else x


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


class InceptionB(Concat):
    """Branches 1x1, 7x7, 7x7dbl, pool side by side."""

    def __init__(self, channels_in):
        super().__init__({
            "1x1": ConvNormUnit(channels_in, 16, kernel=1),
            "7x7": Chain({
                "reduce": ConvNormUnit(channels_in, 12, kernel=1),
                "1x7": ConvNormUnit(12, 12, kernel=(1, 7), padding=(0, 3)),
                "7x1": ConvNormUnit(12, 24, kernel=(7, 1), padding=(3, 0))
            }),
            "7x7dbl": Chain({
                "reduce": ConvNormUnit(channels_in, 12, kernel=1),
                "7x1a": ConvNormUnit(12, 12, kernel=(7, 1), padding=(3, 0)),
                "1x7a": ConvNormUnit(12, 12, kernel=(1, 7), padding=(0, 3)),
                "7x1b": ConvNormUnit(12, 12, kernel=(7, 1), padding=(3, 0)),
                "1x7b": ConvNormUnit(12, 24, kernel=(1, 7), padding=(0, 3))
            }),
            "pool": Chain({
                "pool": nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False),
                "proj": ConvNormUnit(channels_in, 16, kernel=1)
            })
        })


class AuxiliaryHead(Head):
    """A head beside the main line: pool, conv, flatten, fc1, relu, dropout, fc2."""

    def __init__(self, channels_in, features):
        super().__init__({
            "pool": nn.AvgPool2d(5, stride=3),
            "conv": ConvNormUnit(channels_in, 48, kernel=1),
            "flatten": nn.Flatten(),
            "fc1": nn.Linear(features, 96),
            "relu": nn.ReLU(),
            "dropout": nn.Dropout(0.3),
            "fc2": nn.Linear(96, 10)
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

    def __init__(self, channels_in, out_1x1, reduce_3x3):
        super().__init__({
            "1x1": ConvNormUnit(channels_in, out_1x1, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(channels_in, reduce_3x3, kernel=1),
                "split": Concat({
                    "1x3": ConvNormUnit(reduce_3x3, 36, kernel=(1, 3), padding=(0, 1)),
                    "3x1": ConvNormUnit(reduce_3x3, 36, kernel=(3, 1), padding=(1, 0))
                })
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(channels_in, 44, kernel=1),
                "conv": ConvNormUnit(44, 48, kernel=3, padding=1),
                "split": Concat({
                    "1x3": ConvNormUnit(48, 36, kernel=(1, 3), padding=(0, 1)),
                    "3x1": ConvNormUnit(48, 36, kernel=(3, 1), padding=(1, 0))
                })
            }),
            "pool": Chain({
                "pool": nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False),
                "proj": ConvNormUnit(channels_in, 32, kernel=1)
            })
        })


class CompactV3(Trunk):
    """conv1, pool1, mixed6a … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 32, kernel=3, padding=1),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "mixed6a": InceptionB(32),
            "mixed6b": InceptionB(80),
            "aux1": AuxiliaryHead(80, 768),
            "mixed7a": ReductionB(),
            "mixed7b": InceptionC(156, 52, 56),
            "aux2": AuxiliaryHead(228, 192),
            "mixed7c": InceptionC(228, 52, 56),
            "mixed7d": InceptionC(228, 48, 52),
            "pool": GlobalAvgPool(),
            "fc": nn.Linear(224, 10)
        })
