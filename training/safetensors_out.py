"""Write a network's tensors as a safetensors file of float16 values."""

import json
import os
import struct
from pathlib import Path


EPS = 0.001  # of every batch normalisation here


def kept(state):
    """The tensors of a state dict that inference needs, as float16.

    Counts of batches are left out, and so are running means: a mean moves into its shift, b - m * w / sqrt(v + eps),
    and is 0 from then on, which is what a reader (PyTorch with strict=False, too) takes for an absent one.
    """
    return {name: folded(name, state).half() for name in state if name.rsplit(".", 1)[1] not in LEFT_OUT}


LEFT_OUT = ("num_batches_tracked", "running_mean")


def folded(name, state):
    """A tensor of the state dict; a batch normalisation's shift with the running mean in it."""
    base, kind = name.rsplit(".", 1)
    if kind != "bias" or f"{base}.running_mean" not in state:
        return state[name]
    scale = state.get(f"{base}.weight", 1.0) / (state[f"{base}.running_var"] + EPS).sqrt()
    return state[name] - state[f"{base}.running_mean"] * scale


def write_safetensors(path, state, metadata):
    """Write a state dict to `path` as float16: header length (8 bytes), JSON header padded to 8 bytes, data.

    `metadata` maps strings to strings. The file is written beside `path` and then moved there, so that a reader
    never sees half of one.
    """
    header, blobs, offset = {"__metadata__": metadata}, [], 0
    for name, tensor in kept(state).items():
        blob = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": "F16", "shape": list(tensor.shape), "data_offsets": [offset, offset + len(blob)]}
        blobs.append(blob)
        offset += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    replace(path, struct.pack("<Q", len(text)) + text + b"".join(blobs))


def replace(path, data):
    """Put `data`, bytes, at `path` in one move."""
    beside = Path(f"{path}.part")
    beside.write_bytes(data)
    os.replace(beside, path)
