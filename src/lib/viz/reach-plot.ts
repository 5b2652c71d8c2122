/** Charts of receptive fields as plain geometry: growth by depth, and routes by size. */
import type {Pair} from "../spec/net.ts";

/** A chart's frame in pixels; the plot lies inside the margins. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A tick and where it stands. */
export interface Tick {
  value: number;
  at: number;
}

/** Growth of the receptive field: a line for the longest route, a band down to the shortest, as SVG paths. */
export interface GrowthPlot {
  line: string;
  band: string;
  x: (index: number) => number;
  y: (size: number) => number;
  ticks: Tick[];
}

/** Plots the sizes of the longest and of the shortest route by depth along one axis. */
export function plotGrowth(least: readonly number[], most: readonly number[], frame: Frame): GrowthPlot {
  const top = Math.max(...most);
  const x = (index: number): number =>
    frame.left + ((frame.width - frame.left - frame.right) * index) / Math.max(1, most.length - 1);
  const y = (size: number): number =>
    frame.height - frame.bottom - ((frame.height - frame.top - frame.bottom) * size) / top;
  const along = (sizes: readonly number[]): string[] => sizes.map((size, i) => `${round(x(i))},${round(y(size))}`);
  const line = `M${along(most).join("L")}`;
  return {
    line,
    band: `${line}L${along(least).reverse().join("L")}Z`,
    x,
    y,
    ticks: niceTicks(0, top, 5).map((value) => ({value, at: y(value)}))
  };
}

/** One bar of a histogram. */
export interface Bar {
  size: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A histogram of shares by size. */
export interface Histogram {
  bars: Bar[];
  x: (size: number) => number;
  ticks: Tick[];
}

/** Plots shares by size; bars are as wide as the smallest gap between sizes allows. */
export function plotRoutes(counts: readonly {size: number; share: number}[], frame: Frame): Histogram {
  const sizes = counts.map(({size}) => size);
  const gaps = sizes.slice(1).map((size, i) => size - sizes[i]!);
  const gap = gaps.length === 0 ? 1 : Math.min(...gaps);
  const [from, to]: Pair = [sizes[0]! - gap / 2, sizes.at(-1)! + gap / 2];
  const inner = frame.width - frame.left - frame.right;
  const tall = frame.height - frame.top - frame.bottom;
  const x = (size: number): number => frame.left + (inner * (size - from)) / (to - from);
  const highest = Math.max(...counts.map(({share}) => share));
  const room = (inner * gap) / (to - from);
  const width = Math.max(0.75, Math.min(28, room > 3 ? room - 1 : room));
  const bars = counts.map(({size, share}) => {
    const height = (tall * share) / highest;
    return {size, x: x(size) - width / 2, y: frame.height - frame.bottom - height, width, height};
  });
  return {bars, x, ticks: niceTicks(sizes[0]!, sizes.at(-1)!, 5).map((value) => ({value, at: x(value)}))};
}

// Multiples of 1, 2 or 5 times a power of ten within [from, to].
function niceTicks(from: number, to: number, most: number): number[] {
  const rough = Math.max(1, (to - from) / most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough)!;
  const first = Math.ceil(from / step);
  return Array.from({length: Math.floor(to / step) - first + 1}, (_, i) => (first + i) * step);
}

const round = (n: number): number => Math.round(10 * n) / 10;
