import {readFile} from "node:fs/promises";
import {expect, test} from "@playwright/test";
import results from "../../training/results/compact-v1.json" with {type: "json"};
import {record} from "./network.ts";

test("the runs' table shows what the runtime measured of the file that ships, and its five charts are there without scripts", async ({
  browser,
  baseURL
}) => {
  const page = await browser.newPage({javaScriptEnabled: false, ...(baseURL && {baseURL})});
  const seen = record(page);
  await page.goto("/play/training/");
  const accuracy = page.locator("[data-run=compact-v1] [data-cell=cifar10]");
  await expect(accuracy).toHaveText((100 * results.shipped.cifar10.top1).toFixed(2));
  const {note} = results as {note?: string};
  const said = page.locator("[data-note=compact-v1]");
  await expect(said).toHaveCount(note === undefined ? 0 : 1);
  if (note !== undefined) await expect(said).toContainText(note);
  await page.getByText("Settings of every run").click(); // opens without scripts
  await expect(page.locator("[data-setting=lr] td").first()).toHaveText(String(results.arguments.lr));
  await expect(page.locator(".plot svg")).toHaveCount(5);
  await expect(page.locator(".plot").first()).toContainText("Inception V1");
  expect(seen.problems).toEqual([]);
});

test("the charts of all runs are saved as one drawing, each under its name, and nothing is there to reset", async ({
  page
}) => {
  await page.goto("/play/training/");
  await expect(page.locator("astro-island[ssr]")).toHaveCount(0);
  await expect(page.getByRole("button", {name: "Reset"})).toHaveCount(0);
  const arrives = page.waitForEvent("download");
  await page.getByRole("button", {name: "Download SVG"}).click();
  const text = await readFile(await (await arrives).path(), "utf8");
  const headings = await page.evaluate((source) => {
    const {children} = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
    return [...children].filter(({tagName}) => tagName === "text").map(({textContent}) => textContent);
  }, text);
  expect(headings).toEqual([
    ...["Accuracy against multiply–adds", "Accuracy against parameters", "Training loss by epoch"],
    ...["Accuracy by epoch, where it was measured", "Accuracy of the auxiliary heads by epoch of theirs"]
  ]);
  expect(text).not.toMatch(/var\(--/);
});
