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


class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0, eps=0.001):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding, bias=False),
            "bn": nn.BatchNorm2d(channels_out, eps),
            "relu": nn.ReLU(inplace=True)
        })


class GlobalAvgPool(nn.Module):
    """Mean over height and width."""

    def forward(self, x):
        return x.mean((2, 3))


class Bottleneck(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": Chain({
                    "conv": nn.Conv2d(64, 256, 1, bias=False),
                    "bn": nn.BatchNorm2d(256, eps=1e-05)
                }),
                "residual": Chain({
                    "reduce": ConvNormUnit(64, 64, kernel=1, eps=1e-05),
                    "conv": ConvNormUnit(64, 64, kernel=3, padding=1, eps=1e-05),
                    "expand": Chain({
                        "conv": nn.Conv2d(64, 256, 1, bias=False),
                        "bn": nn.BatchNorm2d(256, eps=1e-05)
                    })
                })
            }),
            "relu": nn.ReLU()
        })


class Bottleneck2(Chain):
    """sum, relu, one after another."""

    def __init__(self, channels_in, sum_residual_reduce, sum_residual, sum_residual_expand):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "reduce": ConvNormUnit(channels_in, sum_residual_reduce, kernel=1, eps=1e-05),
                    "conv": ConvNormUnit(sum_residual_reduce, sum_residual, kernel=3, padding=1, eps=1e-05),
                    "expand": Chain({
                        "conv": nn.Conv2d(sum_residual, sum_residual_expand, 1, bias=False),
                        "bn": nn.BatchNorm2d(sum_residual_expand, eps=1e-05)
                    })
                })
            }),
            "relu": nn.ReLU()
        })


class Bottleneck3(Chain):
    """sum, relu, one after another."""

    def __init__(self, channels_in, sum_shortcut, sum_residual_reduce, sum_residual, sum_residual_expand):
        super().__init__({
            "sum": Sum({
                "shortcut": Chain({
                    "conv": nn.Conv2d(channels_in, sum_shortcut, 1, stride=2, bias=False),
                    "bn": nn.BatchNorm2d(sum_shortcut, eps=1e-05)
                }),
                "residual": Chain({
                    "reduce": ConvNormUnit(channels_in, sum_residual_reduce, kernel=1, eps=1e-05),
                    "conv": ConvNormUnit(sum_residual_reduce, sum_residual, kernel=3, stride=2, padding=1, eps=1e-05),
                    "expand": Chain({
                        "conv": nn.Conv2d(sum_residual, sum_residual_expand, 1, bias=False),
                        "bn": nn.BatchNorm2d(sum_residual_expand, eps=1e-05)
                    })
                })
            }),
            "relu": nn.ReLU()
        })


class ResNet50(Chain):
    """conv1, pool1, conv2_1 … pool5, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": ConvNormUnit(3, 64, kernel=7, stride=2, padding=3, eps=1e-05),
            "pool1": nn.MaxPool2d(3, stride=2, padding=1),
            "conv2_1": Bottleneck(),
            "conv2_2": Bottleneck2(256, 64, 64, 256),
            "conv2_3": Bottleneck2(256, 64, 64, 256),
            "conv3_1": Bottleneck3(256, 512, 128, 128, 512),
            "conv3_2": Bottleneck2(512, 128, 128, 512),
            "conv3_3": Bottleneck2(512, 128, 128, 512),
            "conv3_4": Bottleneck2(512, 128, 128, 512),
            "conv4_1": Bottleneck3(512, 1024, 256, 256, 1024),
            "conv4_2": Bottleneck2(1024, 256, 256, 1024),
            "conv4_3": Bottleneck2(1024, 256, 256, 1024),
            "conv4_4": Bottleneck2(1024, 256, 256, 1024),
            "conv4_5": Bottleneck2(1024, 256, 256, 1024),
            "conv4_6": Bottleneck2(1024, 256, 256, 1024),
            "conv5_1": Bottleneck3(1024, 2048, 512, 512, 2048),
            "conv5_2": Bottleneck2(2048, 512, 512, 2048),
            "conv5_3": Bottleneck2(2048, 512, 512, 2048),
            "pool5": GlobalAvgPool(),
            "fc": nn.Linear(2048, 1000)
        })
