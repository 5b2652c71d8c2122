import {expect, type Locator, type Page, test} from "@playwright/test";
import trained from "../../src/components/figures/trained-kernels.json" with {type: "json"};

const chapter = "/learn/inception-v3/";

async function open(page: Page, number: number, fragment = ""): Promise<Locator> {
  await page.goto(chapter + fragment);
  const figure = page.locator(`#figure-${number}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator("astro-island[ssr]")).toHaveCount(0);
  return figure;
}

const press = async (figure: Locator, name: string): Promise<void> =>
  figure.getByRole("button", {name, exact: true}).press("Enter");
const percentText = (share: number): string => `${(100 * share).toPrecision(3)} %`;

test.describe("a kernel as a sum of outer products", () => {
  const error = (figure: Locator): Locator => figure.locator('[data-error="kernel"]');
  const slider = (figure: Locator): Locator => figure.locator('input[type="range"]');

  test("opens on the median trained 5×5 with one product: what is left out is √(1 − its share), for 10 products of 25", async ({
    page
  }) => {
    const figure = await open(page, 1);
    await expect(error(figure)).toHaveText(percentText(Math.sqrt(1 - trained.shares[0]!.shares[2]!)));
    await expect(figure.locator("[data-cost]")).toHaveText("10");
    await expect(figure.locator("[data-verdict]")).toHaveText("60.0 % saved");
    await expect(figure.locator("[data-term]")).toHaveCount(5);
  });

  test("arrow keys add products: the third already costs more than the kernel, the fifth is exact, and the address keeps it", async ({
    page
  }) => {
    const figure = await open(page, 1);
    await slider(figure).press("ArrowRight");
    await expect(figure.locator("[data-verdict]")).toHaveText("20.0 % saved");
    const sum = page.locator(".equation").first();
    await sum.scrollIntoViewIfNeeded();
    await expect(sum.locator('[data-legend="R"] b')).toHaveText("2");
    await expect(sum.locator('[data-legend="K"] b')).toHaveText("5×5");
    await page.keyboard.press("ArrowRight");
    await expect(figure.locator("[data-verdict]")).toHaveText("more than the kernel itself");
    await slider(figure).press("End");
    await expect(error(figure)).toHaveText("exact");
    await expect(figure.locator('[data-error="map"]')).toHaveText("exact");
    await expect.poll(() => new URL(page.url()).hash).toBe("#rank=5");
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await expect(error(figure)).toHaveText("exact");
  });

  test("Sobel is one product, the outline two, and of the diagonal two products leave √(1/3)", async ({page}) => {
    const figure = await open(page, 1);
    await press(figure, "Sobel");
    await expect(error(figure)).toHaveText("exact");
    await press(figure, "outline");
    await expect(error(figure)).not.toHaveText("exact");
    await slider(figure).press("ArrowRight");
    await expect(error(figure)).toHaveText("exact");
    await press(figure, "diagonal");
    await expect(error(figure)).toHaveText("57.7 %");
  });

  test("nonsense in the address leaves the defaults, and a rank beyond a 3×3 means three", async ({page}) => {
    const figure = await open(page, 1, "#rank=9&rank-of=x&rank-on=%F0");
    await expect(figure.locator("[data-cost]")).toHaveText("10");
    const three = await open(page, 1, "?#rank=5&rank-of=three");
    await expect(error(three)).toHaveText("exact");
    await expect(three.locator("[data-cost]")).toHaveText("18");
  });
});

test("a whole layer through m maps: 3 · (48 + 88) weights for each, and End stops above the square’s price", async ({
  page
}) => {
  const figure = await open(page, 2);
  await expect(figure.locator("[data-weights]")).toHaveText("13,056"); // 32 · 3 · 136
  await expect(figure.locator("[data-cost]")).toHaveText("34.3 %");
  await expect(figure.locator("[data-left]")).toHaveText(percentText(trained.layers[3]!.left[32]!));
  await figure.locator('input[type="range"]').press("ArrowRight");
  await expect(figure.locator("[data-weights]")).toHaveText("13,464");
  await press(figure, "3a, 5×5, 6 → 12");
  await expect(figure.locator("[data-cost]")).toHaveText("120 %"); // 24 of 30 maps
});

test("n×n against 1×n and n×1: 7 at 192 channels takes two sevenths", async ({page}) => {
  const figure = await open(page, 3);
  await expect(figure.locator(".verdict")).toContainText("3.50× less: 71.4 % saved.");
});

test("the explorer shows V3’s 23,834,568 parameters and 5,713,216,096 multiply–adds; a module is open at each size", async ({
  page
}) => {
  const figure = await open(page, 4);
  await expect(figure.locator(".totals")).toContainText("23,834,568");
  await expect(figure.locator(".totals")).toContainText("5,713,216,096");
  await expect(figure.locator("[aria-expanded='true']:visible[role='treeitem']")).toHaveCount(3);
  await expect(figure.locator('[data-row="mixed6e/7x7dbl"]')).toContainText("340,918,272");
  const box = figure.locator('[data-path="mixed7b"]:visible');
  await box.focus();
  await page.keyboard.press("Enter");
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await expect(figure.locator('[data-row="mixed7b/1x1"]')).toContainText("26,214,400"); // 8² · 1280 · 320
});

test("thin windows by keyboard: five sevenths saved at 7, two thirds at 6", async ({page}) => {
  const figure = await open(page, 3);
  await expect(figure).toContainText("3.50× less: 71.4 % saved");
  await figure.getByRole("slider", {name: "side of the window"}).first().press("ArrowLeft");
  await expect(figure).toContainText("3.00× less: 66.7 % saved");
  await expect.poll(() => new URL(page.url()).hash).toBe("#asym-n=6");
});

test("the bottleneck: 589,824 against 69,632, and 71,305 with one channel more in the middle", async ({page}) => {
  const figure = await open(page, 5);
  await expect(figure.locator('[data-sum="direct"]')).toHaveText("589,824 MAC");
  await expect(figure).toContainText("69,632 MAC");
  await figure.getByRole("slider", {name: "channels in the middle"}).first().press("ArrowRight");
  await expect(figure.locator('[data-sum="detour"]')).toHaveText("71,305 MAC"); // 2 · 256 · 65 + 9 · 65²
});

test.describe("halving a map", () => {
  const way = (figure: Locator, id: string): Locator => figure.locator(`[data-way="${id}"]`);

  test("side by side costs half of pooling first, without its narrow map", async ({page}) => {
    const figure = await open(page, 6);
    await expect(way(figure, "convFirst")).toContainText("2,257,920,000 MAC"); // 9 · 2 · 35² · 320²
    await expect(way(figure, "poolFirst")).toContainText("532,684,800 MAC");
    await expect(way(figure, "sideBySide")).toContainText("266,342,400 MAC");
    await expect(way(figure, "poolFirst").locator("[data-fewest]")).toHaveText("92,480 numbers");
    await expect(way(figure, "sideBySide").locator("[data-fewest]")).toHaveText("184,960 numbers");
  });

  test("numbers change by keyboard; too few channels out are said so", async ({page}) => {
    const figure = await open(page, 6);
    await press(figure, "as V3 goes from 17 to 8");
    await expect(way(figure, "sideBySide")).toContainText("226,492,416 MAC"); // 9 · 64 · 768 · 512
    await press(figure, "FLOP");
    await expect(way(figure, "sideBySide")).toContainText("452,984,832 FLOP");
    const out = figure.getByRole("slider", {name: "channels out"});
    await out.press("Home");
    await expect(figure.getByRole("alert")).toContainText("more channels out than in");
    await press(figure, "Reset");
    await expect(figure.getByRole("alert")).toHaveCount(0);
  });
});

test("label smoothing: 0.9001 and 1.0e−4; the gradient changes sign at ln 9001 = 9.1", async ({page}) => {
  const figure = await open(page, 7);
  await expect(figure.locator('[data-target="right"]')).toHaveText("0.9001");
  await expect(figure.locator('[data-target="wrong"]')).toHaveText("1.0e−4");
  await expect(figure.locator("[data-pull]")).toHaveText("asks for a smaller margin");
  const margin = figure.getByRole("slider", {name: "margin, in tenths"});
  await margin.fill("91");
  await expect(figure.locator("[data-pull]")).toHaveText("asks for nothing more");
  await margin.press("ArrowLeft");
  await expect(figure.locator("[data-pull]")).toHaveText("still asks for a larger margin");
  await figure.getByRole("slider", {name: "ε, in percent"}).press("Home");
  await margin.press("End");
  await expect(figure.locator("[data-pull]")).toHaveText("still asks for a larger margin");
  const formula = page.locator(".equation").filter({has: page.locator("[data-legend=q]")});
  await formula.scrollIntoViewIfNeeded();
  for (const [symbol, now] of [
    ["e", "0"],
    ["K", "1,000"],
    ["z", "∞"]
  ] as const)
    await expect(formula.locator(`[data-legend="${symbol}"] b`)).toHaveText(now);
});

test("the picture’s size: grids 25, 12, 5 at 224 pixels, and only at 299 and 331 no window stops short", async ({
  page
}) => {
  await page.goto(chapter);
  const row = (name: string): Locator => page.locator("[data-sizes]").getByRole("row", {name});
  await expect(row("224×224")).toContainText("25, 12, 52,837,921,120of 5 layers");
  await expect(row("299×299")).toContainText("35, 17, 85,713,216,096none");
  await expect(row("331×331")).toContainText("39, 19, 97,120,186,976none");
});

test("predictions: the kernel nearest to a product, and twice the work", async ({page}) => {
  await page.goto(chapter);
  for (const [id, truth] of [
    ["predict-nearest", `${(100 * Math.sqrt(1 - trained.shares[0]!.shares[4]!)).toFixed(1)} %`],
    ["predict-299", "2 times"]
  ] as const) {
    const prediction = page.locator(`#${id}`);
    await prediction.scrollIntoViewIfNeeded();
    await expect(page.locator(`astro-island[ssr]:has(#${id})`)).toHaveCount(0);
    await prediction.getByText("Show the answer").press("Enter");
    await expect(prediction.locator("details .value")).toHaveText(truth);
  }
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("figures are drawn and answers unfold", async ({page}) => {
    await page.goto(chapter);
    await expect(page.locator("#figure-1 [data-term]")).toHaveCount(5);
    await expect(page.locator("#figure-2 [data-weights]")).toHaveText("13,056");
    await expect(page.locator("#figure-6 [data-way]")).toHaveCount(3);
    await expect(page.locator('#figure-7 [data-target="right"]')).toHaveText("0.9001");
    await expect(page.locator('.equation [data-legend="z"] b')).toHaveText("9.1");
    await page.locator("#exercise-2 summary").click();
    await expect(page.locator("#exercise-2 details")).toContainText("672");
  });
});
