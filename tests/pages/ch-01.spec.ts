import {expect, type Locator, type Page, test} from "@playwright/test";

const chapter = "/learn/why-branches/";

async function open(page: Page, number: number, fragment = ""): Promise<Locator> {
  await page.goto(chapter + fragment);
  const figure = page.locator(`#figure-${number}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator("astro-island[ssr]")).toHaveCount(0);
  return figure;
}

const press = async (figure: Locator, name: string): Promise<void> =>
  figure.getByRole("button", {name, exact: true}).press("Enter");

test.describe("cost by width", () => {
  test("GoogLeNet twice as wide: 6,092,611,584 MAC, 3.85 times; 25,909,832 parameters", async ({page}) => {
    const figure = await open(page, 1);
    await expect(figure.locator('[data-cost="macs"]')).toHaveText("6,092,611,584 MAC");
    await expect(figure.locator('[data-times="macs"]')).toHaveText("3.85×");
    await expect(figure.locator('[data-cost="params"]')).toHaveText("25,909,832");
    await expect(figure.locator("[data-per]")).toHaveText("21.6 for each of 1.2 million training pictures");
  });

  test("the width moves by keyboard, to the network itself and to four times as wide", async ({page}) => {
    const figure = await open(page, 1, "#width=101");
    const width = figure.getByRole("slider");
    await width.press("ArrowLeft");
    await expect(figure.locator('[data-cost="macs"]')).toHaveText("1,582,671,872 MAC");
    await expect(figure.locator('[data-cost="params"]')).toHaveText("6,998,552");
    await width.press("End");
    await expect(figure.locator('[data-times="macs"]')).toHaveText("15.1×");
    await press(figure, "VGG-16");
    await expect(figure.locator('[data-times="macs"]')).toHaveText(/^1[56]\.\d×$/);
    await expect.poll(() => new URL(page.url()).hash).toBe("#width=400&of=vgg16%40torchvision");
  });

  test("nonsense in the fragment leaves the defaults", async ({page}) => {
    const figure = await open(page, 1, "#width=7&of=alexnet&unit=x");
    await expect(figure.locator('[data-cost="macs"]')).toHaveText("6,092,611,584 MAC");
  });
});

test.describe("gradient by depth", () => {
  const first = (figure: Locator, kind: string): Locator => figure.locator(`[data-first="${kind}"] b`);

  test("as recorded: plain layers lose it, batch normalisation makes it grow, and the first weights decide", async ({
    page
  }) => {
    const figure = await open(page, 2);
    await expect(first(figure, "plain")).toHaveText("1.1 · 10⁻⁴");
    await expect(first(figure, "norm")).toHaveText("64");
    await expect(first(figure, "both")).toHaveText("8.3");
    await press(figure, "He et al., 2015");
    await expect(first(figure, "plain")).toHaveText("0.32");
    const symbol = (name: string): Locator => page.locator(`.equation [data-legend="${name}"] b`);
    await page.locator(".equation").scrollIntoViewIfNeeded();
    await expect(symbol("g")).toHaveText("1");
    await expect(symbol("s")).toHaveText("0.12"); // √(2/144)
    await expect(symbol("L")).toHaveText("24");
    await expect(first(figure, "norm")).toHaveText("64");
    await press(figure, "32");
    await expect(first(figure, "plain")).toHaveText("0.16");
    await press(figure, "0.01 for all");
    await expect(first(figure, "plain")).toHaveText("9.6 · 10⁻³⁵");
    await expect(first(figure, "residual")).toHaveText("0.096");
    await expect.poll(() => new URL(page.url()).hash).toBe("#start=small&layers=32");
  });

  test("measured here: another seed says the same, and the dots are drawn", async ({page}) => {
    test.slow();
    const figure = await open(page, 2, "#layers=16");
    await press(figure, "Measure it here");
    await expect(figure.locator("[data-status]")).toContainText("seed 1;", {timeout: 120_000});
    await expect(figure.locator("circle")).toHaveCount(4 * 16);
    const plain = await first(figure, "plain").textContent();
    expect(plain).toMatch(/^(0\.0\d+|\d\.\d · 10⁻[³⁴])$/);
    expect(Number(await first(figure, "norm").textContent())).toBeGreaterThan(5);
    await press(figure, "24");
    await expect(figure.locator("circle")).toHaveCount(0);
  });
});

test("a training program that cannot be loaded is said so, and the next try works", async ({page}) => {
  test.slow();
  await page.route("**/train-worker*", (route) => route.abort());
  const figure = await open(page, 2, "#layers=8");
  await press(figure, "Measure it here");
  await expect(figure.getByRole("alert")).toHaveText(/^Could not be measured: the training program stopped; try again/);
  await expect(figure.locator('[data-first="norm"] b')).toHaveText("3.7");
  await page.unroute("**/train-worker*");
  await press(figure, "Measure it here");
  await expect(figure.locator("[data-status]")).toContainText("seed 1;", {timeout: 120_000});
  await expect(figure.getByRole("alert")).toHaveCount(0);

  await test.step("another measurement takes another seed, and its link holds that one", async () => {
    await press(figure, "Measure again, other seed");
    await expect(figure.locator("[data-status]")).toContainText("seed 2;", {timeout: 120_000});
    await expect.poll(() => new URL(page.url()).hash).toBe("#layers=8&seed=2");
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await press(figure, "Measure it here");
    await expect(figure.locator("[data-status]")).toContainText("seed 2;", {timeout: 120_000});
  });
});

test("predictions: almost nine times, and nearly four powers of ten", async ({page}) => {
  await page.goto(chapter);
  for (const [id, truth] of [
    ["predict-tripled", "8.5 times"],
    ["predict-powers", "4"]
  ] as const) {
    const prediction = page.locator(`#${id}`);
    await prediction.scrollIntoViewIfNeeded();
    await expect(page.locator(`astro-island[ssr]:has(#${id})`)).toHaveCount(0);
    await prediction.getByText("Show the answer").press("Enter");
    await expect(prediction.locator("details .value").first()).toHaveText(truth);
  }
});

test("the chapters follow each other: this one is the first, the next takes a convolution apart", async ({page}) => {
  await page.goto(chapter);
  await expect(page.locator('.onward a[rel="prev"]')).toHaveCount(0);
  await expect(page.locator('.onward a[rel="next"]')).toHaveText("Next: What a convolution costs");
  await expect(page.locator(".exercise")).toHaveCount(4);
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("both figures are drawn with their numbers", async ({page}) => {
    await page.goto(chapter);
    await expect(page.locator('#figure-1 [data-cost="macs"]')).toHaveText("6,092,611,584 MAC");
    await expect(page.locator('#figure-2 [data-first="plain"] b')).toHaveText("1.1 · 10⁻⁴");
    await expect(page.locator("#figure-2 path.line")).toHaveCount(4);
  });
});
