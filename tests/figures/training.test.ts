import {render} from "svelte/server";
import {describe, expect, test} from "vitest";
import TrainingCharts from "../../src/components/figures/TrainingCharts.svelte";
import {trainingCharts} from "../../src/components/figures/training-charts.ts";
import {allResults, type HeadRun} from "../../src/components/figures/training-results.ts";
import {RECIPE, settingRows} from "../../src/components/figures/training-settings.ts";
import {eightRuns} from "./eight-runs.ts";

const recipeOf = (given: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(RECIPE.map((key) => [key, given[key]]));

describe("training/results", () => {
  test.each(allResults.map((results) => [results.network, results] as const))(
    "%s was trained by the recipe of all: as many epochs, at the same rates, in the same batches",
    (_, {arguments: given, epochs}) => {
      expect(recipeOf(given)).toEqual({
        ...{epochs: 26, batch: 256, optimizer: "muon", lr: 0.06, lr_rest: 0.1, weight_decay: 0.0005, warm_up: 0.1},
        ...{smoothing: 0.05, shift: 4, ema: 0.998, scenes_per_epoch: 3000, take: null, seed: 1}
      });
      expect(epochs).toBe(given["epochs"]);
    }
  );
});

test("settingRows(runs) tells which settings all runs have in common", () => {
  const rows = new Map(settingRows(eightRuns).map((row) => [row.key, row]));
  expect(rows.get("lr")).toEqual({key: "lr", values: Array(8).fill(0.06), same: true});
  expect(rows.get("fp32")).toEqual({key: "fp32", values: eightRuns.map((_, i) => i === 1), same: false});
  expect(rows.get("fused")!.values).toEqual(Array(8).fill(null));
});

test("the table of runs says in what a run departed from the others, and lists every run's settings", () => {
  const runs = eightRuns.map((run, i) => (i === 3 ? {...run, note: "two epochs without scenes"} : run));
  const {body} = render(TrainingCharts, {props: {runs, charts: []}});
  expect([...body.matchAll(/data-note="([^"]+)"[^>]*>([^<]+)</g)].map(([, id, text]) => [id, text])).toEqual([
    [runs[3]!.id, `${runs[3]!.name}: two epochs without scenes`]
  ]);
  const changed = new Map(
    [...body.matchAll(/data-changed="([^"]+)"[^>]*>([^<]+)</g)].map(([, id, text]) => [id, text])
  );
  expect(changed.size).toBe(8);
  expect(changed.get("compact-nin")).toBe(
    "Network in Network made small, with batch normalisation, which came later, without dropout, with 3×3 windows in its second block, where that has 5×5, without the ReLU behind its class maps."
  );
  expect(changed.get("compact-v4")).toContain("without residual connections, like the published one");
  const row = /<tr data-setting="fp32" class="([^"]*)".*?<\/tr>/.exec(body)!;
  expect(row[1]).toContain("differs");
  expect(row[0].match(/<td[^>]*>(yes|no)</g)).toHaveLength(8);
  expect(/<tr data-setting="lr" class="([^"]*)"/.exec(body)![1]).not.toContain("differs");
});

/** Text elements of a drawing with their place. */
const texts = (svg: string): {text: string; x: number; y: number}[] =>
  [...svg.matchAll(/<text(?: [^>]*)? transform="translate\(([\d.-]+),([\d.-]+)\)"[^>]*>([^<]+)</g)].map(
    ([, x, y, text]) => ({
      ...{text: text!, x: Number(x), y: Number(y)}
    })
  );

const heads: HeadRun[] = ["compact-v1", "compact-v3"].flatMap((id) =>
  ["3b", "4b"].map((after, i) => ({
    ...{id, name: id, after},
    points: [4, 8].map((epoch) => ({epoch, top1: 80 + epoch + i / 100}))
  }))
);

describe("trainingCharts(runs) of eight runs that end close together", () => {
  const charts = trainingCharts(eightRuns, heads);

  test("draws costs, losses and accuracies, and the heads where there are any", () => {
    expect(charts.map(({svg}) => /<title>([^<]+)</.exec(svg)![1])).toEqual([
      ...["Accuracy against multiply–adds", "Accuracy against parameters", "Training loss by epoch"],
      ...["Accuracy by epoch, where it was measured", "Accuracy of the auxiliary heads by epoch of theirs"]
    ]);
    expect(trainingCharts(eightRuns)).toHaveLength(4);
  });

  test("writes every name once, no two closer than a line of text, and none outside the drawing", () => {
    for (const {svg} of charts.slice(0, 4)) {
      const names = texts(svg).filter(({text}) => eightRuns.some(({name}) => name === text));
      expect(names.map(({text}) => text).toSorted()).toEqual(eightRuns.map(({name}) => name).toSorted());
      const heights = names.map(({y}) => y).toSorted((a, b) => a - b);
      const gaps = heights.slice(1).map((y, i) => y - heights[i]!);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(13.9);
      expect(Math.min(...heights)).toBeGreaterThan(8);
      expect(Math.max(...heights)).toBeLessThan(270);
    }
  });

  test("draws every loss in an ink and dash of its own", () => {
    const looks = [...charts[2]!.svg.matchAll(/<g([^>]*stroke-width="1\.7"[^>]*)>/g)].map(
      ([, attributes]) =>
        `${/stroke="([^"]+)"/.exec(attributes!)![1]} ${/stroke-dasharray="([^"]+)"/.exec(attributes!)?.[1]}`
    );
    expect(looks).toHaveLength(8);
    expect(new Set(looks).size).toBe(8);
  });

  test("says in words where each run ended", () => {
    for (const [i, {name}] of eightRuns.entries()) {
      expect(charts[0]!.label).toContain(`${name} ${(90 + 0.05 * i).toFixed(2)} % at ${(24.5 + 0.1 * i).toFixed(1)} M`);
      expect(charts[2]!.label).toContain(`${name} ${(0.6 + 0.001 * i).toFixed(3)}`);
      expect(charts[3]!.label).toContain(`${name} ${(90 + 0.05 * i).toFixed(2)} %`);
    }
    expect(charts[4]!.label).toContain("compact-v3, after 4b 88.01 %");
  });
});
