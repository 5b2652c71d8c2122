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


class Inception(Concat):
    """Branches 1x1, 3x3, 5x5, pool side by side."""

    def __init__(self, channels_in, out_1x1, reduce_3x3, out_3x3, reduce_5x5, out_5x5, pool_proj):
        super().__init__({
            "1x1": ConvNormUnit(channels_in, out_1x1, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(channels_in, reduce_3x3, kernel=1),
                "conv": ConvNormUnit(reduce_3x3, out_3x3, kernel=3, padding=1)
            }),
            "5x5": Chain({
                "reduce": ConvNormUnit(channels_in, reduce_5x5, kernel=1),
                "conv": ConvNormUnit(reduce_5x5, out_5x5, kernel=3, padding=1)
            }),
            "pool": Chain({
                "pool": nn.MaxPool2d(3, stride=1, padding=1),
                "proj": ConvNormUnit(channels_in, pool_proj, kernel=1)
            })
        })


class AuxiliaryHead(Head):
    """A head beside the main line: pool, conv, flatten, fc1, relu, dropout, fc2."""

    def __init__(self, channels_in):
        super().__init__({
            "pool": nn.AdaptiveAvgPool2d(4),
            "conv": ConvNormUnit(channels_in, 128, kernel=1),
            "flatten": nn.Flatten(),
            "fc1": nn.Linear(2048, 1024),
            "relu": nn.ReLU(),
            "dropout": nn.Dropout(0.7),
            "fc2": nn.Linear(1024, 1000)
        })


class GoogLeNet(Trunk):
    """conv1, pool1, conv2 … dropout, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 64, kernel=7, stride=2, padding=3),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "conv2": Chain({
                "reduce": ConvNormUnit(64, 64, kernel=1),
                "conv": ConvNormUnit(64, 192, kernel=3, padding=1)
            }),
            "pool2": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "3a": Inception(192, 64, 96, 128, 16, 32, 32),
            "3b": Inception(256, 128, 128, 192, 32, 96, 64),
            "pool3": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "4a": Inception(480, 192, 96, 208, 16, 48, 64),
            "aux1": AuxiliaryHead(512),
            "4b": Inception(512, 160, 112, 224, 24, 64, 64),
            "4c": Inception(512, 128, 128, 256, 24, 64, 64),
            "4d": Inception(512, 112, 144, 288, 32, 64, 64),
            "aux2": AuxiliaryHead(528),
            "4e": Inception(528, 256, 160, 320, 32, 128, 128),
            "pool4": nn.MaxPool2d(2, stride=2, ceil_mode=True),
            "5a": Inception(832, 256, 160, 320, 32, 128, 128),
            "5b": Inception(832, 384, 192, 384, 48, 128, 128),
            "pool5": GlobalAvgPool(),
            "dropout": nn.Dropout(0.2),
            "fc": nn.Linear(1024, 1000)
        })
