#!/usr/bin/env python3
"""Train a compact network on CIFAR-10 mixed with drawn scenes. See README.md beside this file."""

import copy
import json
import math
import os
import sys
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parent))
from data import PREPROCESSING, epoch_batches, normalised, read_cifar10, read_records  # noqa: E402
from fused import fuse  # noqa: E402
from network import initialise, load_network, optimizers  # noqa: E402
from safetensors_out import replace, write_safetensors  # noqa: E402
from settings import arguments  # noqa: E402


def rate(done, warm_up):
    """The learning rate as a share of its peak when the share `done` of the steps is: up, then down to 0, linearly."""
    return done / warm_up if done < warm_up else (1 - done) / (1 - warm_up)


class Run:
    """A training run: the network, its averaged copy, the optimizers and the curve so far."""

    def __init__(self, settings):
        self.settings = settings
        torch.manual_seed(settings.seed)
        torch.set_num_threads(settings.threads)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.net = load_network(settings.nets, settings.net)
        initialise(self.net)
        self.net.to(self.device, memory_format=torch.channels_last)
        self.averaged = copy.deepcopy(self.net).requires_grad_(False)
        if settings.fused:
            fuse(self.net)
        self.optimizers = optimizers(self.net, settings)
        self.epoch, self.steps, self.curve = 0, 0, []
        self.minutes = 0.0
        self.read_data()

    def read_data(self):
        """Read CIFAR-10 and the scenes, if given."""
        s = self.settings
        cifar, self.cifar_test = read_cifar10(s.cifar10, s.out)
        if s.take:
            cifar.pixels, cifar.labels = cifar.pixels[: s.take], cifar.labels[: s.take]
        self.always = len(cifar)
        self.pictures = cifar + read_records(s.scenes) if s.scenes else cifar
        self.scenes_test = read_records(s.scenes_test) if s.scenes_test else None
        drawn = min(s.scenes_per_epoch, len(self.pictures) - self.always)
        self.steps_per_epoch = (self.always + drawn) // s.batch

    def train_epoch(self):
        """Train for one epoch; return the mean loss, smoothing included."""
        self.net.train()
        losses = []
        total = self.settings.epochs * self.steps_per_epoch
        batches = epoch_batches(self.pictures, self.always, self.epoch, self.settings)
        for n, (pixels, labels) in enumerate(batches, self.epoch * self.steps_per_epoch):
            losses.append(self.train_step(pixels.to(self.device), labels.to(self.device), self.share(n, total)))
        self.epoch += 1
        return torch.stack(losses).mean().item()

    def share(self, step, total):
        """The share of the peak rates that a step is taken at."""
        return rate((step + 0.5) / total, self.settings.warm_up)

    def loss(self, pixels, labels):
        """The loss of a batch, smoothing included."""
        with torch.autocast(self.device, torch.bfloat16, enabled=not self.settings.fp32):
            logits = self.net(pixels)
        return F.cross_entropy(logits.float(), labels, label_smoothing=self.settings.smoothing)

    def train_step(self, pixels, labels, share):
        """Take one step at `share` of the peak rates; return the loss."""
        loss = self.loss(pixels, labels)
        loss.backward()
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * share
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        self.average()
        return loss.detach()

    @torch.no_grad()
    def average(self):
        """Move the averaged weights towards the present ones, faster in the first steps."""
        self.steps += 1
        decay = min(self.settings.ema, self.steps / (self.steps + 10))
        for kept, now in zip(self.averaged.parameters(), self.net.parameters()):
            kept.lerp_(now, 1 - decay)

    @torch.no_grad()
    def shipped(self, pictures=10000):
        """A float32 copy of the averaged network with statistics of its own, all rounded to float16."""
        net = copy.deepcopy(self.averaged).train()
        for layer in net.modules():
            if isinstance(layer, nn.BatchNorm2d):
                layer.reset_running_stats()
                layer.momentum = None
        seen = epoch_batches(self.pictures, self.always, 1 << 16, self.settings)
        for _, (pixels, _) in zip(range(pictures // self.settings.batch), seen):
            net(pixels.to(self.device))
        for tensor in [*net.parameters(), *net.buffers()]:
            if tensor.is_floating_point():
                tensor.copy_(tensor.half().float())
        return net.eval()

    @torch.no_grad()
    def top1(self, net, pictures, batch=250):
        """The percentage of pictures whose label the network puts first."""
        right = 0
        for start in range(0, len(pictures), batch):
            logits = net(normalised(pictures.pixels[start : start + batch]).to(self.device))
            right += (logits.argmax(1).cpu().numpy() == pictures.labels[start : start + batch]).sum()
        return round(100 * int(right) / len(pictures), 2)

    def evaluate(self):
        """Write the network as it would be shipped now, with its figures; return those."""
        net = self.shipped()
        figures = {"cifar10_test_top1": self.top1(net, self.cifar_test)}
        if self.scenes_test:
            figures["scenes_test_top1"] = self.top1(net, self.scenes_test)
        base = self.settings.out / self.settings.net
        metadata = {"network": self.settings.net, "dataset": "CIFAR-10 and drawn scenes", "epoch": str(self.epoch)}
        write_safetensors(f"{base}.safetensors", net.cpu(), metadata)
        self.curve[-1].update(figures)
        replace(f"{base}.json", json.dumps(self.results(figures), indent=1).encode())
        return figures

    def results(self, figures):
        """All that the results file says."""
        done = {"epochs": self.epoch, "finished": self.epoch == self.settings.epochs, "minutes": round(self.minutes, 1)}
        given = {k: str(v.name) if isinstance(v, Path) else v for k, v in vars(self.settings).items()}
        given = {k: Path(v).name if k in ("cifar10", "scenes", "scenes_test") and v else v for k, v in given.items()}
        given["max_minutes"] = given["max_minutes"] if math.isfinite(given["max_minutes"]) else None
        parameters = sum(p.numel() for p in self.net.parameters())
        scenes = 0 if self.scenes_test is None else len(self.scenes_test)
        counts = {"cifar10_train": self.always, "scenes_train": len(self.pictures) - self.always}
        counts |= {"cifar10_test": len(self.cifar_test), "scenes_test": scenes}
        environment = {"torch": torch.__version__, "device": self.device, "threads": self.settings.threads}
        return {"network": self.settings.net, "parameters": parameters, "weights": "averaged, rounded to float16"} | {
            **figures, **done, "seed": self.settings.seed, "preprocessing": PREPROCESSING, "pictures": counts,
            "environment": environment, "arguments": given, "curve": self.curve,
        }  # fmt: skip

    def save(self):
        """Write a checkpoint, in one move."""
        path = self.settings.out / "checkpoint.pt"
        state = {"net": self.net.state_dict(), "averaged": self.averaged.state_dict()}
        state |= {"optimizers": [o.state_dict() for o in self.optimizers], "random": torch.get_rng_state()}
        state |= {"epoch": self.epoch, "steps": self.steps, "minutes": self.minutes, "curve": self.curve}
        torch.save(state, f"{path}.part")
        os.replace(f"{path}.part", path)

    def restore(self):
        """Go on from the checkpoint, if there is one."""
        path = self.settings.out / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device)
        self.net.load_state_dict(state["net"])
        self.averaged.load_state_dict(state["averaged"])
        for optimizer, kept in zip(self.optimizers, state["optimizers"]):
            optimizer.load_state_dict(kept)
        torch.set_rng_state(state["random"].cpu())
        self.epoch, self.steps = state["epoch"], state["steps"]
        self.minutes, self.curve = state["minutes"], state["curve"]

    def train(self):
        """Train to the last epoch or until the time is up, with a checkpoint and a line of log per epoch."""
        s, spent = self.settings, 0.0
        while self.epoch < s.epochs and spent < s.max_minutes:
            start = time.monotonic()
            loss = self.train_epoch()
            self.note(loss, time.monotonic() - start)
            if self.epoch % s.evaluate_every == 0 or self.epoch == s.epochs:
                self.evaluate()
            minutes = (time.monotonic() - start) / 60
            self.minutes, spent = self.minutes + minutes, spent + minutes
            self.save()
            print(json.dumps(self.curve[-1]), flush=True)

    def note(self, loss, seconds):
        """Add an epoch to the curve."""
        share = rate(self.epoch / self.settings.epochs, self.settings.warm_up)
        line = {"epoch": self.epoch, "rate": round(share, 4), "train_loss": round(loss, 4)}
        self.curve.append(line | {"seconds": round(seconds, 1)})


def main():
    """Train as the command line says."""
    settings = arguments()
    settings.out.mkdir(parents=True, exist_ok=True)
    run = Run(settings)
    if settings.resume:
        run.restore()
    run.train()


if __name__ == "__main__":
    main()
