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


class Sum(Chain):
    """Branches on the same input, added."""

    def forward(self, x):
        return sum(branch(x) for branch in self)


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


class ShiftNorm2d(nn.BatchNorm2d):
    """BatchNorm with a shift (beta) but no scale (gamma)."""

    def __init__(self, channels, eps):
        super().__init__(channels, eps)
        self.weight = None


class GlobalAvgPool(nn.Module):
    """Mean over height and width."""

    def forward(self, x):
        return x.mean((2, 3))


class Times(nn.Module):
    """Multiplication by a constant."""

    def __init__(self, by):
        super().__init__()
        self.by = by

    def forward(self, x):
        return self.by * x


class ConvNormUnit(Chain):
    """Convolution, BatchNorm without a scale and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding, bias=False),
            "bn": ShiftNorm2d(channels_out, eps=0.001),
            "relu": nn.ReLU(inplace=True)
        })


class InceptionA(Concat):
    """Branches 1x1, 5x5, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "1x1": ConvNormUnit(192, 96, kernel=1),
            "5x5": Chain({
                "reduce": ConvNormUnit(192, 48, kernel=1),
                "conv": ConvNormUnit(48, 64, kernel=5, padding=2)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(192, 64, kernel=1),
                "conv1": ConvNormUnit(64, 96, kernel=3, padding=1),
                "conv2": ConvNormUnit(96, 96, kernel=3, padding=1)
            }),
            "pool": Chain({
                "pool": nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False),
                "proj": ConvNormUnit(192, 64, kernel=1)
            })
        })


class Block35(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(320, 32, kernel=1),
                        "3x3": Chain({
                            "reduce": ConvNormUnit(320, 32, kernel=1),
                            "conv": ConvNormUnit(32, 32, kernel=3, padding=1)
                        }),
                        "3x3dbl": Chain({
                            "reduce": ConvNormUnit(320, 32, kernel=1),
                            "conv1": ConvNormUnit(32, 48, kernel=3, padding=1),
                            "conv2": ConvNormUnit(48, 64, kernel=3, padding=1)
                        })
                    }),
                    "expand": nn.Conv2d(128, 320, 1),
                    "scale": Times(0.17)
                })
            }),
            "relu": nn.ReLU()
        })


class ReductionA(Concat):
    """Branches 3x3, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": ConvNormUnit(320, 384, kernel=3, stride=2),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(320, 256, kernel=1),
                "conv1": ConvNormUnit(256, 256, kernel=3, padding=1),
                "conv2": ConvNormUnit(256, 384, kernel=3, stride=2)
            }),
            "pool": nn.MaxPool2d(3, stride=2)
        })


class Block17(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(1088, 192, kernel=1),
                        "7x7": Chain({
                            "reduce": ConvNormUnit(1088, 128, kernel=1),
                            "1x7": ConvNormUnit(128, 160, kernel=(1, 7), padding=(0, 3)),
                            "7x1": ConvNormUnit(160, 192, kernel=(7, 1), padding=(3, 0))
                        })
                    }),
                    "expand": nn.Conv2d(384, 1088, 1),
                    "scale": Times(0.1)
                })
            }),
            "relu": nn.ReLU()
        })


class AuxiliaryHead(Head):
    """A head beside the main line: pool, conv1, conv2, mean, fc."""

    def __init__(self):
        super().__init__({
            "pool": nn.AvgPool2d(5, stride=3),
            "conv1": ConvNormUnit(1088, 128, kernel=1),
            "conv2": ConvNormUnit(128, 768, kernel=5),
            "mean": GlobalAvgPool(),
            "fc": nn.Linear(768, 1001)
        })


class ReductionB(Concat):
    """Branches 3x3, 3x3b, 3x3dbl, pool side by side."""

    def __init__(self):
        super().__init__({
            "3x3": Chain({
                "reduce": ConvNormUnit(1088, 256, kernel=1),
                "conv": ConvNormUnit(256, 384, kernel=3, stride=2)
            }),
            "3x3b": Chain({
                "reduce": ConvNormUnit(1088, 256, kernel=1),
                "conv": ConvNormUnit(256, 288, kernel=3, stride=2)
            }),
            "3x3dbl": Chain({
                "reduce": ConvNormUnit(1088, 256, kernel=1),
                "conv1": ConvNormUnit(256, 288, kernel=3, padding=1),
                "conv2": ConvNormUnit(288, 320, kernel=3, stride=2)
            }),
            "pool": nn.MaxPool2d(3, stride=2)
        })


class Block8(Chain):
    """sum, relu, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(2080, 192, kernel=1),
                        "3x3": Chain({
                            "reduce": ConvNormUnit(2080, 192, kernel=1),
                            "1x3": ConvNormUnit(192, 224, kernel=(1, 3), padding=(0, 1)),
                            "3x1": ConvNormUnit(224, 256, kernel=(3, 1), padding=(1, 0))
                        })
                    }),
                    "expand": nn.Conv2d(448, 2080, 1),
                    "scale": Times(0.2)
                })
            }),
            "relu": nn.ReLU()
        })


class LastBlock8(Chain):
    """sum, one after another."""

    def __init__(self):
        super().__init__({
            "sum": Sum({
                "shortcut": nn.Identity(),
                "residual": Chain({
                    "branches": Concat({
                        "1x1": ConvNormUnit(2080, 192, kernel=1),
                        "3x3": Chain({
                            "reduce": ConvNormUnit(2080, 192, kernel=1),
                            "1x3": ConvNormUnit(192, 224, kernel=(1, 3), padding=(0, 1)),
                            "3x1": ConvNormUnit(224, 256, kernel=(3, 1), padding=(1, 0))
                        })
                    }),
                    "expand": nn.Conv2d(448, 2080, 1)
                })
            })
        })


class InceptionResnetV2(Trunk):
    """conv1a, conv2a, conv2b … dropout, fc, one after another."""

    def __init__(self):
        super().__init__({
            "conv1a": ConvNormUnit(3, 32, kernel=3, stride=2),
            "conv2a": ConvNormUnit(32, 32, kernel=3),
            "conv2b": ConvNormUnit(32, 64, kernel=3, padding=1),
            "pool3a": nn.MaxPool2d(3, stride=2),
            "conv3b": ConvNormUnit(64, 80, kernel=1),
            "conv4a": ConvNormUnit(80, 192, kernel=3),
            "pool5a": nn.MaxPool2d(3, stride=2),
            "mixed5b": InceptionA(),
            **{f"block35_{i}": Block35() for i in range(1, 11)},
            "mixed6a": ReductionA(),
            **{f"block17_{i}": Block17() for i in range(1, 21)},
            "aux": AuxiliaryHead(),
            "mixed7a": ReductionB(),
            **{f"block8_{i}": Block8() for i in range(1, 10)},
            "block8_10": LastBlock8(),
            "conv7b": ConvNormUnit(2080, 1536, kernel=1),
            "pool": GlobalAvgPool(),
            "dropout": nn.Dropout(0.2),
            "fc": nn.Linear(1536, 1001)
        })
