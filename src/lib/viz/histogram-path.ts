/** A histogram as an SVG path, moved and stretched by a line. */
import type {Line} from "../analysis/batch-norm.ts";

/** Where a histogram is drawn: its values' place across, its base line, the height of its tallest bin. */
export interface HistogramFrame {
  x: (value: number) => number;
  bottom: number;
  height: number;
}

/** The outline of a histogram whose bins divide a range evenly, every value having gone through a line; closed. */
export function areaPath(
  counts: ArrayLike<number>,
  [low, high]: readonly [number, number],
  {factor, offset}: Line,
  {x, bottom, height}: HistogramFrame
): string {
  const most = Math.max(1, ...Array.from(counts));
  const at = (edge: number): string => x(factor * (low + ((high - low) * edge) / counts.length) + offset).toFixed(1);
  const bars = Array.from(counts, (count, i) => `V${(bottom - (height * count) / most).toFixed(1)}H${at(i + 1)}`);
  return `M${at(0)} ${bottom}${bars.join("")}V${bottom}Z`;
}

/** The share of values below a limit after the line; within a bin they count as evenly spread. */
export function shareBelow(
  counts: readonly number[],
  [low, high]: readonly [number, number],
  {factor, offset}: Line,
  limit: number
): number {
  const place = (counts.length * ((limit - offset) / factor - low)) / (high - low); // in bins
  const below = counts.reduce((sum, count, i) => sum + count * Math.max(0, Math.min(1, place - i)), 0);
  const share = below / counts.reduce((sum, count) => sum + count, 0);
  return factor < 0 ? 1 - share : share;
}
