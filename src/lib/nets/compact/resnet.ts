/** Inception-ResNet-v2 within the compact family's budget: scaled residual blocks of two branches around a wide map. */
import type {Series} from "../../spec/net.ts";
import {series} from "../../spec/build.ts";
import {branches17, branches8, reductionB, repeated, residual} from "../inception-resnet.ts";
import {down, half, head, unit} from "./shared.ts";

/** Inception-ResNet for 32×32 pictures: blocks at 16×16, a reduction, blocks at 8×8, a last 1×1. */
export function compactResnet(): Series {
  const [c16, c8] = [56, 192];
  return series(
    [
      ["conv1", unit(3, 24)],
      ["pool1", down],
      ["conv2", unit(3, c16)],
      ...repeated("block16", 2, residual("Block16", c16, 0.2, branches17(unit, [16, 12, 14, 16]))),
      ["mixed7a", reductionB(unit, 24, [48, 44, 32, 44], half, down)],
      ...repeated("block8", 4, residual("Block8", c8, 0.2, branches8(unit, [40, 40, 44, 52]))),
      ["conv3", unit(1, 168)],
      ...head
    ],
    "CompactResnet"
  );
}
