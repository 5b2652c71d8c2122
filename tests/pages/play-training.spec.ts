import {expect, test} from "@playwright/test";
import results from "../../training/results/compact-v1.json" with {type: "json"};
import {record} from "./network.ts";

test("the runs' table shows what the runtime measured of the file that ships, and Plot draws three charts", async ({
  page
}) => {
  const seen = record(page);
  await page.goto("/play/training/");
  const accuracy = page.locator("[data-run=compact-v1] [data-cell=cifar10]");
  await expect(accuracy).toHaveText((100 * results.shipped.cifar10.top1).toFixed(2));
  await expect(page.locator(".plot svg")).toHaveCount(3);
  await expect(page.locator(".plot").first()).toContainText("Inception V1");
  expect(seen.problems).toEqual([]);
});

test("the runs do not scroll sideways on a phone", async ({page}) => {
  await page.setViewportSize({width: 360, height: 780});
  await page.goto("/play/training/");
  await expect(page.locator(".plot svg")).toHaveCount(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
