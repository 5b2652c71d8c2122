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


class Inception(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self, channels_in, out_1x1, reduce_3x3, out_3x3, reduce_3x3dbl, out_3x3dbl, pool_proj):
        super().__init__({
            "1x1": ConvNormUnit(channels_in, out_1x1, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(channels_in, reduce_3x3, kernel=1),
                "conv": ConvNormUnit(reduce_3x3, out_3x3, kernel=3, padding=1)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(channels_in, reduce_3x3dbl, kernel=1),
                "conv1": ConvNormUnit(reduce_3x3dbl, out_3x3dbl, kernel=3, padding=1),
                "conv2": ConvNormUnit(out_3x3dbl, out_3x3dbl, kernel=3, padding=1)
            }),
            "pool": Chain({
                "pool": nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False),
                "proj": ConvNormUnit(channels_in, pool_proj, kernel=1)
            })
        })


class Reduction(Concat):
    """Branches 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(88, 24, kernel=1),
                "conv": ConvNormUnit(24, 48, kernel=3, stride=2, padding=1)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(88, 12, kernel=1),
                "conv1": ConvNormUnit(12, 20, kernel=3, padding=1),
                "conv2": ConvNormUnit(20, 20, kernel=3, stride=2, padding=1)
            }),
            "pool": nn.MaxPool2d(3, stride=2, ceil_mode=True)
        })


class InceptionMaxPool(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvNormUnit(176, 40, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(176, 40, kernel=1),
                "conv": ConvNormUnit(40, 76, kernel=3, padding=1)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(176, 12, kernel=1),
                "conv1": ConvNormUnit(12, 28, kernel=3, padding=1),
                "conv2": ConvNormUnit(28, 28, kernel=3, padding=1)
            }),
            "pool": Chain({
                "pool": nn.MaxPool2d(3, stride=1, padding=1),
                "proj": ConvNormUnit(176, 28, kernel=1)
            })
        })


class CompactV2(Chain):
    """conv1, pool1, 3a … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 32, kernel=3, padding=1),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "3a": Inception(32, 16, 16, 32, 8, 12, 12),
            "3b": Inception(72, 20, 20, 36, 8, 16, 16),
            "3c": Reduction(),
            "4a": Inception(156, 40, 44, 72, 12, 24, 28),
            "4b": Inception(164, 44, 44, 80, 12, 28, 28),
            "4c": Inception(180, 44, 44, 76, 12, 28, 28),
            "4d": InceptionMaxPool(),
            "pool": GlobalAvgPool(),
            "fc": nn.Linear(172, 10)
        })
