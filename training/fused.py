"""Faster passes for training on a processor in bfloat16: normalisation with ReLU in one, and 3×3 pooling.

PyTorch 1.13 spends most of a step of the compact networks on these, not on convolutions. `fuse` replaces them by
compiled ones (fused.cpp, built with the C++ compiler at hand) that give the same values up to rounding; `check` shows how
near. They work in training on bfloat16 maps, on one thread; in all other cases PyTorch's own run.
"""

import copy
import ctypes
import os
import subprocess
import tempfile
from pathlib import Path

import torch
from torch import nn

SOURCE = Path(__file__).resolve().with_name("fused.cpp")


def compiled():
    """The compiled passes, for this very processor."""
    folder = Path(tempfile.mkdtemp())
    # Sums may be taken in any order, but the pools start from minus infinity.
    flags = ["-O3", "-march=native", "-mprefer-vector-width=512", "-ffast-math", "-fno-finite-math-only"]
    command = [os.environ.get("CXX", "g++"), *flags]
    subprocess.run([*command, "-shared", "-fPIC", "-o", folder / "fused.so", SOURCE], check=True)
    return ctypes.CDLL(str(folder / "fused.so"))


LIBRARY = None


def call(name, *values):
    """Call a compiled pass: tensors go as pointers, floats as float, integers as int64."""
    kinds = {float: ctypes.c_float, int: ctypes.c_int64}
    as_c = (ctypes.c_void_p(v.data_ptr()) if torch.is_tensor(v) else kinds[type(v)](v) for v in values)
    getattr(LIBRARY, name)(*as_c)


def in_order(x):
    """The maps in channels-last order, and the elements from one pixel to the next: slices of channels stay as they are."""
    n, c, h, w = x.shape
    step = x.stride(3)
    if x.stride() == (h * w * step, 1, w * step, step) and step >= c:
        return x, step
    return x.contiguous(memory_format=torch.channels_last), c


def like(x, shape=None):
    """Room for maps in channels-last order."""
    return torch.empty(shape or x.shape, dtype=x.dtype, memory_format=torch.channels_last)


class NormRelu(torch.autograd.Function):
    """Normalisation by the batch's statistics, then ReLU."""

    @staticmethod
    def forward(ctx, x, gamma, beta, epsilon):
        x = x.contiguous(memory_format=torch.channels_last)
        n, c, h, w = x.shape
        y, mean, rstd = like(x), torch.empty(c), torch.empty(c)
        call("norm_relu_forward", x, y, gamma, beta, mean, rstd, n * h * w, c, epsilon)
        ctx.save_for_backward(x, gamma, beta, mean, rstd)
        return y

    @staticmethod
    def backward(ctx, g):
        x, gamma, beta, mean, rstd = ctx.saved_tensors
        n, c, h, w = x.shape
        g, stride = in_order(g)
        dx, dgamma, dbeta = like(x), torch.empty(c), torch.empty(c)
        call("norm_relu_backward", x, g, stride, dx, gamma, beta, mean, rstd, dgamma, dbeta, n * h * w, c)
        return dx, dgamma, dbeta, None


class AvgPool(torch.autograd.Function):
    """3×3 average at stride 1, the border's windows cut off at the edge."""

    @staticmethod
    def forward(ctx, x):
        x, stride = in_order(x)
        n, c, h, w = x.shape
        y = like(x)
        call("avg_pool", x, stride, y, n, h, w, c, 0)
        return y

    @staticmethod
    def backward(ctx, g):
        g, stride = in_order(g)
        n, c, h, w = g.shape
        dx = like(g)
        call("avg_pool", g, stride, dx, n, h, w, c, 1)
        return dx


class MaxPool(torch.autograd.Function):
    """3×3 maximum, as `pool` (nn.MaxPool2d) does it."""

    @staticmethod
    def forward(ctx, x, pool, out):
        x = x.contiguous(memory_format=torch.channels_last)
        n, c, h, w = x.shape
        y = like(x, (n, c, *out))
        which = torch.empty((n, *out, c), dtype=torch.uint8)  # 0 to 8
        ctx.sizes = (n, h, w, *out, c, pool.stride, pool.padding)
        call("max_pool_forward", x, y, which, *ctx.sizes)
        ctx.save_for_backward(which)
        return y

    @staticmethod
    def backward(ctx, g):
        (which,) = ctx.saved_tensors
        n, h, w, _, _, c, _, _ = ctx.sizes
        g, stride = in_order(g)
        dx = like(g, (n, c, h, w))
        call("max_pool_backward", g, stride, which, dx, *ctx.sizes)
        return dx, None, None


def fusable(module, x):
    """Whether the compiled passes can stand in for the module on these maps."""
    return module.training and x.dtype == torch.bfloat16 and x.device.type == "cpu"


class FusedNorm(nn.BatchNorm2d):
    """BatchNorm with the ReLU that follows it. Running statistics are not kept in the fused pass."""

    def forward(self, x):
        if fusable(self, x):
            return NormRelu.apply(x, self.weight, self.bias, self.eps)
        return super().forward(x).relu_()


class FusedAvgPool(nn.AvgPool2d):
    """3×3 average at stride 1 with padding that is not counted."""

    def forward(self, x):
        return AvgPool.apply(x) if fusable(self, x) else super().forward(x)


class FusedMaxPool(nn.MaxPool2d):
    """3×3 maximum at any stride and padding."""

    def forward(self, x):
        if not fusable(self, x):
            return super().forward(x)
        return MaxPool.apply(x, self, super().forward(torch.empty(1, 1, *x.shape[2:])).shape[2:])


def fuse(net):
    """Let the network's units of convolution, normalisation and ReLU, and its 3×3 pools, use the compiled passes."""
    global LIBRARY
    LIBRARY = LIBRARY or compiled()
    for parent in list(net.modules()):
        names = [name for name, _ in parent.named_children()]
        for name, after in zip(names, names[1:]):
            if type(getattr(parent, name)) is nn.BatchNorm2d and type(getattr(parent, after)) is nn.ReLU:
                getattr(parent, name).__class__ = FusedNorm
                setattr(parent, after, nn.Identity())
        for child in parent.children():
            average = type(child) is nn.AvgPool2d and not child.count_include_pad
            if average and (child.kernel_size, child.stride, child.padding) == (3, 1, 1):
                child.__class__ = FusedAvgPool
            if type(child) is nn.MaxPool2d and child.kernel_size == 3:
                child.__class__ = FusedMaxPool
    return net


def check(net, batch=64):
    """The relative distance of the gradients of the fused network from those of PyTorch's, both against float32's."""
    torch.manual_seed(0)
    x = torch.randn(batch, 3, 32, 32).contiguous(memory_format=torch.channels_last)
    labels = torch.arange(batch) % 10

    def gradients(net, half):
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            logits = net(x)
        nn.functional.cross_entropy(logits.float(), labels).backward()
        return torch.cat([p.grad.flatten() for p in net.parameters()])

    copies = [copy.deepcopy(net).train() for _ in range(2)]
    exact, own = gradients(copies[0], False), gradients(copies[1], True)
    fused = gradients(fuse(copy.deepcopy(net)).train(), True)
    found = {"torch": own, "fused": fused}
    return {name: round(((g - exact).norm() / exact.norm()).item(), 4) for name, g in found.items()}


if __name__ == "__main__":
    import sys

    from network import initialise, load_network

    for name in sys.argv[2:]:
        made = load_network(sys.argv[1], name)
        torch.manual_seed(1)
        initialise(made)
        print(name, check(made.to(memory_format=torch.channels_last)))
