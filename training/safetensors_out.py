"""Write a network's tensors as a safetensors file of float16 values."""

import json
import os
import struct
from pathlib import Path


def kept(state):
    """The tensors of a state dict that inference needs, as float16: all but the counts of batches."""
    return {name: tensor.half() for name, tensor in state.items() if not name.endswith("num_batches_tracked")}


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
