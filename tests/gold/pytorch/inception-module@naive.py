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


class ConvUnit(Chain):
    """Convolution and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding),
            "relu": nn.ReLU(inplace=True)
        })


class NaiveInception(Concat):
    """Branches 1x1, 3x3, 5x5, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvUnit(192, 64, kernel=1),
            "3x3": ConvUnit(192, 128, kernel=3, padding=1),
            "5x5": ConvUnit(192, 32, kernel=5, padding=2),
            "pool": nn.MaxPool2d(3, stride=1, padding=1)
        })


class Network(Chain):
    """3a, one after another."""

    def __init__(self):
        super().__init__({
            "3a": NaiveInception()
        })
