import {expect, test} from "@playwright/test";

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
