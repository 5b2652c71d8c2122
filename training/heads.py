#!/usr/bin/env python3
"""Train a finished network's auxiliary heads, its trunk held still. See README.md beside this file."""

import copy
import json
import struct
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parent))
from data import epoch_batches, normalised  # noqa: E402
from network import initialise, optimizers  # noqa: E402
from safetensors_out import replace, write_safetensors  # noqa: E402
from settings import arguments  # noqa: E402
from train import Run  # noqa: E402


def read_safetensors(path):
    """The tensors of a safetensors file of float16 or float32 values, as float32."""
    data = Path(path).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header, body = json.loads(data[8 : 8 + length]), data[8 + length :]
    kinds = {"F16": np.float16, "F32": np.float32}
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = entry["data_offsets"]
            values = np.frombuffer(body[start:end], kinds[entry["dtype"]]).astype(np.float32)
            tensors[name] = torch.from_numpy(values.reshape(entry["shape"]))
    return tensors


def head_names(net, device):
    """Names of the parts that give logits of their own while training."""
    _, heads = copy.deepcopy(net).train()(torch.zeros(2, 3, 32, 32, device=device))
    return list(heads)


class Heads(Run):
    """A run that trains the heads alone: the trunk's weights are given and its normalisation uses its statistics."""

    def __init__(self, settings):
        super().__init__(settings)
        self.names = head_names(self.net, self.device)
        for net in (self.net, self.averaged):
            self.load_trunk(net)
        self.optimizers = optimizers(self.heads(self.net), settings)

    def load_trunk(self, net):
        """Put the trunk's weights in and hold them; an absent running mean is 0."""
        lacking, extra = net.load_state_dict(read_safetensors(self.settings.trunk), strict=False)
        lacking = [n for n in lacking if not n.endswith(("running_mean", "num_batches_tracked"))]
        lacking = [n for n in lacking if n.split(".")[0] not in self.names]
        if lacking or extra:
            raise ValueError(f"{self.settings.trunk}: missing {lacking}, extra {extra}")
        for name, part in net.named_children():
            part.requires_grad_(name in self.names)

    def heads(self, net):
        """The heads by name."""
        return nn.ModuleDict({name: getattr(net, name) for name in self.names})

    def mode(self, net, training):
        """Ask the network for its heads' logits, the trunk's statistics fixed, the heads' own as told."""
        net.train()
        for name, part in net.named_children():
            part.train(training and name in self.names)
        return net

    def train_epoch(self):
        """Train for one epoch; return the mean of the heads' summed losses."""
        losses = []
        total = self.settings.epochs * self.steps_per_epoch
        batches = epoch_batches(self.pictures, self.always, self.epoch, self.settings)
        for n, (pixels, labels) in enumerate(batches, self.epoch * self.steps_per_epoch):
            self.mode(self.net, True)
            losses.append(self.train_step(pixels.to(self.device), labels.to(self.device), self.share(n, total)))
        self.epoch += 1
        return torch.stack(losses).mean().item()

    def loss(self, pixels, labels):
        """The heads' losses, summed."""
        with torch.autocast(self.device, torch.bfloat16, enabled=not self.settings.fp32):
            _, heads = self.net(pixels)
        smoothing = self.settings.smoothing
        return sum(F.cross_entropy(logits.float(), labels, label_smoothing=smoothing) for logits in heads.values())

    @torch.no_grad()
    def shipped(self, pictures=10000):
        """A copy of the averaged network with the heads' statistics counted anew, the heads rounded to float16."""
        net = self.mode(copy.deepcopy(self.averaged), True)
        for layer in self.heads(net).modules():
            if isinstance(layer, nn.BatchNorm2d):
                layer.reset_running_stats()
                layer.momentum = None
        seen = epoch_batches(self.pictures, self.always, 1 << 16, self.settings)
        for _, (pixels, _) in zip(range(pictures // self.settings.batch), seen):
            net(pixels.to(self.device))
        for tensor in self.heads(net).state_dict().values():
            if tensor.is_floating_point():
                tensor.copy_(tensor.half().float())
        return self.mode(net, False)

    @torch.no_grad()
    def top1(self, net, pictures, batch=250):
        """The percentage of pictures that each head names right."""
        right = dict.fromkeys(self.names, 0)
        for start in range(0, len(pictures), batch):
            _, heads = net(normalised(pictures.pixels[start : start + batch]).to(self.device))
            for name, logits in heads.items():
                answers = logits.argmax(1).cpu().numpy()
                right[name] += int((answers == pictures.labels[start : start + batch]).sum())
        return {name: round(100 * count / len(pictures), 2) for name, count in right.items()}

    def evaluate(self):
        """Write the heads as they would be shipped now, with their figures; return those."""
        net = self.shipped()
        figures = {"cifar10_test_top1": self.top1(net, self.cifar_test)}
        if self.scenes_test:
            figures["scenes_test_top1"] = self.top1(net, self.scenes_test)
        base = self.settings.out / f"{self.settings.net}_heads"
        metadata = {"network": self.settings.net, "part": "auxiliary heads", "epoch": str(self.epoch)}
        write_safetensors(f"{base}.safetensors", self.heads(net).cpu(), metadata)
        self.curve[-1].update(figures)
        replace(f"{base}.json", json.dumps(self.results(figures), indent=1).encode())
        return figures


if __name__ == "__main__":
    settings = arguments(trunk=True)
    settings.out.mkdir(parents=True, exist_ok=True)
    run = Heads(settings)
    if settings.resume:
        run.restore()
    run.train()
