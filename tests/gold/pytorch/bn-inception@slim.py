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


class ConvUnit(Chain):
    """Convolution and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding),
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

    def __init__(self, channels_in, out_3x3, reduce_3x3dbl, out_3x3dbl):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(channels_in, 128, kernel=1),
                "conv": ConvNormUnit(128, out_3x3, kernel=3, stride=2, padding=(0, 1, 0, 1))
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(channels_in, reduce_3x3dbl, kernel=1),
                "conv1": ConvNormUnit(reduce_3x3dbl, out_3x3dbl, kernel=3, padding=1),
                "conv2": ConvNormUnit(out_3x3dbl, out_3x3dbl, kernel=3, stride=2, padding=(0, 1, 0, 1))
            }),
            "pool": nn.Sequential(nn.ConstantPad2d((0, 1, 0, 1), float("-inf")), nn.MaxPool2d(3, stride=2))
        })


class InceptionMaxPool(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvNormUnit(1024, 352, kernel=1),
            "3x3": Chain({
                "reduce": ConvNormUnit(1024, 192, kernel=1),
                "conv": ConvNormUnit(192, 320, kernel=3, padding=1)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(1024, 192, kernel=1),
                "conv1": ConvNormUnit(192, 224, kernel=3, padding=1),
                "conv2": ConvNormUnit(224, 224, kernel=3, padding=1)
            }),
            "pool": Chain({
                "pool": nn.MaxPool2d(3, stride=1, padding=1),
                "proj": ConvNormUnit(1024, 128, kernel=1)
            })
        })


class BnInception(Chain):
    """conv1, pool1, conv2 … pool5, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": Chain({
                "depthwise": PaddedConv2d(3, 24, 7, stride=2, padding=(2, 3, 2, 3), groups=3, bias=False),
                "pointwise": ConvUnit(24, 64, kernel=1)
            }),
            "pool1": nn.Sequential(nn.ConstantPad2d((0, 1, 0, 1), float("-inf")), nn.MaxPool2d(3, stride=2)),
            "conv2": Chain({
                "reduce": ConvNormUnit(64, 64, kernel=1),
                "conv": ConvNormUnit(64, 192, kernel=3, padding=1)
            }),
            "pool2": nn.Sequential(nn.ConstantPad2d((0, 1, 0, 1), float("-inf")), nn.MaxPool2d(3, stride=2)),
            "3a": Inception(192, 64, 64, 64, 64, 96, 32),
            "3b": Inception(256, 64, 64, 96, 64, 96, 64),
            "3c": Reduction(320, 160, 64, 96),
            "4a": Inception(576, 224, 64, 96, 96, 128, 128),
            "4b": Inception(576, 192, 96, 128, 96, 128, 128),
            "4c": Inception(576, 160, 128, 160, 128, 160, 96),
            "4d": Inception(576, 96, 128, 192, 160, 192, 96),
            "4e": Reduction(576, 192, 192, 256),
            "5a": Inception(1024, 352, 192, 320, 160, 224, 128),
            "5b": InceptionMaxPool(),
            "pool5": GlobalAvgPool(),
            "fc": nn.Linear(1024, 1001)
        })
