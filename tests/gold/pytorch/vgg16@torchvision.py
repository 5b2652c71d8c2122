from torch import nn


class Chain(nn.Sequential):
    """Parts one after another, by name."""

    def __init__(self, parts):
        super().__init__()
        for name, part in parts.items():
            self.add_module(name, part)


class ConvUnit(Chain):
    """Convolution and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding),
            "relu": nn.ReLU(inplace=True)
        })


class Vgg16(Chain):
    """conv1_1, conv1_2, pool1 … dropout7, fc8, one after another."""

    def __init__(self):
        super().__init__({
            "conv1_1": ConvUnit(3, 64, kernel=3, padding=1),
            "conv1_2": ConvUnit(64, 64, kernel=3, padding=1),
            "pool1": nn.MaxPool2d(2, stride=2),
            "conv2_1": ConvUnit(64, 128, kernel=3, padding=1),
            "conv2_2": ConvUnit(128, 128, kernel=3, padding=1),
            "pool2": nn.MaxPool2d(2, stride=2),
            "conv3_1": ConvUnit(128, 256, kernel=3, padding=1),
            "conv3_2": ConvUnit(256, 256, kernel=3, padding=1),
            "conv3_3": ConvUnit(256, 256, kernel=3, padding=1),
            "pool3": nn.MaxPool2d(2, stride=2),
            "conv4_1": ConvUnit(256, 512, kernel=3, padding=1),
            "conv4_2": ConvUnit(512, 512, kernel=3, padding=1),
            "conv4_3": ConvUnit(512, 512, kernel=3, padding=1),
            "pool4": nn.MaxPool2d(2, stride=2),
            "conv5_1": ConvUnit(512, 512, kernel=3, padding=1),
            "conv5_2": ConvUnit(512, 512, kernel=3, padding=1),
            "conv5_3": ConvUnit(512, 512, kernel=3, padding=1),
            "pool5": nn.MaxPool2d(2, stride=2),
            "resize": nn.AdaptiveAvgPool2d(7),
            "flatten": nn.Flatten(),
            "fc6": Chain({
                "fc": nn.Linear(25088, 4096),
                "relu": nn.ReLU()
            }),
            "dropout6": nn.Dropout(0.5),
            "fc7": Chain({
                "fc": nn.Linear(4096, 4096),
                "relu": nn.ReLU()
            }),
            "dropout7": nn.Dropout(0.5),
            "fc8": nn.Linear(4096, 1000)
        })
