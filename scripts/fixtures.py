"""Runs exported networks, or torchvision's own, in PyTorch with seeded weights and inputs; called by fixtures.ts.

Reads {"longest", "jobs": [{"name", "input", "watch", "tensors", "code" or "torchvision"}]} and writes {"torch", "outputs"} as
JSON. `tensors` lists what the network's description asks for: name, kind, shape, and for torchvision its name there.
"""

import base64
import json
import math
import sys

import numpy
import torch


def seeded_numbers(name, count):
    """Numbers in [-1, 1), the same as scripts/seeded-weights.ts makes of the name."""
    state = 0x811C9DC5
    for character in name:
        state = ((state ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    # n steps of the generator are one step with another factor and increment, so that known numbers give as many new ones.
    factor, increment = 1664525, 1013904223
    states = numpy.array([(state * factor + increment) & 0xFFFFFFFF], dtype=numpy.uint32)
    while len(states) < count:
        states = numpy.concatenate([states, states * numpy.uint32(factor) + numpy.uint32(increment)])
        increment = (increment * (factor + 1)) & 0xFFFFFFFF
        factor = factor * factor & 0xFFFFFFFF
    return torch.from_numpy(states[:count].view(numpy.int32) / 2**31)


def seeded_tensor(name, kind, shape):
    """The values of a tensor by its name; `kind` says what it is to its layer."""
    numbers = seeded_numbers(name, math.prod(shape)).reshape(shape)
    if kind == "variance":
        return 1 + numbers * 0.5
    if kind == "scale":
        return 1 + numbers * 0.2
    if kind == "weight":
        return numbers * math.sqrt(6 / math.prod(shape[1:]))
    return numbers * 0.1


def seed(module, tensors):
    """Fills every tensor of a module, found by its name there or else by its place among all of them."""
    state = {name: own for name, own in module.state_dict().items() if not name.endswith("num_batches_tracked")}
    if len(state) != len(tensors):
        raise SystemExit(f"the description has {len(tensors)} tensors, the module {len(state)}")
    for tensor, name in zip(tensors, list(state)):
        own = state[tensor.get("theirs", name)]
        if list(own.shape) != tensor["shape"]:
            raise SystemExit(f"{tensor['name']}: needs {tensor['shape']}, found {list(own.shape)} in {name}")
        own.copy_(seeded_tensor(tensor["name"], tensor["kind"], tensor["shape"]))


def forward(module, x, watch):
    """The activations of the watched parts, the output, and those of heads beside the main line.

    `watch` maps names for what is found to names of parts.
    """
    found = {}
    for path, name in watch.items():
        part = module.get_submodule(name)
        part.register_forward_hook(lambda _part, _inputs, output, path=path: found.__setitem__(path, output.clone()))
    module.training = True  # of the whole alone: it then gives its heads' outputs too, while its parts stay as they are
    result = module(x)
    if isinstance(result, torch.Tensor):
        return {**found, "output": result}
    heads = result[1] if isinstance(result[1], dict) else {}
    return {**found, **heads, "output": result[0]}


def sampled(tensor, longest):
    """A tensor [1, c, h, w] or [1, n] as rows of [h][w][c], float32 in base64, at even steps if it is long."""
    flat = (tensor.permute(0, 2, 3, 1) if tensor.dim() == 4 else tensor).reshape(-1)
    step = math.ceil(len(flat) / longest)
    values = flat[::step].to(torch.float32).contiguous().numpy().astype("<f4").tobytes()
    return {"length": len(flat), "step": step, "values": base64.b64encode(values).decode()}


def built(job):
    """The network of a job, in evaluation mode."""
    if "torchvision" in job:
        import torchvision

        return getattr(torchvision.models, job["torchvision"])(weights=None, **job["options"]).eval()
    names = {}
    exec(job["code"], names)  # the exported code defines the network as its last class
    return list(names.values())[-1]().eval()


def run(job, longest):
    """All outputs of one job."""
    module = built(job)
    seed(module, job["tensors"])
    height, width, channels = job["input"]
    picture = seeded_numbers("input", height * width * channels) - 0.4  # mostly below 0, so that padding shows
    x = picture.to(torch.float32).reshape(1, height, width, channels).permute(0, 3, 1, 2)
    return {path: sampled(tensor, longest) for path, tensor in forward(module, x, job["watch"]).items()}


if __name__ == "__main__":
    with torch.no_grad():
        order = json.load(sys.stdin)
        results = {job["name"]: run(job, order["longest"]) for job in order["jobs"]}
        json.dump({"torch": torch.__version__, "outputs": results}, sys.stdout)
