import {fill, stroke, type Mark} from "./mark.ts";
import {INK, shade, tint} from "./palette.ts";
import {ellipse} from "./path.ts";

/** A wheel with tyre, rim and five spokes, rolled on by the pose. */
export function wheel(x: number, y: number, radius: number, rim: string, pose: number): Mark[] {
  const spokes = Array.from({length: 5}, (_, i) => {
    const angle = ((i + pose) / 5) * Math.PI * 2;
    const reach = radius * 0.5;
    return stroke(
      [
        [x, y],
        [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach]
      ],
      shade(rim, 0.4),
      radius * 0.13
    );
  });
  return [
    fill(ellipse(x, y, radius), INK),
    fill(ellipse(x, y, radius * 0.62), shade(rim, 0.2)),
    fill(ellipse(x - radius * 0.04, y - radius * 0.06, radius * 0.54), tint(rim, 0.2)),
    ...spokes,
    fill(ellipse(x, y, radius * 0.16), shade(rim, 0.5))
  ];
}
