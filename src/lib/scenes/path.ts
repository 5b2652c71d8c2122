/** A point; the optional third number is its softness: 1 (the default) rounds the outline there, 0 makes a corner. */
export type Point = readonly [x: number, y: number, softness?: number];

/** One drawing command with its absolute points: one for M and L, three for C (two handles and the end), none for Z. */
export type Segment = {readonly type: "M" | "L" | "C" | "Z"; readonly points: readonly Point[]};

/** An outline or a line, as a list of commands. */
export type Path = readonly Segment[];

/** An affine map x' = ax + cy + e, y' = bx + dy + f, in the order of SVG's matrix(). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** An axis-aligned box. */
export type Bounds = {left: number; top: number; right: number; bottom: number};

const HANDLE = 0.38; // of the chord; 0.39 would make four points of a circle a circle

/** The smooth closed outline through the points. */
export function blob(points: readonly Point[]): Path {
  return [...through(points, true), {type: "Z", points: []}];
}

/** The smooth open line through the points. */
export function curve(points: readonly Point[]): Path {
  return through(points, false);
}

/** The closed outline with straight sides. */
export function polygon(points: readonly Point[]): Path {
  return [...polyline(points), {type: "Z", points: []}];
}

/** The open line with straight parts. */
export function polyline(points: readonly Point[]): Path {
  return points.map((point, i) => ({type: i === 0 ? "M" : "L", points: [point]}));
}

/** The closed outline with straight sides and corners rounded by at most the given radius. */
export function rounded(points: readonly Point[], radius: number): Path {
  const path: Segment[] = [];
  points.forEach((corner, i) => {
    const before = at(points, i - 1);
    const after = at(points, i + 1);
    const start = towards(corner, before, radius);
    const end = towards(corner, after, radius);
    path.push({type: i === 0 ? "M" : "L", points: [start]});
    path.push({type: "C", points: [between(start, corner, 0.55), between(end, corner, 0.55), end]});
  });
  return [...path, {type: "Z", points: []}];
}

/** A rectangle from its top left corner, with rounded corners. */
export function box(x: number, y: number, width: number, height: number, radius = 0): Path {
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height]
  ];
  return radius > 0 ? rounded(corners, Math.min(radius, width / 2, height / 2)) : polygon(corners);
}

/** An ellipse round (x, y), turned clockwise by `degrees`. */
export function ellipse(x: number, y: number, rx: number, ry = rx, degrees = 0): Path {
  const k = 0.5523;
  const around: Path = [
    {type: "M", points: [[rx, 0]]},
    {
      type: "C",
      points: [
        [rx, ry * k],
        [rx * k, ry],
        [0, ry]
      ]
    },
    {
      type: "C",
      points: [
        [-rx * k, ry],
        [-rx, ry * k],
        [-rx, 0]
      ]
    },
    {
      type: "C",
      points: [
        [-rx, -ry * k],
        [-rx * k, -ry],
        [0, -ry]
      ]
    },
    {
      type: "C",
      points: [
        [rx * k, -ry],
        [rx, -ry * k],
        [rx, 0]
      ]
    },
    {type: "Z", points: []}
  ];
  return mapPath(around, chain(turn(degrees), move(x, y)));
}

/** A tapered limb along a smooth centre line: `widths[i]` is its thickness at `points[i]`, and both ends are round. */
export function limb(points: readonly Point[], widths: readonly number[]): Path {
  const left: Point[] = [];
  const right: Point[] = [];
  points.forEach((point, i) => {
    const [dx, dy] = direction(points, i, false);
    const half = (widths[Math.min(i, widths.length - 1)] ?? 1) / 2;
    left.push([point[0] + dy * half, point[1] - dx * half]);
    right.unshift([point[0] - dy * half, point[1] + dx * half]);
  });
  return blob([...left, cap(points, widths, true), ...right, cap(points, widths, false)]);
}

/** Applies an affine map to every point of a path. */
export function mapPath(path: Path, matrix: Matrix): Path {
  const [a, b, c, d, e, f] = matrix;
  return path.map(({type, points}) => ({
    type,
    points: points.map(([x, y]): Point => [a * x + c * y + e, b * x + d * y + f])
  }));
}

/** The map that moves by (x, y). */
export function move(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

/** The map that scales about the origin. */
export function scale(x: number, y = x): Matrix {
  return [x, 0, 0, y, 0, 0];
}

/** The map that turns clockwise (as seen, y pointing down) by degrees about a point. */
export function turn(degrees: number, about: Point = [0, 0]): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = about;
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

/** The map that applies the given maps one after the other, the first one first. */
export function chain(...matrices: readonly Matrix[]): Matrix {
  return matrices.reduce((m, n) => [
    n[0] * m[0] + n[2] * m[1],
    n[1] * m[0] + n[3] * m[1],
    n[0] * m[2] + n[2] * m[3],
    n[1] * m[2] + n[3] * m[3],
    n[0] * m[4] + n[2] * m[5] + n[4],
    n[1] * m[4] + n[3] * m[5] + n[5]
  ]);
}

/** The box round the given paths, curves sampled at their quarters; an empty list gives an inverted, infinite box. */
export function bounds(paths: readonly Path[]): Bounds {
  const found: Bounds = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
  const include = (x: number, y: number): void => {
    found.left = Math.min(found.left, x);
    found.right = Math.max(found.right, x);
    found.top = Math.min(found.top, y);
    found.bottom = Math.max(found.bottom, y);
  };
  for (const path of paths) {
    let pen: Point = [0, 0];
    for (const {type, points} of path) {
      const end = points[points.length - 1];
      if (!end) continue;
      if (type === "C") for (const t of [0.25, 0.5, 0.75]) include(...onCubic(pen, points, t));
      include(end[0], end[1]);
      pen = end;
    }
  }
  return found;
}

/** SVG path data with two decimals. */
export function pathData(path: Path): string {
  return path.map(({type, points}) => type + points.map(([x, y]) => `${decimal(x)} ${decimal(y)}`).join(" ")).join("");
}

function decimal(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

function through(points: readonly Point[], closed: boolean): Segment[] {
  const first = points[0];
  if (!first || points.length < 2) throw new Error(`path: a curve needs at least 2 points, found ${points.length}`);
  const path: Segment[] = [{type: "M", points: [first]}];
  const segments = closed ? points.length : points.length - 1;
  for (let i = 0; i < segments; i++) {
    const from = at(points, i);
    const to = at(points, i + 1);
    const reach = HANDLE * Math.hypot(to[0] - from[0], to[1] - from[1]);
    const out = direction(points, i, closed);
    const into = direction(points, i + 1, closed);
    const leave = reach * (from[2] ?? 1);
    const arrive = reach * (to[2] ?? 1);
    path.push({
      type: "C",
      points: [
        [from[0] + out[0] * leave, from[1] + out[1] * leave],
        [to[0] - into[0] * arrive, to[1] - into[1] * arrive],
        [to[0], to[1]]
      ]
    });
  }
  return path;
}

/** The unit vector from the neighbour before point i to the neighbour after it. */
function direction(points: readonly Point[], i: number, closed: boolean): readonly [number, number] {
  const last = points.length - 1;
  const before = closed ? at(points, i - 1) : at(points, Math.max(0, i - 1));
  const after = closed ? at(points, i + 1) : at(points, Math.min(last, i + 1));
  const dx = after[0] - before[0];
  const dy = after[1] - before[1];
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}

function cap(points: readonly Point[], widths: readonly number[], end: boolean): Point {
  const i = end ? points.length - 1 : 0;
  const [dx, dy] = direction(points, i, false);
  const out = ((end ? 1 : -1) * (widths[Math.min(i, widths.length - 1)] ?? 1)) / 2;
  const [x, y] = at(points, i);
  return [x + dx * out, y + dy * out];
}

function at(points: readonly Point[], i: number): Point {
  return points[(i + points.length) % points.length] as Point;
}

function between(from: Point, to: Point, t: number): Point {
  return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return between(from, to, Math.min(0.5, distance / length));
}

function onCubic(p: Point, points: readonly Point[], t: number): [number, number] {
  const [q, r, s] = points as readonly [Point, Point, Point];
  const u = 1 - t;
  const mixed = (k: 0 | 1): number => u * u * u * p[k] + 3 * u * u * t * q[k] + 3 * u * t * t * r[k] + t * t * t * s[k];
  return [mixed(0), mixed(1)];
}
