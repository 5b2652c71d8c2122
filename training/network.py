"""A network by name, its first weights and the optimizers of its parameters."""

import importlib.util
from pathlib import Path

import torch
from muon import Muon
from torch import nn


def load_network(folder, name):
    """An instance of the module's NETWORK, or else of the last network class that it defines."""
    spec = importlib.util.spec_from_file_location(name, Path(folder) / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    own = [v for v in vars(module).values() if isinstance(v, type) and v.__module__ == name]
    classes = [v for v in own if issubclass(v, nn.Module)]
    return getattr(module, "NETWORK", classes[-1] if classes else None)()


def initialise(net):
    """Start convolutions and linear layers from He's normal distribution, biases from 0."""
    for layer in net.modules():
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            gain = "relu" if isinstance(layer, nn.Conv2d) else "linear"
            nn.init.kaiming_normal_(layer.weight, nonlinearity=gain)
            if layer.bias is not None:
                nn.init.zeros_(layer.bias)


def optimizers(net, settings):
    """The optimizers: Muon for filters and Nesterov momentum for the rest, or the latter for all.

    Filters are the convolutions that normalisation follows, those without a bias: Muon holds their norm fixed, which a
    linear expansion or a layer of class maps could not bear.
    """
    normalised = {layer.weight for layer in net.modules() if isinstance(layer, nn.Conv2d) and layer.bias is None}
    filters = [p for p in net.parameters() if p in normalised]
    matrices = [p for p in net.parameters() if p.ndim > 1 and p not in normalised]
    vectors = [p for p in net.parameters() if p.ndim == 1]
    decayed = {"params": matrices, "weight_decay": settings.weight_decay}
    sgd = {"momentum": 0.9, "nesterov": True}
    if settings.optimizer == "muon":
        rest = torch.optim.SGD([decayed, {"params": vectors}], lr=settings.lr_rest, **sgd)
        made = [Muon(filters, lr=settings.lr), rest]
    else:
        decayed["params"] = filters + matrices
        made = [torch.optim.SGD([decayed, {"params": vectors}], lr=settings.lr, **sgd)]
    for optimizer in made:
        for group in optimizer.param_groups:
            group["peak"] = group["lr"]
    return made
