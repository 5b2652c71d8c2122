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


class CompactPlain(Chain):
    """conv1, pool1, conv2 … pool, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 32, kernel=3, padding=1),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "conv2": ConvNormUnit(32, 40, kernel=3, padding=1),
            "conv3": ConvNormUnit(40, 52, kernel=3, padding=1),
            "pool2": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "conv4": ConvNormUnit(52, 80, kernel=3, padding=1),
            "conv5": ConvNormUnit(80, 88, kernel=3, padding=1),
            "conv6": ConvNormUnit(88, 92, kernel=3, padding=1),
            "conv7": ConvNormUnit(92, 96, kernel=3, padding=1),
            "pool": GlobalAvgPool(),
            "fc": nn.Linear(96, 10)
        })
