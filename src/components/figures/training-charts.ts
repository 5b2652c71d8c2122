/** The charts of all training runs, drawn with Observable Plot when the site is built: no script is needed to see them. */
import * as Plot from "@observablehq/plot";
import {type Axis, place, spread} from "../../lib/viz/curve.ts";
import {drawnOnce} from "../parts/built-plot.ts";
import {shortBranch} from "../strings/branches.ts";
import {trainingStrings} from "../strings/training.ts";
import type {HeadRun, TrainedRun} from "./training-results.ts";

/** A finished drawing and what it says, for readers who cannot see it. */
export interface BuiltChart {
  svg: string;
  label: string;
}

/** One network's points in a chart, and its name at their end. */
interface Series {
  name: string;
  points: readonly {x: number; y: number}[];
}

const strings = trainingStrings.en;
const SIZE = {width: 400, height: 270};
const ROOM = {left: 48, right: 128, top: 30, bottom: 42};
const GAP = 14; // pixels from one name to the next
const LEADER = 14; // pixels from the end of a line to its name

/** Ink and dash of the lines, in their order: told apart without colours that mean a branch elsewhere. */
const LINES = ["none", "7 3", "2 3", "9 3 2 3"].flatMap((strokeDasharray) =>
  ["var(--accent)", "var(--ink)"].map((stroke) => ({stroke, strokeDasharray}))
);

/**
 * Accuracy against multiply–adds, accuracy against parameters, loss and accuracy of every run by epoch, and, where heads are
 * trained, theirs.
 */
export function trainingCharts(runs: readonly TrainedRun[], heads: readonly HeadRun[] = []): BuiltChart[] {
  const scattered = (x: (run: TrainedRun) => number): Series[] =>
    runs.map((run) => ({name: run.name, points: [{x: x(run), y: run.cifar10}]}));
  const losses = runs.map(({name, curve}) => ({
    name,
    points: curve.map(({epoch, train_loss}) => ({x: epoch, y: train_loss}))
  }));
  const learned = runs.map(({name, curve}) => ({
    name,
    points: curve.flatMap(({epoch, cifar10_test_top1: y}) => (y === undefined ? [] : [{x: epoch, y}]))
  }));
  const ofHeads = heads.map(({name, after, points}) => ({
    name: strings.head(name, shortBranch(after)),
    points: points.map(({epoch, top1}) => ({x: epoch, y: top1}))
  }));
  const percent = (y: number): string => `${y.toFixed(2)} %`;
  const charts: [
    list: Series[],
    title: string,
    x: string,
    y: string,
    value: (end: {x: number; y: number}) => string
  ][] = [
    [scattered((run) => run.macs / 1e6), strings.byMacs, strings.macs, strings.accuracy, scatterText("M", 1)],
    [scattered((run) => run.params / 1e3), strings.byParams, strings.params, strings.accuracy, scatterText("k", 0)],
    [losses, strings.losses, strings.epoch, strings.loss, ({y}) => y.toFixed(3)],
    [learned, strings.learned, strings.epoch, strings.accuracy, ({y}) => percent(y)],
    [ofHeads, strings.heads, strings.epoch, strings.accuracy, ({y}) => percent(y)]
  ];
  return charts.flatMap(([all, title, x, y, value]) => {
    const series = all.filter(({points}) => points.length > 0);
    if (series.length === 0) return [];
    const listed = series.map(({name, points}) => `${name} ${value(points.at(-1)!)}`).join(", ");
    return [{svg: drawn(series, title, x, y), label: `${title}: ${listed}`}];
  });
}

function scatterText(unit: string, digits: number) {
  return ({x, y}: {x: number; y: number}): string => `${y.toFixed(2)} % at ${x.toFixed(digits)} ${unit}`;
}

function drawn(series: readonly Series[], title: string, xLabel: string, yLabel: string): string {
  const xs = series.flatMap(({points}) => points.map((point) => point.x));
  const ys = series.flatMap(({points}) => points.map((point) => point.y));
  // Training begins at epoch 0; costs and scores lie close together, and their axes with them.
  const x: Axis = {
    ...(xLabel === strings.epoch ? {from: 0, to: Math.max(...xs)} : roundly(xs)),
    ...{start: ROOM.left, end: SIZE.width - ROOM.right}
  };
  const y: Axis = {...roundly(ys), start: SIZE.height - ROOM.bottom, end: ROOM.top};
  const ends = series.map(({points}) => points.at(-1)!);
  const names = spread(
    ends.map((end) => place(y, end.y)),
    GAP,
    y.start
  );
  const marks = series.map(({name, points}, i) => {
    const [line, end] = [LINES[i % LINES.length]!, ends[i]!];
    const label = {x: valueAt(x, x.end + LEADER), y: valueAt(y, names[i]!)};
    return [
      Plot.line(points, {x: "x", y: "y", strokeWidth: 1.7, ...line}),
      ...(points.length < 5 ? [Plot.dot(points, {x: "x", y: "y", r: 3.5, fill: line.stroke})] : []),
      Plot.line([end, label], {x: "x", y: "y", strokeWidth: 1, ...line}),
      Plot.text([label], {x: "x", y: "y", text: [name], dx: 4, textAnchor: "start", fill: "var(--ink)"})
    ];
  });
  return drawnOnce(title, {
    ...SIZE,
    ...{marginLeft: ROOM.left, marginRight: ROOM.right, marginTop: ROOM.top, marginBottom: ROOM.bottom},
    x: {label: xLabel, domain: [x.from, x.to], range: [x.start, x.end], ticks: 5},
    y: {label: yLabel, domain: [y.from, y.to], range: [y.start, y.end], ticks: 6, grid: true},
    marks: marks.flat()
  });
}

/** From a round number below all values to one above. */
function roundly(values: readonly number[]): Pick<Axis, "from" | "to"> {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(0.05 * (high - low), 0.005 * Math.abs(high), 1e-6);
  const step = roundStep((high - low + 2 * room) / 5);
  return {from: step * Math.floor((low - room) / step), to: step * Math.ceil((high + room) / step)};
}

/** The largest 1, 2 or 5 times a power of ten that is no larger. */
function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  return power * [5, 2, 1].find((times) => times * power <= wanted * (1 + 1e-9))!;
}

const valueAt = ({from, to, start, end}: Axis, unit: number): number =>
  from + ((unit - start) / (end - start)) * (to - from);
