/** Shapes of the drawing as SVG path data. All have the same commands in the same order, so that CSS can move one into another. */

/** A horizontal edge, from `left` to `right`. */
export interface Edge {
  left: number;
  right: number;
}

/** A number with at most two decimals. */
export const print = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** A closed shape with three edges, at the top, half-way down and at the bottom, with vertical tangents between them. */
export function waisted(height: number, [top, middle, bottom]: readonly [Edge, Edge, Edge]): string {
  const [q1, q2, q3] = [height / 4, height / 2, (3 * height) / 4];
  const numbers = (list: readonly number[]): string => list.map(print).join(" ");
  return (
    `M${numbers([top.left, 0])}` +
    `C${numbers([top.left, q1, middle.left, q1, middle.left, q2])}` +
    `C${numbers([middle.left, q3, bottom.left, q3, bottom.left, height])}` +
    `L${numbers([bottom.right, height])}` +
    `C${numbers([bottom.right, q3, middle.right, q3, middle.right, q2])}` +
    `C${numbers([middle.right, q1, top.right, q1, top.right, 0])}Z`
  );
}

/** A rectangle. */
export function bar(height: number, edge: Edge): string {
  return waisted(height, [edge, edge, edge]);
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

/** Widths side by side, centred on 0. */
export function sideBySide(widths: readonly number[]): Edge[] {
  let x = -widths.reduce((sum, width) => sum + width, 0) / 2;
  return widths.map((width) => {
    const edge = {left: x, right: x + width};
    x += width;
    return edge;
  });
}
