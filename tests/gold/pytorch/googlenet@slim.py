import torch
from torch import nn
from torch.nn import functional as F


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


class ShiftNorm2d(nn.BatchNorm2d):
    """BatchNorm with a shift (beta) but no scale (gamma)."""

    def __init__(self, channels, eps):
        super().__init__(channels, eps)
        self.weight = None


class PaddedConv2d(nn.Conv2d):
    """Convolution whose padding may also be uneven: margins (left, right, top, bottom) of zeros."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0, **options):
        uneven = isinstance(padding, tuple) and len(padding) == 4
        super().__init__(channels_in, channels_out, kernel, stride, 0 if uneven else padding, **options)
        self.margins = padding if uneven else (0, 0)

    def forward(self, x):
        return super().forward(F.pad(x, self.margins))


class GlobalAvgPool(nn.Module):
    """Mean over height and width."""

    def forward(self, x):
        return x.mean((2, 3))


class ConvNormUnit(Chain):
    """Convolution, BatchNorm without a scale and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": PaddedConv2d(channels_in, channels_out, kernel, stride, padding, bias=False),
            "bn": ShiftNorm2d(channels_out, eps=0.001),
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


class GoogLeNet(Chain):
    """conv1, pool1, conv2 … dropout, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 64, kernel=7, stride=2, padding=(2, 3, 2, 3)),
            "pool1": nn.Sequential(nn.ConstantPad2d((0, 1, 0, 1), float("-inf")), nn.MaxPool2d(3, stride=2)),
            "conv2": Chain({
                "reduce": ConvNormUnit(64, 64, kernel=1),
                "conv": ConvNormUnit(64, 192, kernel=3, padding=1)
            }),
            "pool2": nn.Sequential(nn.ConstantPad2d((0, 1, 0, 1), float("-inf")), nn.MaxPool2d(3, stride=2)),
            "3a": Inception(192, 64, 96, 128, 16, 32, 32),
            "3b": Inception(256, 128, 128, 192, 32, 96, 64),
            "pool3": nn.Sequential(nn.ConstantPad2d((0, 1, 0, 1), float("-inf")), nn.MaxPool2d(3, stride=2)),
            "4a": Inception(480, 192, 96, 208, 16, 48, 64),
            "4b": Inception(512, 160, 112, 224, 24, 64, 64),
            "4c": Inception(512, 128, 128, 256, 24, 64, 64),
            "4d": Inception(512, 112, 144, 288, 32, 64, 64),
            "4e": Inception(528, 256, 160, 320, 32, 128, 128),
            "pool4": nn.MaxPool2d(2, stride=2),
            "5a": Inception(832, 256, 160, 320, 32, 128, 128),
            "5b": Inception(832, 384, 192, 384, 48, 128, 128),
            "pool5": GlobalAvgPool(),
            "dropout": nn.Dropout(0.2),
            "fc": nn.Linear(1024, 1001)
        })
