"""The command lines of train.py and heads.py; the defaults are the recipe of the networks that ship."""

import argparse
import math
from pathlib import Path

# Peak rates of the filters.
PEAK = {"muon": 0.06, "sgd": 0.2}


def arguments(trunk=False):
    """The command line's settings; with `trunk` also the file of the trunk's weights."""
    p = argparse.ArgumentParser(description="Train a compact network on CIFAR-10 mixed with drawn scenes.")
    p.add_argument("--net", default="compact_v1", help="module in --nets that defines the network")
    p.add_argument("--nets", type=Path, default=Path(__file__).resolve().parent / "nets", help="folder of networks")
    p.add_argument("--cifar10", required=True, help="folder of the binary batches or of lossless sheets")
    p.add_argument("--scenes", help="CIFAR-format records of drawn scenes to train on")
    p.add_argument("--scenes-test", help="CIFAR-format records of scenes held out")
    p.add_argument("--scenes-per-epoch", type=int, default=3000)
    p.add_argument("--out", required=True, type=Path, help="folder for checkpoints and results")
    p.add_argument("--epochs", type=int, default=26)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--batch", type=int, default=256)
    p.add_argument("--optimizer", choices=tuple(PEAK), default="muon")
    p.add_argument("--lr", type=float, help=f"peak rate of the filters: by default, {PEAK}")
    p.add_argument("--lr-rest", type=float, default=0.1, help="peak rate of all else under muon")
    p.add_argument("--weight-decay", type=float, default=5e-4)
    p.add_argument("--warm-up", type=float, default=0.1, help="share of the steps over which the rate rises")
    p.add_argument("--smoothing", type=float, default=0.05)
    p.add_argument("--shift", type=int, default=4, help="largest move of a crop, pixels")
    p.add_argument("--ema", type=float, default=0.998, help="decay of the averaged weights, per step")
    p.add_argument("--fp32", action="store_true", help="no bfloat16 autocast")
    p.add_argument("--fused", action="store_true", help="the compiled passes of fused.py, on one thread")
    p.add_argument("--threads", type=int, default=2, help="processor threads")
    p.add_argument("--take", type=int, help="use only the first so many CIFAR-10 pictures (trials)")
    p.add_argument("--evaluate-every", type=int, default=13)
    p.add_argument("--max-minutes", type=float, default=math.inf, help="stop after the epoch that passes this")
    if trunk:
        p.add_argument("--trunk", required=True, type=Path, help="safetensors file of the finished network")
        p.set_defaults(epochs=8, evaluate_every=4)
    p.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out, if there is one")
    settings = p.parse_args()
    if settings.lr is None:
        settings.lr = PEAK[settings.optimizer]
    return settings
