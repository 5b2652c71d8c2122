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


class Inception(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self, channels_in, c1x1, c3x3_reduce, c3x3, c3x3dbl_reduce, c3x3dbl_conv1, c3x3dbl_conv2, pool_proj):
        super().__init__({
            "1x1": Chain({
                "conv": nn.Conv2d(channels_in, c1x1, 1),
                "bn": nn.BatchNorm2d(c1x1, eps=1e-05),
                "relu": nn.ReLU()
            }),
            "3x3": Chain({
                "reduce": Chain({
                    "conv": nn.Conv2d(channels_in, c3x3_reduce, 1),
                    "bn": nn.BatchNorm2d(c3x3_reduce, eps=1e-05),
                    "relu": nn.ReLU()
                }),
                "conv": Chain({
                    "conv": nn.Conv2d(c3x3_reduce, c3x3, 3, padding=1),
                    "bn": nn.BatchNorm2d(c3x3, eps=1e-05),
                    "relu": nn.ReLU()
                })
            }),
            "3x3dbl": Chain({
                "reduce": Chain({
                    "conv": nn.Conv2d(channels_in, c3x3dbl_reduce, 1),
                    "bn": nn.BatchNorm2d(c3x3dbl_reduce, eps=1e-05),
                    "relu": nn.ReLU()
                }),
                "conv1": Chain({
                    "conv": nn.Conv2d(c3x3dbl_reduce, c3x3dbl_conv1, 3, padding=1),
                    "bn": nn.BatchNorm2d(c3x3dbl_conv1, eps=1e-05),
                    "relu": nn.ReLU()
                }),
                "conv2": Chain({
                    "conv": nn.Conv2d(c3x3dbl_conv1, c3x3dbl_conv2, 3, padding=1),
                    "bn": nn.BatchNorm2d(c3x3dbl_conv2, eps=1e-05),
                    "relu": nn.ReLU()
                })
            }),
            "pool": Chain({
                "pool": nn.AvgPool2d(3, stride=1, padding=1),
                "proj": Chain({
                    "conv": nn.Conv2d(channels_in, pool_proj, 1),
                    "bn": nn.BatchNorm2d(pool_proj, eps=1e-05),
                    "relu": nn.ReLU()
                })
            })
        })


class Reduction(Concat):
    """Branches 3x3, 3x3dbl, pool side by side."""

    def __init__(self, channels_in, c3x3, c3x3dbl_reduce, c3x3dbl_conv1, c3x3dbl_conv2):
        super().__init__({
            "3x3": Chain({
                "reduce": Chain({
                    "conv": nn.Conv2d(channels_in, 128, 1),
                    "bn": nn.BatchNorm2d(128, eps=1e-05),
                    "relu": nn.ReLU()
                }),
                "conv": Chain({
                    "conv": nn.Conv2d(128, c3x3, 3, stride=2, padding=1),
                    "bn": nn.BatchNorm2d(c3x3, eps=1e-05),
                    "relu": nn.ReLU()
                })
            }),
            "3x3dbl": Chain({
                "reduce": Chain({
                    "conv": nn.Conv2d(channels_in, c3x3dbl_reduce, 1),
                    "bn": nn.BatchNorm2d(c3x3dbl_reduce, eps=1e-05),
                    "relu": nn.ReLU()
                }),
                "conv1": Chain({
                    "conv": nn.Conv2d(c3x3dbl_reduce, c3x3dbl_conv1, 3, padding=1),
                    "bn": nn.BatchNorm2d(c3x3dbl_conv1, eps=1e-05),
                    "relu": nn.ReLU()
                }),
                "conv2": Chain({
                    "conv": nn.Conv2d(c3x3dbl_conv1, c3x3dbl_conv2, 3, stride=2, padding=1),
                    "bn": nn.BatchNorm2d(c3x3dbl_conv2, eps=1e-05),
                    "relu": nn.ReLU()
                })
            }),
            "pool": nn.MaxPool2d(3, stride=2, ceil_mode=True)
        })


class InceptionMaxPool(Concat):
    """Branches 1x1, 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": Chain({
                "conv": nn.Conv2d(1024, 352, 1),
                "bn": nn.BatchNorm2d(352, eps=1e-05),
                "relu": nn.ReLU()
            }),
            "3x3": Chain({
                "reduce": Chain({
                    "conv": nn.Conv2d(1024, 192, 1),
                    "bn": nn.BatchNorm2d(192, eps=1e-05),
                    "relu": nn.ReLU()
                }),
                "conv": Chain({
                    "conv": nn.Conv2d(192, 320, 3, padding=1),
                    "bn": nn.BatchNorm2d(320, eps=1e-05),
                    "relu": nn.ReLU()
                })
            }),
            "3x3dbl": Chain({
                "reduce": Chain({
                    "conv": nn.Conv2d(1024, 192, 1),
                    "bn": nn.BatchNorm2d(192, eps=1e-05),
                    "relu": nn.ReLU()
                }),
                "conv1": Chain({
                    "conv": nn.Conv2d(192, 224, 3, padding=1),
                    "bn": nn.BatchNorm2d(224, eps=1e-05),
                    "relu": nn.ReLU()
                }),
                "conv2": Chain({
                    "conv": nn.Conv2d(224, 224, 3, padding=1),
                    "bn": nn.BatchNorm2d(224, eps=1e-05),
                    "relu": nn.ReLU()
                })
            }),
            "pool": Chain({
                "pool": nn.MaxPool2d(3, stride=1, padding=1),
                "proj": Chain({
                    "conv": nn.Conv2d(1024, 128, 1),
                    "bn": nn.BatchNorm2d(128, eps=1e-05),
                    "relu": nn.ReLU()
                })
            })
        })


class BnInception(Chain):
    """conv1, pool1, conv2 … pool5, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1": Chain({
                "conv": nn.Conv2d(3, 64, 7, stride=2, padding=3),
                "bn": nn.BatchNorm2d(64, eps=1e-05),
                "relu": nn.ReLU()
            }),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "conv2": Chain({
                "reduce": Chain({
                    "conv": nn.Conv2d(64, 64, 1),
                    "bn": nn.BatchNorm2d(64, eps=1e-05),
                    "relu": nn.ReLU()
                }),
                "conv": Chain({
                    "conv": nn.Conv2d(64, 192, 3, padding=1),
                    "bn": nn.BatchNorm2d(192, eps=1e-05),
                    "relu": nn.ReLU()
                })
            }),
            "pool2": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "3a": Inception(192, 64, 64, 64, 64, 96, 96, 32),
            "3b": Inception(256, 64, 64, 96, 64, 96, 96, 64),
            "3c": Reduction(320, 160, 64, 96, 96),
            "4a": Inception(576, 224, 64, 96, 96, 128, 128, 128),
            "4b": Inception(576, 192, 96, 128, 96, 128, 128, 128),
            "4c": Inception(576, 160, 128, 160, 128, 160, 160, 128),
            "4d": Inception(608, 96, 128, 192, 160, 192, 192, 128),
            "4e": Reduction(608, 192, 192, 256, 256),
            "5a": Inception(1056, 352, 192, 320, 160, 224, 224, 128),
            "5b": InceptionMaxPool(),
            "pool5": GlobalAvgPool(),
            "fc": nn.Linear(1024, 1000)
        })
