"""Runs exported PyTorch or Keras code and says what it found; called by check-exports.ts.

`check-exports.py pytorch|keras FOLDER` reads {"id": {"input", "code"}} as JSON and writes {"version", "rows"}. PyTorch fills every
tensor with numbers that depend on its name alone and leaves them, the picture and the output in FOLDER, as float32 in "id.bin"
and the tensors' shapes and places in "id.json"; Keras and TensorFlow.js take them from there, so that outputs can be compared.
"""

import json
import sys
import zlib
from pathlib import Path

import numpy as np

RANGES = {"running_mean": (-0.1, 0.1), "running_var": (0.8, 1.2), "bias": (-0.1, 0.1)}


def fill(name, shape):
    """Numbers for a tensor of PyTorch's state_dict: He's range for kernels, near 1 for scales and variances."""
    kind = name.rsplit(".", 1)[1]
    reach = np.sqrt(6 / max(1, np.prod(shape[1:])))
    low, high = RANGES.get(kind, (-reach, reach) if len(shape) > 1 else (0.8, 1.2))
    return np.random.default_rng(zlib.crc32(name.encode())).uniform(low, high, shape).astype("float32")


def picture(height, width, channels):
    """The input of a comparison, [1, height, width, channels]; mostly below 0, so that padding shows."""
    return np.random.default_rng(1).uniform(-1.4, 0.6, (1, height, width, channels)).astype("float32")


def save(folder, name, tensors):
    """Tensors as one file, and where each of them lies in it."""
    index, start = {}, 0
    with open(folder / f"{name}.bin", "wb") as file:
        for key, value in tensors.items():
            index[key] = {"shape": value.shape, "start": start}
            start += value.size
            file.write(np.ascontiguousarray(value, "<f4").tobytes())
    (folder / f"{name}.json").write_text(json.dumps(index))


def stored(folder, name):
    """What save wrote."""
    numbers = np.fromfile(folder / f"{name}.bin", "<f4")
    index = json.loads((folder / f"{name}.json").read_text())
    return {
        key: numbers[at["start"] : at["start"] + int(np.prod(at["shape"]))].reshape(at["shape"])
        for key, at in index.items()
    }


def load(code):
    """Everything that the code defines."""
    names = {"__name__": "exported"}
    exec(code, names)
    return names


def root_of(names):
    """The network: the last class of the code."""
    own = [value for value in names.values() if isinstance(value, type) and value.__module__ == "exported"]
    return own[-1]


def run_pytorch(code, shape, folder, name):
    """Counts and output of a PyTorch module, and the shapes that its heads give."""
    import torch

    net = root_of(load(code))()
    parts = dict(net.named_children())
    heads = [key for key, part in parts.items() if "Head" in [base.__name__ for base in type(part).__mro__]]
    state = {key: fill(key, tuple(t.shape)) for key, t in net.state_dict().items() if not key.endswith("tracked")}
    net.load_state_dict({key: torch.from_numpy(value) for key, value in state.items()}, strict=False)
    counts = {key: p.numel() for key, p in net.named_parameters()}
    x = picture(*shape)
    y = torch.from_numpy(x).permute(0, 3, 1, 2).contiguous()
    with torch.no_grad():
        output = net.eval()(y)
        found = {}
        for key, part in parts.items() if heads else []:
            answer = part(y)
            if key in heads:
                found[key] = list(answer.shape[1:])
            else:
                y = answer
    output = (output.permute(0, 2, 3, 1) if output.dim() == 4 else output).numpy()
    save(folder, name, {**state, "input": x, "output": output})
    return {
        "output": list(output.shape[1:]),
        "params": sum(n for key, n in counts.items() if key.split(".")[0] not in heads),
        "withHeads": sum(counts.values()),
        "statistics": sum(v.size for key, v in state.items() if ".running_" in key and key.split(".")[0] not in heads),
        "heads": found,
    }


def kernel_of(value):
    """A tensor of PyTorch's in Keras's layout."""
    return value.transpose(2, 3, 1, 0) if value.ndim == 4 else value.T


KINDS = {"kernel": "weight", "gamma": "weight", "bias": "bias", "beta": "bias"}
KINDS |= {"moving_mean": "running_mean", "moving_variance": "running_var"}


def size(variables):
    """Numbers in some variables; the state of dropout's dice is no part of the network."""
    return sum(int(np.prod(v.shape)) for v in variables if "seed" not in v.path)


def run_keras(code, shape, folder, name):
    """Counts of a Keras model, and how far its output is from PyTorch's with the same numbers."""
    import keras

    names = load(code)
    trunk = root_of(names).__mro__[1].__name__ == "Trunk"
    whole = names["build_model"](heads=True) if trunk else names["build_model"]()
    model = names["build_model"]()
    tensors = stored(folder, name)
    for variable in model.variables:
        if "seed" not in variable.path:
            _, *path, kind = variable.path.split("/")
            variable.assign(kernel_of(tensors[".".join([*path, KINDS[kind]])]))
    output = keras.ops.convert_to_numpy(model(tensors["input"], training=False))
    expected = tensors["output"]
    return {
        "output": list(output.shape[1:]),
        "params": size(model.trainable_weights),
        "withHeads": size(whole.trainable_weights),
        "statistics": size(model.non_trainable_weights),
        "difference": float(np.abs(output - expected).max() / np.abs(expected).max()),
    }


def main(dialect, folder):
    run = {"pytorch": run_pytorch, "keras": run_keras}[dialect]
    rows = {}
    for name, job in json.load(sys.stdin).items():
        rows[name] = run(job["code"], job["input"], Path(folder), name)
        print(f"{dialect} {name}: {rows[name]}", file=sys.stderr)
    json.dump({"version": version(dialect), "rows": rows}, sys.stdout)


def version(dialect):
    """What ran the code."""
    if dialect == "pytorch":
        return __import__("torch").__version__
    keras = __import__("keras")
    return f"{keras.__version__}, backend {keras.config.backend()}"


main(*sys.argv[1:])
