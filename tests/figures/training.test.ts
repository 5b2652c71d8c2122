import {render} from "svelte/server";
import {describe, expect, test} from "vitest";
import TrainingCharts from "../../src/components/figures/TrainingCharts.svelte";
import {allResults} from "../../src/components/figures/training-results.ts";
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
  const row = /<tr data-setting="fp32" class="([^"]*)".*?<\/tr>/.exec(body)!;
  expect(row[1]).toContain("differs");
  expect(row[0].match(/<td[^>]*>(yes|no)</g)).toHaveLength(8);
  expect(/<tr data-setting="lr" class="([^"]*)"/.exec(body)![1]).not.toContain("differs");
});
