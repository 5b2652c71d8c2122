from torch import nn


class Chain(nn.Sequential):
    """Parts one after another, by name."""

    def __init__(self, parts):
        super().__init__()
        for name, part in parts.items():
            self.add_module(name, part)


class Sum(Chain):
    """Branches on the same input, added."""

    def forward(self, x):
        return sum(branch(x) for branch in self)


class GlobalAvgPool(nn.Module):
    """Mean over height and width."""

    def forward(self, x):
        return x.mean((2, 3))


class ConvNorm(Chain):
    """Convolution and BatchNorm."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding, bias=False),
            "bn": nn.BatchNorm2d(channels_out, eps=1e-05)
        })


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding, bias=False),
            "bn": nn.BatchNorm2d(channels_out, eps=1e-05),
            "relu": nn.ReLU(inplace=True)
        })


class Bottleneck(Chain):
    """sum, relu, one after another."""

    def __init__(self, channels_in, inner, out, stride=1, conv_shortcut=False):
        super().__init__({
            "sum": Sum({
                "shortcut": ConvNorm(channels_in, out, kernel=1, stride=stride) if conv_shortcut else nn.Identity(),
                "residual": Chain({
                    "reduce": ConvNormUnit(channels_in, inner, kernel=1),
                    "conv": ConvNormUnit(inner, inner, kernel=3, stride=stride, padding=1),
                    "expand": ConvNorm(inner, out, kernel=1)
                })
            }),
            "relu": nn.ReLU()
        })


class ResNet50(Chain):
    """conv1, pool1, conv2_1 … pool5, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 64, kernel=7, stride=2, padding=3),
            "pool1": nn.MaxPool2d(3, stride=2, padding=1),
            "conv2_1": Bottleneck(64, 64, 256, conv_shortcut=True),
            "conv2_2": Bottleneck(256, 64, 256),
            "conv2_3": Bottleneck(256, 64, 256),
            "conv3_1": Bottleneck(256, 128, 512, stride=2, conv_shortcut=True),
            "conv3_2": Bottleneck(512, 128, 512),
            "conv3_3": Bottleneck(512, 128, 512),
            "conv3_4": Bottleneck(512, 128, 512),
            "conv4_1": Bottleneck(512, 256, 1024, stride=2, conv_shortcut=True),
            **{f"conv4_{i}": Bottleneck(1024, 256, 1024) for i in range(2, 7)},
            "conv5_1": Bottleneck(1024, 512, 2048, stride=2, conv_shortcut=True),
            "conv5_2": Bottleneck(2048, 512, 2048),
            "conv5_3": Bottleneck(2048, 512, 2048),
            "pool5": GlobalAvgPool(),
            "fc": nn.Linear(2048, 1000)
        })
