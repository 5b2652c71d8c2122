import {expect, test} from "@playwright/test";
import {gzippedScripts, record, wakeIslands} from "./network.ts";

/** Bytes of scripts, compressed, that a page may bring with all its figures awake and none of them started. */
const BUDGET = 120_000;

const PAGES = [
  "/",
  "/learn/",
  "/learn/what-a-convolution-costs/",
  "/learn/inception-v1/",
  "/learn/inception-v2/",
  "/measure/compare/",
  "/measure/clinic/",
  "/measure/calculators/",
  "/measure/receptive-field/",
  "/notes/how-we-count/",
  "/play/",
  "/measure/",
  "/learn/why-branches/",
  "/learn/inception-v3/"
];

for (const path of PAGES) {
  test(`${path} brings no TensorFlow.js, no weights and at most ${BUDGET / 1000} kB of scripts before a figure is started`, async ({
    page
  }) => {
    const seen = record(page);
    await page.goto(path, {waitUntil: "networkidle"});
    await wakeIslands(page);
    await page.waitForLoadState("networkidle");
    expect(seen.requests.filter((url) => /\.wasm|\.safetensors|worker|tfjs|tensorflow/i.test(url))).toEqual([]);
    expect(await gzippedScripts(seen)).toBeLessThanOrEqual(BUDGET);
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
