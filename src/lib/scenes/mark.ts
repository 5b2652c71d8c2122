import {bounds, curve, ellipse, mapPath, move, scale, type Bounds, type Matrix, type Path, type Point} from "./path.ts";
import {INK, PAPER, shade, tint} from "./palette.ts";

/** A painted path before it is placed in the frame; `clip` limits it to the inside of another path. */
export type Mark = {
  readonly path: Path;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly opacity?: number;
  readonly clip?: Path;
};

/** A filled path. */
export function fill(path: Path, colour: string, opacity = 1): Mark {
  return opacity < 1 ? {path, fill: colour, opacity} : {path, fill: colour};
}

/** A stroked line with round ends. */
export function line(path: Path, colour: string, width: number): Mark {
  return {path, stroke: colour, width};
}

/** The smooth stroked line through the points. */
export function stroke(points: readonly Point[], colour: string, width: number): Mark {
  return line(curve(points), colour, width);
}

/** A mark that shows only inside the given outline: a stripe on a coat, a belly, a window line. */
export function inside(outline: Path, mark: Mark): Mark {
  return {...mark, clip: outline};
}

/**
 * A body in three flat tones: shadow along its lower edge (`depth` units), the colour itself, and a thin light rim along
 * its upper edge. The light comes from above, a little from the left.
 */
export function solid(path: Path, colour: string, depth = 3): Mark[] {
  const lit = mapPath(path, move(-depth * 0.3, -depth));
  const core = mapPath(path, move(depth * 0.15, depth * 0.4));
  return [fill(path, shade(colour, 0.26)), inside(path, fill(lit, tint(colour, 0.3))), inside(lit, fill(core, colour))];
}

/** A body in two flat tones, without the light rim: for far legs and small parts. */
export function flat(path: Path, colour: string, depth = 2): Mark[] {
  return [fill(path, shade(colour, 0.24)), inside(path, fill(mapPath(path, move(-depth * 0.3, -depth)), colour))];
}

/** Applies an affine map to marks; the widths of lines follow the map's area. */
export function mapMarks(marks: readonly Mark[], matrix: Matrix): Mark[] {
  const [a, b, c, d] = matrix;
  const factor = Math.sqrt(Math.abs(a * d - b * c));
  return marks.map((mark) => ({
    ...mark,
    path: mapPath(mark.path, matrix),
    ...(mark.width === undefined ? {} : {width: mark.width * factor}),
    ...(mark.clip === undefined ? {} : {clip: mapPath(mark.clip, matrix)})
  }));
}

/** Marks and their mirror image about the vertical axis x = 0: for faces seen from the front. */
export function mirrored(marks: readonly Mark[]): Mark[] {
  return [...marks, ...mapMarks(marks, scale(-1, 1))];
}

/** The box round all marks that are not clipped. */
export function marksBounds(marks: readonly Mark[]): Bounds {
  return bounds(marks.filter(({clip}) => !clip).map(({path}) => path));
}

/** A round eye looking ahead: white (left out with `bead`), pupil and glint; `r` is the radius of the white. */
export function eye(x: number, y: number, r: number, iris?: string): Mark[] {
  const white = iris === undefined ? [] : [fill(ellipse(x, y, r), iris)];
  const pupil = iris === undefined ? r : r * 0.66;
  return [
    ...white,
    fill(ellipse(x, y, pupil), INK),
    fill(ellipse(x - pupil * 0.3, y - pupil * 0.4, pupil * 0.33), PAPER)
  ];
}
