import {expect, test} from "@playwright/test";
import {gzippedScripts, record} from "./network.ts";

/** Bytes of scripts, compressed, that a page may bring; a chapter with four figures is to come down to 120 kB too. */
const budgets = {
  "/": 120_000,
  "/learn/": 120_000,
  "/learn/why-branches/": 120_000,
  "/learn/what-a-convolution-costs/": 120_000,
  "/learn/inception-v1/": 130_000,
  "/measure/": 120_000,
  "/measure/compare/": 120_000,
  "/measure/clinic/": 120_000,
  "/measure/calculators/": 120_000,
  "/measure/receptive-field/": 120_000
};

for (const [path, budget] of Object.entries(budgets)) {
  test(`${path} brings no TensorFlow.js, no weights and at most ${budget / 1000} kB of scripts before a figure is started`, async ({
    page
  }) => {
    const seen = record(page);
    await page.goto(path, {waitUntil: "networkidle"});
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight)); // islands that wake when they are seen
    await page.waitForLoadState("networkidle");
    expect(seen.requests.filter((url) => /\.wasm|\.safetensors|worker|tfjs|tensorflow/i.test(url))).toEqual([]);
    expect(await gzippedScripts(seen)).toBeLessThanOrEqual(budget);
  });
}

test("fonts arrive before the text moves: the layout shifts by less than 0.02 in all", async ({page}) => {
  await page.addInitScript(() => {
    const sum = {total: 0};
    Object.assign(window, {shifts: sum});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.total += (entry as PerformanceEntry & {value: number}).value;
    }).observe({type: "layout-shift", buffered: true});
  });
  await page.goto("/learn/inception-v1/", {waitUntil: "networkidle"});
  const shifts = await page.evaluate(() => (window as unknown as {shifts: {total: number}}).shifts.total);
  expect(shifts).toBeLessThan(0.02);
});
