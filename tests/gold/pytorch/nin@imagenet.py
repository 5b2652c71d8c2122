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


class ConvUnit(Chain):
    """Convolution and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding),
            "relu": nn.ReLU(inplace=True)
        })


class MlpConv(Chain):
    """conv, cccp1, cccp2, one after another."""

    def __init__(self, channels_in, out_conv, out_cccp1, out_cccp2, kernel, stride=1, padding=0):
        super().__init__({
            "conv": ConvUnit(channels_in, out_conv, kernel=kernel, stride=stride, padding=padding),
            "cccp1": ConvUnit(out_conv, out_cccp1, kernel=1),
            "cccp2": ConvUnit(out_cccp1, out_cccp2, kernel=1)
        })


class NetworkInNetwork(Chain):
    """mlpconv1, pool1, mlpconv2 … mlpconv4, pool4, one after another."""

    def __init__(self):
        super().__init__({
            "mlpconv1": MlpConv(3, 96, 96, 96, kernel=11, stride=4),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "mlpconv2": MlpConv(96, 256, 256, 256, kernel=5, padding=2),
            "pool2": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "mlpconv3": MlpConv(256, 384, 384, 384, kernel=3, padding=1),
            "pool3": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "dropout3": nn.Dropout(0.5),
            "mlpconv4": MlpConv(384, 1024, 1024, 1000, kernel=3, padding=1),
            "pool4": GlobalAvgPool()
        })
