"""Runs exported networks in PyTorch with seeded weights and inputs; called by fixtures.ts.

Reads {"longest", "jobs": [{"name", "input", "watch", "code"}]} and writes {"torch", "outputs"} as JSON.
"""

import base64
import json
import math
import sys

import torch


def seeded_numbers(name, count):
    """Numbers in [-1, 1), the same as scripts/seeded-weights.ts makes of the name."""
    state = 0x811C9DC5
    for character in name:
        state = ((state ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    numbers = []
    for _ in range(count):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        numbers.append((state - (1 << 32) if state >> 31 else state) / 2**31)
    return torch.tensor(numbers, dtype=torch.float64)


def seed(module):
    """Fills every tensor of a module by its name."""
    norms = {name for name, part in module.named_modules() if isinstance(part, torch.nn.BatchNorm2d)}
    for name, tensor in module.state_dict().items():
        if name.endswith("num_batches_tracked"):
            continue
        owner, kind = name.rsplit(".", 1)
        numbers = seeded_numbers(name, tensor.numel()).reshape(tensor.shape)
        if kind == "running_var":
            numbers = 1 + numbers * 0.5
        elif kind == "weight" and owner in norms:
            numbers = 1 + numbers * 0.2
        elif kind == "weight":
            numbers = numbers * math.sqrt(6 / math.prod(tensor.shape[1:]))
        else:
            numbers = numbers * 0.1
        tensor.copy_(numbers)


def forward(module, x, watch):
    """The activations of the watched parts and the output; heads beside the main line are run too."""
    found = {}
    for path in watch:
        part = module.get_submodule(path.replace("/", "."))
        part.register_forward_hook(lambda _part, _inputs, output, path=path: found.__setitem__(path, output.clone()))
    for part in module.children():
        if "Head" in [base.__name__ for base in type(part).__mro__]:
            part(x)
        else:
            x = part(x)
    return {**found, "output": x}


def sampled(tensor, longest):
    """A tensor [1, c, h, w] or [1, n] as rows of [h][w][c], float32 in base64, at even steps if it is long."""
    flat = (tensor.permute(0, 2, 3, 1) if tensor.dim() == 4 else tensor).reshape(-1)
    step = math.ceil(len(flat) / longest)
    values = flat[::step].to(torch.float32).contiguous().numpy().astype("<f4").tobytes()
    return {"length": len(flat), "step": step, "values": base64.b64encode(values).decode()}


def run(job, longest):
    """All outputs of one job."""
    names = {}
    exec(job["code"], names)  # the exported code defines the network as its last class
    module = list(names.values())[-1]().eval()
    seed(module)
    height, width, channels = job["input"]
    picture = seeded_numbers("input", height * width * channels) - 0.4  # mostly below 0, so that padding shows
    x = picture.to(torch.float32).reshape(1, height, width, channels).permute(0, 3, 1, 2)
    return {path: sampled(tensor, longest) for path, tensor in forward(module, x, job["watch"]).items()}


with torch.no_grad():
    order = json.load(sys.stdin)
    results = {job["name"]: run(job, order["longest"]) for job in order["jobs"]}
    json.dump({"torch": torch.__version__, "outputs": results}, sys.stdout)
