/** Lines of a small chart: data in, points out. */

/** A linear scale from values to units of a drawing. */
export interface Axis {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** Where a value lies. */
export function place({from, to, start, end}: Axis, value: number): number {
  return to === from ? start : start + ((value - from) / (to - from)) * (end - start);
}

/** The points of a line, as an SVG polyline has them. */
export function line(xs: readonly number[], ys: readonly number[], x: Axis, y: Axis): string {
  return xs.map((value, i) => `${place(x, value).toFixed(1)},${place(y, ys[i]!).toFixed(1)}`).join(" ");
}

/** Straight lines through points, as an SVG path has them. */
export function trace(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}

/** The value of a line at a place, between its points straight. */
export function valueAt(xs: readonly number[], ys: readonly number[], x: number): number {
  const right = xs.findIndex((one) => one >= x);
  if (right <= 0) return ys[right === 0 ? 0 : ys.length - 1]!;
  const share = (x - xs[right - 1]!) / (xs[right]! - xs[right - 1]!);
  return ys[right - 1]! + share * (ys[right]! - ys[right - 1]!);
}

/** Heights of labels, moved apart so that none is closer than `gap` to the next, in their order. */
export function spread(wanted: readonly number[], gap: number, bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  order.forEach((i, rank) => {
    if (rank > 0) placed[i] = Math.max(placed[i]!, placed[order[rank - 1]!]! + gap);
  });
  let limit = bottom;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i]!, limit);
    limit = placed[i] - gap;
  }
  return placed;
}
