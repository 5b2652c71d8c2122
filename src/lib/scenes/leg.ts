import {fill, flat, type Mark} from "./mark.ts";
import {limb, polygon, type Point} from "./path.ts";

/** How a leg looks: thickness at hip, knee and ankle, its colour, and the colour of its hoof or sock. */
export type LegStyle = {
  readonly widths: readonly [number, number, number];
  readonly colour: string;
  readonly hoof?: string;
  readonly paw?: string;
};

/** A leg from hip to foot; `bend` pushes the knee forward (positive x) by so many units. */
export function leg(hip: Point, foot: Point, bend: number, {widths, colour, hoof, paw}: LegStyle): Mark[] {
  const knee: Point = [hip[0] * 0.45 + foot[0] * 0.55 + bend, hip[1] * 0.45 + foot[1] * 0.55];
  const [x, y] = foot;
  const w = widths[2];
  const marks = flat(limb([hip, knee, [x, y - w * 0.6]], widths), colour, 1.2);
  if (hoof)
    marks.push(
      fill(
        polygon([
          [x - w * 0.5, y - w * 0.9],
          [x + w * 0.5, y - w * 0.9],
          [x + w * 0.85, y],
          [x - w * 0.6, y]
        ]),
        hoof
      )
    );
  if (paw)
    marks.push(
      ...flat(
        limb(
          [
            [x - w * 0.2, y - w * 0.42],
            [x + w * 0.55, y - w * 0.4]
          ],
          [w * 0.95, w * 0.8]
        ),
        paw,
        0.8
      )
    );
  return marks;
}

/** How far each of four feet (near fore, near hind, far fore, far hind) is swung forward in a walk, in units of `stride`. */
export function gait(pose: number, stride: number): readonly [number, number, number, number] {
  const swing = (phase: number): number => Math.sin((pose + phase) * Math.PI * 2) * stride;
  return [swing(0.12), swing(0.62), swing(0.55), swing(0.05)];
}
