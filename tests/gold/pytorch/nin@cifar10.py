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

    def __init__(self, channels_in, out_cccp1, out_cccp2, kernel, padding):
        super().__init__({
            "conv": ConvUnit(channels_in, 192, kernel=kernel, padding=padding),
            "cccp1": ConvUnit(192, out_cccp1, kernel=1),
            "cccp2": ConvUnit(out_cccp1, out_cccp2, kernel=1)
        })


class NetworkInNetwork(Chain):
    """mlpconv1, pool1, dropout1, mlpconv2, pool2, dropout2, mlpconv3, pool3, one after another."""

    def __init__(self):
        super().__init__({
            "mlpconv1": MlpConv(3, 160, 96, kernel=5, padding=2),
            "pool1": nn.MaxPool2d(3, stride=2, ceil_mode=True),
            "dropout1": nn.Dropout(0.5),
            "mlpconv2": MlpConv(96, 192, 192, kernel=5, padding=2),
            "pool2": nn.AvgPool2d(3, stride=2, ceil_mode=True, count_include_pad=False),
            "dropout2": nn.Dropout(0.5),
            "mlpconv3": MlpConv(192, 192, 10, kernel=3, padding=1),
            "pool3": GlobalAvgPool()
        })
