import {expect, type Locator, type Page, test} from "@playwright/test";

const chapter = "/learn/inception-v2/";

async function open(page: Page, number: number, fragment = ""): Promise<Locator> {
  await page.goto(chapter + fragment);
  const figure = page.locator(`#figure-${number}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator("astro-island[ssr]")).toHaveCount(0);
  return figure;
}

const press = async (figure: Locator, name: string | RegExp): Promise<void> =>
  figure.getByRole("button", {name, exact: true}).press("Enter");

test.describe("batch normalisation, step by step", () => {
  const step = (figure: Locator, name: string): Locator => figure.locator(`[data-step="${name}"]`);

  test("in training the batch comes out at mean 0 and deviation 1, then at β and γ", async ({page}) => {
    const figure = await open(page, 1);
    await expect(step(figure, "output")).toHaveText("mean −2.25, deviation 1.04");
    await expect(step(figure, "centred")).toHaveText("mean 0, deviation 1.04");
    await expect(step(figure, "divided")).toHaveText("mean 0, deviation 1");
    await expect(step(figure, "shifted")).toHaveText("mean 0.06, deviation 0.78");
    await expect(figure.locator("[data-used]")).toContainText("γ = 0.78, β = 0.06");
  });

  test("with remembered statistics it does not, and the first picture's answer no longer depends on its company", async ({
    page
  }) => {
    const figure = await open(page, 1);
    await press(figure, "remembered (inference)");
    await expect(step(figure, "divided")).toHaveText("mean −0.65, deviation 1.27");
    await expect(figure.locator("dd.now")).toHaveText("remembered −0.78");
    await press(figure.getByRole("group", {name: "Pictures in the batch"}), "2");
    await expect(step(figure, "output")).not.toHaveText("mean −2.25, deviation 1.04");
    await expect(figure.locator("dd.now")).toHaveText("remembered −0.78");
    await expect.poll(() => new URL(page.url()).hash).toBe("#norm-mode=inference&norm-batch=2");
  });

  test("alone in its batch, every picture has mean β", async ({page}) => {
    const figure = await open(page, 1, "#norm-batch=1");
    await expect(figure.locator("dd.now")).toHaveText("alone 0.06");
    await press(figure.getByRole("group", {name: "Channel"}), "4");
    await expect(figure.locator("[data-used]")).toContainText("β = 0.18");
    await expect(figure.locator("dd.now")).toHaveText("alone 0.18");
  });

  test("the equations’ symbols have the figures’ numbers of now", async ({page}) => {
    const figure = await open(page, 1);
    const symbol = (equation: number, name: string): Locator =>
      page.locator(".equation").nth(equation).locator(`[data-legend="${name}"] b`);
    await press(figure.getByRole("group", {name: "Channel"}), "4");
    await press(figure, "remembered (inference)");
    const [, mean, deviation] = /training: (\S+) and (\S+)\./.exec(
      (await figure.locator("[data-used]").textContent())!
    )!;
    await page.locator(".equation").first().scrollIntoViewIfNeeded();
    await expect(symbol(0, "b")).toHaveText("0.18");
    await expect(symbol(0, "m")).toHaveText(mean!);
    await expect(symbol(0, "s")).toHaveText(deviation!);
    expect(mean).not.toBe("−2.25");

    const folded = page.locator("#figure-2");
    await folded.scrollIntoViewIfNeeded();
    await expect(folded.locator("astro-island[ssr]")).toHaveCount(0);
    await folded.getByRole("slider", {name: "β, learned offset"}).press("ArrowRight");
    await expect(symbol(1, "o")).toHaveText("0.76");
    await expect(symbol(1, "f")).toHaveText("1.12");
  });

  test("nonsense in the fragment leaves the defaults", async ({page}) => {
    const figure = await open(page, 1, "#norm-layer=9z&norm-channel=7&norm-mode=x&norm-batch=3");
    await expect(step(figure, "output")).toHaveText("mean −2.25, deviation 1.04");
  });

  test("a picture chosen by the reader takes the first one's place, live", async ({page}) => {
    test.slow();
    const figure = await open(page, 1);
    await press(figure, "Put a picture of yours first");
    await expect(figure.locator("[data-source]")).toContainText("The first picture is yours", {timeout: 120_000});
    // The page's picture is the recorded first scene: the engine finds what was recorded, to its 8 bits.
    await expect(step(figure, "output")).toHaveText(/^mean −2\.2[45], deviation 1\.0[45]$/);
    await figure.getByRole("button", {name: /sports car/}).press("Enter");
    await expect(figure.locator('[data-company="remembered"]')).not.toHaveText("remembered −0.78", {timeout: 60_000});
  });
});

test.describe("the fold", () => {
  test("two layers and one agree to 1e-5, in all 32 channels, and with numbers of the reader's", async ({page}) => {
    const figure = await open(page, 2);
    await expect(figure.locator("[data-largest]")).toHaveText("2.6 · 10⁻⁶");
    await expect(figure.locator("[data-difference]")).toHaveText(/10⁻[⁶⁷]$/);
    await expect(figure.locator("[data-one]")).toHaveText(/^5\.1349/);
    const gamma = figure.getByRole("slider", {name: "γ, learned factor"});
    await gamma.press("End");
    await expect(figure).toContainText("Every weight × 7.9,");
    await expect(figure.locator("[data-two]")).not.toHaveText(/^5\.1349/);
    const [two, one] = await Promise.all(
      ["[data-two]", "[data-one]"].map(async (cell) => Number(await figure.locator(cell).textContent()))
    );
    expect(Math.abs(two! - one!)).toBeLessThan(1e-5);
    await expect(figure.getByRole("status").last()).toContainText("less than 10⁻⁵");
    await figure.getByRole("button", {name: "Reset"}).press("Enter");
    await expect(figure.locator("[data-one]")).toHaveText(/^5\.1349/);
  });

  test("another channel has its own numbers, and edits do not follow", async ({page}) => {
    const figure = await open(page, 2, "#fold-channel=3&fold-gamma=2");
    await expect(figure.getByRole("slider", {name: "γ, learned factor"})).toHaveAttribute("aria-valuenow", "2");
    await figure.getByRole("slider", {name: "Channel of conv1"}).press("ArrowRight");
    await expect(figure.getByRole("slider", {name: "γ, learned factor"})).toHaveAttribute("aria-valuenow", "0.88");
  });
});

test("the calculator opens with BN-Inception's 3a: 10 % saved, since its middle is as wide as its end", async ({
  page
}) => {
  const figure = await open(page, 3);
  await expect(figure.locator(".verdict")).toHaveText("3×3 windows in a row: 1.11× less: 10.0 % saved.");
});

test.describe("two windows for one", () => {
  test("one channel between misses 6.25 % of the ring, two miss nothing", async ({page}) => {
    const figure = await open(page, 4);
    await expect(figure.locator("[data-missed]")).toHaveText("6.25 %");
    await press(figure.getByRole("group", {name: "Channels between the two"}), "2");
    await expect(figure.locator("[data-missed]")).toHaveText("less than 0.01 %");
    await expect(figure.locator("[data-weights]")).toHaveText("36 weights for 25 numbers");
    await expect.poll(() => new URL(page.url()).hash).toBe("#fit-middle=2");
  });

  test("the descent runs to its end, or jumps there where motion is not wanted", async ({page}) => {
    await page.emulateMedia({reducedMotion: "reduce"});
    const figure = await open(page, 4, "#fit-steps=0");
    await expect(figure.locator("[data-missed]")).not.toHaveText("6.25 %");
    await press(figure, "Watch the descent");
    await expect(figure.locator("[data-missed]")).toHaveText("6.25 %");
    await page.emulateMedia({reducedMotion: "no-preference"});
    await press(figure, "Watch the descent");
    await expect(figure.getByRole("button", {name: "Stop"})).toBeVisible();
    await expect(figure.getByRole("button", {name: "Watch the descent"})).toBeVisible({timeout: 30_000});
    await expect(figure.locator("[data-missed]")).toHaveText("6.25 %");
  });
});

test.describe("clipping", () => {
  const ends = (figure: Locator, path: string): Locator => figure.locator(`[data-path="${path}"] [data-ends]`);

  test("unclipped the weight ends at 13.13 on the plain, clipped at 4.04 in the valley", async ({page}) => {
    const figure = await open(page, 5);
    await expect(ends(figure, "plain")).toHaveText("w = 13.13, loss 0.0900");
    await expect(ends(figure, "clipped")).toHaveText("w = 4.04, loss 0.0013");
    await expect(figure.locator('[data-path="plain"] [data-steepest]')).toHaveText("steepest slope −2.29, at step 31");
  });

  test("before the cliff the two differ only by the threshold, and a high one lets the weight go", async ({page}) => {
    const figure = await open(page, 5);
    await press(figure.getByRole("group", {name: "Clipped at"}), "1");
    await expect(ends(figure, "clipped")).toHaveText("w = 7.79, loss 0.0881");
    await page.locator(".equation").last().scrollIntoViewIfNeeded();
    await expect(page.locator('.equation [data-legend="c"] b')).toHaveText("1");
    const steps = figure.getByRole("slider", {name: "Steps"});
    await steps.press("Home");
    await expect(ends(figure, "plain")).toHaveText("w = 6.50, loss 0.0830");
    await expect.poll(() => new URL(page.url()).hash).toBe("#clip=1&clip-steps=0");
  });
});

test("predictions: nought, and 28 %", async ({page}) => {
  await page.goto(chapter);
  for (const [id, truth] of [
    ["predict-alone", /^0/],
    ["predict-saving", /^28 %/]
  ] as const) {
    const prediction = page.locator(`#${id}`);
    await prediction.scrollIntoViewIfNeeded();
    await expect(page.locator(`astro-island[ssr]:has(#${id})`)).toHaveCount(0);
    await prediction.getByText("Show the answer").press("Enter");
    await expect(prediction.locator("details .value").first()).toHaveText(truth);
  }
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("all figures are drawn and show their numbers", async ({page}) => {
    await page.goto(chapter);
    await expect(page.locator('#figure-1 [data-step="divided"]')).toHaveText("mean 0, deviation 1");
    await expect(page.locator('.equation [data-legend="m"] b')).toHaveText("−2.25");
    await expect(page.locator('.equation [data-legend="o"] b')).toHaveText("0.75");
    await expect(page.locator("#figure-2 [data-largest]")).toHaveText("2.6 · 10⁻⁶");
    await expect(page.locator("#figure-4 [data-missed]")).toHaveText("6.25 %");
    await expect(page.locator('#figure-5 [data-path="plain"] [data-ends]')).toHaveText("w = 13.13, loss 0.0900");
  });
});
