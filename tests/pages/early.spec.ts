/** What a reader does to a figure before it is awake is done once it is. */
import {expect, type Page, test} from "@playwright/test";

/** Holds back a figure's script until the returned function is called. */
async function hold(page: Page, script: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(script, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("a click on “Start the network” before the classifier is awake starts it", async ({page}) => {
  const release = await hold(page, "**/_astro/Classifier.*.js");
  await page.goto("/play/");
  const start = page.locator(".classifier").getByRole("button", {name: /^Start the network/});
  await start.click();
  await expect(page.locator("astro-island[ssr] .classifier")).toHaveCount(1);
  release();
  await expect(page.locator("[data-source]")).toHaveAttribute("data-source", "live", {timeout: 45_000});
});

test("a guess made before a prediction is awake stays, and the page counts from it", async ({page}) => {
  const release = await hold(page, "**/_astro/Prediction.*.js");
  await page.goto("/learn/inception-v1/");
  const prediction = page.locator("#predict-second");
  await prediction.scrollIntoViewIfNeeded();
  await prediction.getByRole("slider").focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await expect(prediction.locator("output")).toHaveText("416 channels");
  release();
  await expect(prediction.locator("output")).toHaveText("440 channels");
  await expect(page).toHaveURL(/#predict-second=440$/);
});
