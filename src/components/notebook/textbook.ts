/**
 * For prose: the bottleneck of the textbooks, counted for one position: a 3×3 with as many channels out as in, directly and
 * through a thin middle. Its widths are those of ResNet-50's conv2_2.
 */
import {factNumber} from "./facts.ts";

const channels = (layer: string): number =>
  factNumber({of: "resnet50@torchvision", what: "channels", scope: `conv2_2/sum/residual/${layer}`});

/** Channels outside and in the middle. */
export const [WIDE, THIN] = [channels("expand"), channels("reduce")];

/** Multiply–adds: the 3×3 directly; a 1×1 into the middle or out of it, the 3×3 inside, and the whole detour. */
export const DIRECT = WIDE * WIDE * 9;
export const [INTO, INSIDE] = [WIDE * THIN, THIN * THIN * 9];
export const DETOUR = 2 * INTO + INSIDE;
