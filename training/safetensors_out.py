"""Write a network's tensors as a safetensors file of float16 values."""

import json
import os
import struct
from pathlib import Path

LEFT_OUT = ("num_batches_tracked", "running_mean")


def kept(net):
    """The tensors of a network that inference needs, by name, as float16.

    Counts of batches are left out, and so are running means: a mean moves into its shift, b - m * w / sqrt(v + eps),
    and is 0 from then on, which is what a reader (PyTorch with strict=False, too) takes for an absent one.
    """
    return {name: folded(net, name).half() for name in net.state_dict() if name.rsplit(".", 1)[-1] not in LEFT_OUT}


def folded(net, name):
    """A tensor of the network; a batch normalisation's shift with the running mean in it."""
    *path, kind = name.split(".")
    layer = net.get_submodule(".".join(path))
    tensor = getattr(layer, kind)
    if kind != "bias" or getattr(layer, "running_mean", None) is None:
        return tensor
    scale = 1.0 if layer.weight is None else layer.weight
    return tensor - layer.running_mean * scale / (layer.running_var + layer.eps).sqrt()


def write_safetensors(path, net, metadata):
    """Write a network's tensors to `path` as float16: header length (8 bytes), JSON header padded to 8 bytes, data.

    `metadata` maps strings to strings. The file is written beside `path` and then moved there, so that a reader
    never sees half of one.
    """
    header, blobs, offset = {"__metadata__": metadata}, [], 0
    for name, tensor in kept(net).items():
        blob = tensor.detach().contiguous().numpy().tobytes()
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
