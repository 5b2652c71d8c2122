/** The charts of all training runs, drawn with Observable Plot when the site is built: no script is needed to see them. */
import * as Plot from "@observablehq/plot";
import {drawnOnce} from "../parts/built-plot.ts";
import {trainingStrings} from "../strings/training.ts";
import type {TrainedRun} from "./training-results.ts";

/** A finished drawing and what it says, for readers who cannot see it. */
export interface BuiltChart {
  svg: string;
  label: string;
}

const strings = trainingStrings.en;
const SIZE = {width: 380, height: 270, marginLeft: 48, marginBottom: 42};

/** Accuracy against multiply–adds, accuracy against parameters, and the loss of every run by epoch. */
export function trainingCharts(runs: readonly TrainedRun[]): BuiltChart[] {
  const [millions, thousands] = [(run: TrainedRun) => run.macs / 1e6, (run: TrainedRun) => run.params / 1e3];
  const listed = (value: (run: TrainedRun) => string): string =>
    runs.map((run) => `${run.name} ${value(run)}`).join(", ");
  return [
    {
      svg: scatter(runs, millions, strings.macs),
      label: strings.byMacs(listed((run) => `${run.cifar10.toFixed(2)} % at ${millions(run).toFixed(1)} M`))
    },
    {
      svg: scatter(runs, thousands, strings.params),
      label: strings.byParams(listed((run) => `${run.cifar10.toFixed(2)} % at ${thousands(run).toFixed(0)} k`))
    },
    {svg: losses(runs), label: strings.losses(listed(({curve}) => String(curve.at(-1)?.train_loss)))}
  ];
}

function scatter(runs: readonly TrainedRun[], x: (run: TrainedRun) => number, label: string): string {
  return drawnOnce({
    ...{...SIZE, marginRight: 90},
    x: {label, nice: true, inset: 20},
    y: {label: strings.accuracy, grid: true, nice: true, inset: 12},
    marks: [
      Plot.dot(runs, {x, y: "cifar10", r: 5, fill: "var(--accent)"}),
      Plot.text(runs, {x, y: "cifar10", text: "name", dx: 9, textAnchor: "start", fill: "var(--ink)"})
    ]
  });
}

function losses(runs: readonly TrainedRun[]): string {
  const rows = runs.flatMap(({name, curve}) => curve.map(({epoch, train_loss: loss}) => ({name, epoch, loss})));
  const last = Plot.selectLast({x: "epoch", y: "loss", z: "name", text: "name", dx: 6});
  return drawnOnce({
    ...{...SIZE, marginRight: 110},
    x: {label: strings.epoch},
    y: {label: strings.loss, grid: true, nice: true},
    marks: [
      Plot.line(rows, {x: "epoch", y: "loss", z: "name", stroke: "var(--ink-3)", strokeWidth: 1.6}),
      Plot.text(rows, {...last, textAnchor: "start", fill: "var(--ink)"})
    ]
  });
}
