/** Classes of PyTorch that every exported network may use, in order of definition. */
import type {Helper} from "./layout.ts";

/** The helpers; a text has those that its network uses. */
export const pytorchHelpers: readonly Helper[] = [
  {
    name: "Chain",
    text: `class Chain(nn.Sequential):
    """Parts one after another, by name."""

    def __init__(self, parts):
        super().__init__()
        for name, part in parts.items():
            self.add_module(name, part)
`
  },
  {
    name: "Concat",
    text: `class Concat(Chain):
    """Branches on the same input, concatenated along the channels."""

    def forward(self, x):
        return torch.cat([branch(x) for branch in self], 1)
`
  },
  {
    name: "Sum",
    text: `class Sum(Chain):
    """Branches on the same input, added."""

    def forward(self, x):
        return sum(branch(x) for branch in self)
`
  },
  {
    name: "Head",
    text: `class Head(Chain):
    """A head beside the main line, used while training."""
`
  },
  {
    name: "Trunk",
    text: `class Trunk(Chain):
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
`
  },
  ...[1, 2].map((axes) => ({
    name: `ShiftNorm${axes}d`,
    text: `class ShiftNorm${axes}d(nn.BatchNorm${axes}d):
    """BatchNorm with a shift (beta) but no scale (gamma)."""

    def __init__(self, channels, eps):
        super().__init__(channels, eps)
        self.weight = None
`
  })),
  {
    name: "PaddedConv2d",
    text: `class PaddedConv2d(nn.Conv2d):
    """Convolution whose padding may also be uneven: margins (left, right, top, bottom) of zeros."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0, **options):
        uneven = isinstance(padding, tuple) and len(padding) == 4
        super().__init__(channels_in, channels_out, kernel, stride, 0 if uneven else padding, **options)
        self.margins = padding if uneven else (0, 0)

    def forward(self, x):
        return super().forward(F.pad(x, self.margins))
`
  },
  {
    name: "PaddedAvgPool2d",
    text: `class PaddedAvgPool2d(nn.Module):
    """Average pooling with uneven margins (left, right, top, bottom) of zeros."""

    def __init__(self, kernel, stride, margins, count_pad):
        super().__init__()
        self.kernel, self.stride, self.margins, self.count_pad = kernel, stride, margins, count_pad

    def forward(self, x):
        mean = F.avg_pool2d(F.pad(x, self.margins), self.kernel, self.stride)
        if self.count_pad:
            return mean
        return mean / F.avg_pool2d(F.pad(torch.ones_like(x), self.margins), self.kernel, self.stride)
`
  },
  {
    name: "GlobalAvgPool",
    text: `class GlobalAvgPool(nn.Module):
    """Mean over height and width."""

    def forward(self, x):
        return x.mean((2, 3))
`
  },
  {
    name: "Times",
    text: `class Times(nn.Module):
    """Multiplication by a constant."""

    def __init__(self, by):
        super().__init__()
        self.by = by

    def forward(self, x):
        return self.by * x
`
  }
];
