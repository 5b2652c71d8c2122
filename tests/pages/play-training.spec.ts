import {expect, test} from "@playwright/test";
import results from "../../training/results/compact-v1.json" with {type: "json"};
import {record} from "./network.ts";

test("the runs' table shows what the runtime measured of the file that ships, and its three charts are there without scripts", async ({
  browser,
  baseURL
}) => {
  const page = await browser.newPage({javaScriptEnabled: false, ...(baseURL && {baseURL})});
  const seen = record(page);
  await page.goto("/play/training/");
  const accuracy = page.locator("[data-run=compact-v1] [data-cell=cifar10]");
  await expect(accuracy).toHaveText((100 * results.shipped.cifar10.top1).toFixed(2));
  const {note} = results as {note?: string};
  await expect(page.locator("[data-note=compact-v1]")).toHaveText(
    note === undefined ? [] : [new RegExp(note.slice(0, 40))]
  );
  await page.getByText("Settings of every run").click(); // opens without scripts
  await expect(page.locator("[data-setting=lr] td").first()).toHaveText(String(results.arguments.lr));
  await expect(page.locator(".plot svg")).toHaveCount(3);
  await expect(page.locator(".plot").first()).toContainText("Inception V1");
  expect(seen.problems).toEqual([]);
});
