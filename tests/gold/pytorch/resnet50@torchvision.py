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


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding, bias=False),
            "bn": nn.BatchNorm2d(channels_out, eps=1e-05),
            "relu": nn.ReLU(inplace=True)
        })


class ProjectionBottleneck(Chain):
    """sum, relu, one after another."""

    def __init__(self, channels_in, inner, out, stride):
        super().__init__({
            "sum": Sum({
                "shortcut": Chain({
                    "conv": nn.Conv2d(channels_in, out, 1, stride=stride, bias=False),
                    "bn": nn.BatchNorm2d(out, eps=1e-05)
                }),
                "residual": Chain({
                    "reduce": ConvNormUnit(channels_in, inner, kernel=1),
                    "conv": ConvNormUnit(inner, inner, kernel=3, stride=stride, padding=1),
                    "expand": Chain({
                        "conv": nn.Conv2d(inner, out, 1, bias=False),
                        "bn": nn.BatchNorm2d(out, eps=1e-05)
                    })
                })
            }),
            "relu": nn.ReLU()
        })


class Bottleneck(Chain):
    """sum, relu, one after another."""

    def __init__(self, channels_in, inner, out):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "reduce": ConvNormUnit(channels_in, inner, kernel=1),
                    "conv": ConvNormUnit(inner, inner, kernel=3, padding=1),
                    "expand": Chain({
                        "conv": nn.Conv2d(inner, out, 1, bias=False),
                        "bn": nn.BatchNorm2d(out, eps=1e-05)
                    })
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
            "conv2_1": ProjectionBottleneck(64, 64, 256, stride=1),
            "conv2_2": Bottleneck(256, 64, 256),
            "conv2_3": Bottleneck(256, 64, 256),
            "conv3_1": ProjectionBottleneck(256, 128, 512, stride=2),
            "conv3_2": Bottleneck(512, 128, 512),
            "conv3_3": Bottleneck(512, 128, 512),
            "conv3_4": Bottleneck(512, 128, 512),
            "conv4_1": ProjectionBottleneck(512, 256, 1024, stride=2),
            **{f"conv4_{i}": Bottleneck(1024, 256, 1024) for i in range(2, 7)},
            "conv5_1": ProjectionBottleneck(1024, 512, 2048, stride=2),
            "conv5_2": Bottleneck(2048, 512, 2048),
            "conv5_3": Bottleneck(2048, 512, 2048),
            "pool5": GlobalAvgPool(),
            "fc": nn.Linear(2048, 1000)
        })
