"""Gradients and training steps of exported networks in PyTorch; called by gradients.ts.

Reads {"longest", "jobs": [{"name", "input", "size", "labels", "tensors", "watch", "code"}]} and writes {"torch", "cases"} as
JSON. A job without labels is compared with seeded numbers by mean squared error. `watch` lists parts whose first outputs are
wanted.
"""

import json
import sys

import torch

from fixtures import sampled, seed, seeded_numbers


def flat(tensor, longest):
    """A tensor of any shape in PyTorch's order, sampled like an activation."""
    return sampled(tensor.detach().reshape(1, -1), longest)


def loss_of(job, output):
    """The loss of a batch."""
    if job["labels"]:
        return torch.nn.functional.cross_entropy(output, torch.tensor(job["labels"]))
    rows = output.permute(0, 2, 3, 1) if output.dim() == 4 else output
    target = seeded_numbers("target", output.numel()).to(torch.float32).reshape(rows.shape)
    return torch.nn.functional.mse_loss(rows, target)


def run(job, longest):
    """Loss and gradients, then all tensors after two clipped steps with momentum."""
    names = {}
    exec(job["code"], names)  # the exported code defines the network as its last class
    module = list(names.values())[-1]().train()
    with torch.no_grad():
        seed(module, job["tensors"])
    height, width, channels = job["input"]
    picture = seeded_numbers("input", job["size"] * height * width * channels)
    x = picture.to(torch.float32).reshape(job["size"], height, width, channels).permute(0, 3, 1, 2)
    steps = torch.optim.SGD(module.parameters(), lr=0.1, momentum=0.9)
    found = {"activations": {}}

    def keep(name):
        def hook(_module, _inputs, output):
            found["activations"].setdefault(name, sampled(output.detach(), longest))

        module.get_submodule(name).register_forward_hook(hook)

    for name in job["watch"]:
        keep(name)
    for turn in range(2):
        steps.zero_grad()
        loss = loss_of(job, module(x))
        loss.backward()
        if turn == 0:
            found["loss"] = loss.item()
            found["gradients"] = {name: flat(p.grad, longest) for name, p in module.named_parameters()}
        found["norm"] = torch.nn.utils.clip_grad_norm_(module.parameters(), job["clip"]).item()
        steps.step()
    found["after"] = {
        name: flat(tensor, longest)
        for name, tensor in module.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }
    return found


order = json.load(sys.stdin)
torch.manual_seed(0)
json.dump({"torch": torch.__version__, "cases": {job["name"]: run(job, order["longest"]) for job in order["jobs"]}}, sys.stdout)
