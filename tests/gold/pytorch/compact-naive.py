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


class NaiveInception(Concat):
    """Branches 1x1, 3x3, 5x5, pool side by side."""

    def __init__(self, channels_in, out_3x3):
        super().__init__({
            "1x1": ConvNormUnit(channels_in, 12, kernel=1),
            "3x3": ConvNormUnit(channels_in, out_3x3, kernel=3, padding=1),
            "5x5": ConvNormUnit(channels_in, 4, kernel=5, padding=2),
            "pool": nn.MaxPool2d(3, stride=1, padding=1)
        })


class CompactNaive(Chain):
    """conv1, pool1, conv2 … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 32, kernel=3, padding=1),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "conv2": ConvNormUnit(32, 48, kernel=3, padding=1),
            "3a": NaiveInception(48, 24),
            "pool2": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "4a": NaiveInception(88, 32),
            "4b": NaiveInception(136, 32),
            "4c": NaiveInception(184, 32),
            "4d": NaiveInception(232, 32),
            "pool": GlobalAvgPool(),
            "fc": nn.Linear(280, 10)
        })
