"""CIFAR-10 and scenes as uint8 arrays, and batches cropped, mirrored and normalised from them."""

from pathlib import Path

import numpy as np
import torch

MEAN = (0.4914, 0.4822, 0.4465)
STD = (0.2470, 0.2435, 0.2616)
PREPROCESSING = {"divide": 255, "mean": MEAN, "std": STD, "channels": "RGB", "size": [32, 32]}
"""What is done to a picture's bytes before the network sees them; the site does the same."""

SIDE = 32
RECORD = 1 + 3 * SIDE * SIDE


class Pictures:
    """Pictures [n, 32, 32, 3] uint8 with labels [n] int64."""

    def __init__(self, pixels, labels):
        self.pixels = pixels
        self.labels = labels.astype(np.int64)

    def __len__(self):
        return len(self.labels)

    def __add__(self, other):
        return Pictures(np.concatenate([self.pixels, other.pixels]), np.concatenate([self.labels, other.labels]))


def read_records(*paths):
    """Read files of CIFAR records: a label byte, then the red, green and blue planes of a 32x32 picture."""
    data = np.concatenate([np.fromfile(path, np.uint8) for path in paths])
    if len(data) % RECORD:
        raise ValueError(f"{paths[0]}: needed whole records of {RECORD} bytes, found {len(data)} bytes")
    records = data.reshape(-1, RECORD)
    planes = records[:, 1:].reshape(-1, 3, SIDE, SIDE)
    return Pictures(np.ascontiguousarray(planes.transpose(0, 2, 3, 1)), records[:, 0])


def read_sheets(folder, part):
    """Read one part, train or test, from lossless sheets of 50x50 pictures and a file of labels."""
    from PIL import Image

    sheets = [np.asarray(Image.open(path).convert("RGB")) for path in sorted(folder.glob(f"{part}-*.webp"))]
    tiles = [sheet.reshape(-1, SIDE, sheet.shape[1] // SIDE, SIDE, 3).swapaxes(1, 2) for sheet in sheets]
    pixels = np.concatenate([tile.reshape(-1, SIDE, SIDE, 3) for tile in tiles])
    return Pictures(pixels, np.fromfile(folder / f"{part}_labels.bin", np.uint8)[: len(pixels)])


def read_cifar10(folder, cache):
    """Read the training and the test part from the original batches or from sheets, keeping a copy in `cache`."""
    return tuple(cached(cache / f"cifar10-{part}.npz", lambda: read_part(Path(folder), part)) for part in PARTS)


PARTS = {"train": [f"data_batch_{n}.bin" for n in range(1, 6)], "test": ["test_batch.bin"]}


def read_part(folder, part):
    """Read one part of CIFAR-10 from whichever of the two layouts the folder has."""
    batches = [folder / name for name in PARTS[part]]
    pictures = read_records(*batches) if batches[0].exists() else read_sheets(folder, part)
    expected = 50000 if part == "train" else 10000
    if len(pictures) != expected:
        raise ValueError(f"{folder}: needed {expected} {part} pictures, found {len(pictures)}")
    return pictures


def cached(path, read):
    """The pictures kept at `path`, or those that `read` returns, kept there for the next time."""
    if path.exists():
        with np.load(path) as kept:
            return Pictures(kept["pixels"], kept["labels"])
    pictures = read()
    np.savez(path, pixels=pictures.pixels, labels=pictures.labels)
    return pictures


def normalised(pixels):
    """Pictures [n, h, w, 3] uint8 as the network's input: NCHW float32 in channels-last order."""
    values = torch.from_numpy(np.ascontiguousarray(pixels)).permute(0, 3, 1, 2).float()
    shape = (1, 3, 1, 1)
    return values.div_(255).sub_(torch.tensor(MEAN).view(shape)).div_(torch.tensor(STD).view(shape))


def crops(pixels, indices, shifts, mirrored):
    """The pictures at `indices`, moved by `shifts` [n, 2] pixels with reflected edges, some of them mirrored.

    One gather for the whole batch: the row and column that each output pixel is taken from.
    """
    steps = np.arange(SIDE)
    rows = reflected(shifts[:, :1] + steps)
    columns = reflected(shifts[:, 1:] + steps)
    columns = np.where(mirrored[:, None], columns[:, ::-1], columns)
    return pixels[indices[:, None, None], rows[:, :, None], columns[:, None, :]]


def reflected(positions):
    """Positions outside 0..31 reflected back inside, the edge itself not repeated."""
    return SIDE - 1 - np.abs(SIDE - 1 - np.abs(positions))


def epoch_batches(pictures, always, epoch, settings):
    """Batches of one epoch as pairs (input, labels), shuffled.

    The first `always` pictures, CIFAR-10, are in every epoch; of the others, the scenes, a fresh draw is.

    Everything random follows from the seed and the epoch, so that a resumed run sees what an unbroken one would.
    Mirroring alternates: a picture mirrored in one epoch is not in the next (Jordan's airbench, 2024).
    """
    rng = np.random.default_rng([settings.seed, epoch])
    drawn = always + rng.permutation(len(pictures) - always)[: settings.scenes_per_epoch]
    order = rng.permutation(np.concatenate([np.arange(always), drawn]))
    first = np.random.default_rng([settings.seed, 1 << 20]).random(len(pictures)) < 0.5
    for start in range(0, len(order) - settings.batch + 1, settings.batch):
        indices = order[start : start + settings.batch]
        shifts = rng.integers(-settings.shift, settings.shift + 1, (len(indices), 2))
        mirrored = first[indices] ^ bool(epoch % 2)
        pixels = crops(pictures.pixels, indices, shifts, mirrored)
        yield normalised(pixels), torch.from_numpy(pictures.labels[indices])
