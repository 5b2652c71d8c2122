/** The curve of a training run as points of a drawing: loss on the left scale, accuracy on the right. */
import type {TrainingResults} from "./training-results.ts";

/** Size of the drawing and the room around the curves, in its own units. */
export const FRAME = {width: 640, height: 230, left: 56, right: 72, top: 20, bottom: 46} as const;

/** One measured accuracy. */
export interface Dot {
  x: number;
  y: number;
  epoch: number;
  /** Per cent. */
  top1: number;
}

/** Points ready to draw, and the ends of both scales. */
export interface TrainingPlot {
  loss: {points: string; low: number; high: number; firstY: number};
  top1: {points: string; low: number; dots: Dot[]};
  lastEpoch: number;
}

/** Lays out a run; undefined if it has fewer than two epochs. */
export function trainingPlot({curve, epochs}: Pick<TrainingResults, "curve" | "epochs">): TrainingPlot | undefined {
  if (curve.length < 2) return undefined;
  const losses = curve.map((row) => row.train_loss);
  const [low, high] = [Math.floor(2 * Math.min(...losses)) / 2, Math.ceil(2 * Math.max(...losses)) / 2];
  const measured = curve.flatMap(({epoch, cifar10_test_top1: top1}) => (top1 === undefined ? [] : [{epoch, top1}]));
  const floor = 10 * Math.floor(Math.min(90, ...measured.map(({top1}) => top1)) / 10);
  const x = (epoch: number): number => FRAME.left + ((FRAME.width - FRAME.left - FRAME.right) * epoch) / epochs;
  const y = (n: number, from: number, to: number): number =>
    FRAME.height - FRAME.bottom - ((n - from) / (to - from)) * (FRAME.height - FRAME.top - FRAME.bottom);
  const dots = measured.map(({epoch, top1}) => ({epoch, top1, x: x(epoch), y: y(top1, floor, 100)}));
  const line = (points: {x: number; y: number}[]): string =>
    points.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(" ");
  return {
    loss: {
      points: line(curve.map((row) => ({x: x(row.epoch), y: y(row.train_loss, low, high)}))),
      ...{low, high, firstY: y(losses[0]!, low, high)}
    },
    top1: {points: line(dots), low: floor, dots},
    lastEpoch: epochs
  };
}
