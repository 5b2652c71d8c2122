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


class ConvUnit(Chain):
    """Convolution and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding),
            "relu": nn.ReLU(inplace=True)
        })


class NaiveInception(Concat):
    """Branches 1x1, 3x3, 5x5, pool side by side."""

    def __init__(self, channels_in, out_1x1, out_3x3, out_5x5):
        super().__init__({
            "1x1": ConvUnit(channels_in, out_1x1, kernel=1),
            "3x3": ConvUnit(channels_in, out_3x3, kernel=3, padding=1),
            "5x5": ConvUnit(channels_in, out_5x5, kernel=5, padding=2),
            "pool": nn.MaxPool2d(3, stride=1, padding=1)
        })


class GoogLeNet(Chain):
    """conv1, pool1, norm1 … dropout, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvUnit(3, 64, kernel=7, stride=2, padding=3),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "norm1": nn.LocalResponseNorm(5, alpha=0.0001, beta=0.75, k=1),
            "conv2": Chain({
                "reduce": ConvUnit(64, 64, kernel=1),
                "conv": ConvUnit(64, 192, kernel=3, padding=1)
            }),
            "norm2": nn.LocalResponseNorm(5, alpha=0.0001, beta=0.75, k=1),
            "pool2": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "3a": NaiveInception(192, 64, 128, 32),
            "3b": NaiveInception(416, 128, 192, 96),
            "pool3": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "4a": NaiveInception(832, 192, 208, 48),
            "4b": NaiveInception(1280, 160, 224, 64),
            "4c": NaiveInception(1728, 128, 256, 64),
            "4d": NaiveInception(2176, 112, 288, 64),
            "4e": NaiveInception(2640, 256, 320, 128),
            "pool4": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "5a": NaiveInception(3344, 256, 320, 128),
            "5b": NaiveInception(4048, 384, 384, 128),
            "pool5": GlobalAvgPool(),
            "dropout": nn.Dropout(0.4),
            "fc": nn.Linear(4944, 1000)
        })
