from torch import nn


class Chain(nn.Sequential):
    """Parts one after another, by name."""

    def __init__(self, parts):
        super().__init__()
        for name, part in parts.items():
            self.add_module(name, part)


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


class MlpConv(Chain):
    """conv, cccp1, cccp2, one after another."""

    def __init__(self, channels_in, channels, kernel, padding):
        super().__init__({
            "conv": ConvNormUnit(channels_in, channels, kernel=kernel, padding=padding),
            "cccp1": ConvNormUnit(channels, channels, kernel=1),
            "cccp2": ConvNormUnit(channels, channels, kernel=1)
        })


class ClassMaps(Chain):
    """conv, cccp1, cccp2, one after another."""

    def __init__(self):
        super().__init__({
            "conv": ConvNormUnit(96, 128, kernel=3, padding=1),
            "cccp1": ConvNormUnit(128, 128, kernel=1),
            "cccp2": nn.Conv2d(128, 10, 1)
        })


class CompactNin(Chain):
    """mlpconv1, pool1, mlpconv2, pool2, mlpconv3, pool3, one after another."""

    def __init__(self):
        super().__init__({
            "mlpconv1": MlpConv(3, 32, kernel=5, padding=2),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "mlpconv2": MlpConv(32, 96, kernel=3, padding=1),
            "pool2": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "mlpconv3": ClassMaps(),
            "pool3": GlobalAvgPool()
        })
