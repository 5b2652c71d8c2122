/** Shapes of the drawing as SVG path data. All have the same commands in the same order, so that CSS can move one into another. */

/** Adds a shape whose path data `d` is written when it is first asked for: of what stays off the screen, never. */
export function drawnLater<T extends object>(rest: T, draw: () => string): T & {readonly d: string} {
  let d: string | undefined;
  return {
    ...rest,
    get d() {
      return (d ??= draw());
    }
  };
}

/** A horizontal edge, from `left` to `right`. */
export interface Edge {
  left: number;
  right: number;
}

/** The edge of a width around a centre. */
export const around = (centre: number, width: number): Edge => ({left: centre - width / 2, right: centre + width / 2});

/** An edge moved sideways. */
export const shift = ({left, right}: Edge, by: number): Edge => ({left: left + by, right: right + by});

/** The edge from the leftmost to the rightmost of several. */
export const hull = (edges: readonly Edge[]): Edge => ({
  left: Math.min(...edges.map(({left}) => left)),
  right: Math.max(...edges.map(({right}) => right))
});

/** A number with at most two decimals. */
export const print = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** A length to half a pixel: a picture that grows a little leaves most of a drawing as it is, and nobody sees the difference. */
export const toHalf = (pixels: number): number => Math.round(2 * pixels) / 2;

/**
 * A closed shape with three edges, at the top, half-way down and at the bottom, with vertical tangents between them.
 * It begins at the height `y`.
 */
export function waisted(height: number, [top, middle, bottom]: readonly [Edge, Edge, Edge], y = 0): string {
  const [q1, q2, q3, end] = [y + height / 4, y + height / 2, y + (3 * height) / 4, y + height];
  const numbers = (list: readonly number[]): string => list.map(print).join(" ");
  return (
    `M${numbers([top.left, y])}` +
    `C${numbers([top.left, q1, middle.left, q1, middle.left, q2])}` +
    `C${numbers([middle.left, q3, bottom.left, q3, bottom.left, end])}` +
    `L${numbers([bottom.right, end])}` +
    `C${numbers([bottom.right, q3, middle.right, q3, middle.right, q2])}` +
    `C${numbers([middle.right, q1, top.right, q1, top.right, y])}Z`
  );
}

/** A rectangle. */
export function bar(height: number, edge: Edge, y = 0): string {
  return waisted(height, [edge, edge, edge], y);
}

/** A ribbon from one edge at height `y0` down to another at `y1`: bent above the height `knee`, straight below. */
export function ribbon(from: Edge, y0: number, to: Edge, y1: number, knee: number = y1): string {
  const middle = (y0 + knee) / 2;
  const numbers = (list: readonly number[]): string => list.map(print).join(" ");
  return (
    `M${numbers([from.left, y0])}` +
    `C${numbers([from.left, middle, to.left, middle, to.left, knee])}` +
    `L${numbers([to.left, y1])}L${numbers([to.right, y1])}L${numbers([to.right, knee])}` +
    `C${numbers([to.right, middle, from.right, middle, from.right, y0])}Z`
  );
}

/** A ribbon that takes a lane aside: bent into it above `knees[0]`, straight down to `knees[1]`, and bent again to its end. */
export function detour(
  from: Edge,
  y0: number,
  lane: Edge,
  knees: readonly [number, number],
  to: Edge,
  y1: number
): string {
  const [k1, k2] = knees;
  const [m1, m2] = [(y0 + k1) / 2, (k2 + y1) / 2];
  const numbers = (list: readonly number[]): string => list.map(print).join(" ");
  return (
    `M${numbers([from.left, y0])}` +
    `C${numbers([from.left, m1, lane.left, m1, lane.left, k1])}L${numbers([lane.left, k2])}` +
    `C${numbers([lane.left, m2, to.left, m2, to.left, y1])}L${numbers([to.right, y1])}` +
    `C${numbers([to.right, m2, lane.right, m2, lane.right, k2])}L${numbers([lane.right, k1])}` +
    `C${numbers([lane.right, m1, from.right, m1, from.right, y0])}Z`
  );
}

/** A line of right angles, `thick` wide, through points [x, y]. */
export function wire(points: readonly (readonly [x: number, y: number])[], thick: number): string {
  const half = thick / 2;
  return points
    .slice(1)
    .map(([x1, y1], i) => {
      const [x0, y0] = points[i]!;
      const upright = x0 === x1;
      const [left, right] = [Math.min(x0, x1) - half, Math.max(x0, x1) + half];
      const [top, bottom] = upright ? [Math.min(y0, y1), Math.max(y0, y1)] : [y0 - half, y0 + half];
      const corners = [left, top, right, top, right, bottom, left, bottom].map(print);
      return `M${corners.slice(0, 2).join(" ")}L${corners.slice(2).join(" ")}Z`;
    })
    .join("");
}

/** Widths side by side, centred on 0. */
export function sideBySide(widths: readonly number[]): Edge[] {
  let x = -widths.reduce((sum, width) => sum + width, 0) / 2;
  return widths.map((width) => {
    const edge = {left: x, right: x + width};
    x += width;
    return edge;
  });
}
