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
                "conv": ConvNormUnit(reduce_5x5, out_5x5, kernel=5, padding=2)
            }),
            "pool": Chain({
                "pool": nn.MaxPool2d(3, stride=1, padding=1),
                "proj": ConvNormUnit(channels_in, pool_proj, kernel=1)
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


class CompactV1(Trunk):
    """conv1, pool1, 3a … pool3, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 32, kernel=3, padding=1),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "3a": Inception(32, 20, 20, 40, 6, 12, 12),
            "3b": Inception(84, 28, 24, 48, 6, 12, 16),
            "aux1": AuxiliaryHead(104, 768),
            "pool2": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "4a": Inception(104, 44, 44, 80, 8, 20, 28),
            "4b": Inception(172, 48, 48, 88, 8, 24, 32),
            "aux2": AuxiliaryHead(192, 192),
            "4c": Inception(192, 48, 48, 88, 8, 24, 32),
            "4d": Inception(192, 52, 48, 92, 8, 24, 32),
            "pool3": GlobalAvgPool(),
            "fc": nn.Linear(200, 10)
        })
