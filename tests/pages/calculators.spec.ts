import {readFileSync} from "node:fs";
import {expect, type Locator, type Page, test} from "@playwright/test";

const path = "/measure/calculators/";

const calculator = (page: Page, kind: string): Locator => page.locator(`[data-calculator="${kind}"]`);
const frame = (page: Page, kind: string): Locator => page.locator(".frame", {has: calculator(page, kind)});
const cell = (page: Page, kind: string, way: string, name: string): Locator =>
  calculator(page, kind).locator(`[data-way="${way}"] [data-cell="${name}"]`);
const slider = (page: Page, kind: string, name: string): Locator =>
  calculator(page, kind).getByRole("slider", {name, exact: true});
const button = (page: Page, kind: string, name: string): Locator =>
  frame(page, kind).getByRole("button", {name, exact: true});

async function open(page: Page, kind: string, fragment = ""): Promise<void> {
  await page.goto(path + fragment);
  await calculator(page, kind).scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", {has: calculator(page, kind)})).toHaveCount(0);
}

test("the page shows every calculator's point before any script runs", async ({browser, baseURL}) => {
  const page = await browser.newPage({javaScriptEnabled: false, baseURL: baseURL!});
  await page.goto(path);
  await expect(page.locator('[data-sum="direct"]')).toContainText("589,824 MAC");
  await expect(page.locator('[data-sum="detour"]')).toContainText("69,632 MAC");
  await expect(calculator(page, "stack")).toContainText("1.39× less: 28.0 % saved");
  await expect(cell(page, "asym", "direct", "weights")).toHaveText("1,806,336");
  await expect(cell(page, "asym", "factored", "weights")).toHaveText("516,096");
  await expect(cell(page, "sep", "factored", "weights")).toHaveText((728 * (9 + 728)).toLocaleString("en"));
  await expect(cell(page, "head", "direct", "weights")).toHaveText("50,176,000");
  await expect(cell(page, "head", "factored", "weights")).toHaveText("1,024,000");
  await expect(calculator(page, "asym").locator("svg.drawing:visible")).toHaveAttribute(
    "aria-label",
    "n×n: 1,806,336 MAC. 1×n, n×1: 516,096 MAC"
  );
  await page.close();
});

test("arrow keys on the number of 3×3 windows: three of them see 7×7 and save 45 %", async ({page}) => {
  await open(page, "stack");
  await slider(page, "stack", "3×3 windows in the row").press("ArrowRight");
  await expect(cell(page, "stack", "direct", "weights")).toHaveText((49 * 256 * 256).toLocaleString("en"));
  await expect(cell(page, "stack", "factored", "weights")).toHaveText((27 * 256 * 256).toLocaleString("en"));
  for (const way of ["direct", "factored"])
    await expect(calculator(page, "stack").locator(`[data-way="${way}"]`)).toContainText("7×7");
  await expect(calculator(page, "stack")).toContainText("44.9 % saved");
  await expect(calculator(page, "stack").locator('[data-legend="D"]')).toContainText("D = 3");
});

test("n from 7 to 3 by typing, then a narrower middle; MAC become FLOP for the whole map", async ({page}) => {
  await open(page, "asym");
  await slider(page, "asym", "side of the window").press("3");
  await page.keyboard.press("Enter");
  await expect(calculator(page, "asym")).toContainText("1.50× less: 33.3 % saved");
  await slider(page, "asym", "channels in the middle").press("PageDown");
  await expect(cell(page, "asym", "factored", "position")).toHaveText((3 * 2 * 192 * 176).toLocaleString("en"));
  await button(page, "asym", "the whole map").press("Enter");
  await button(page, "asym", "FLOP").press("Enter");
  const flops = (2 * 17 * 17 * 3 * 2 * 192 * 176).toLocaleString("en");
  await expect(cell(page, "asym", "factored", "layer")).toHaveText(flops);
  await expect(calculator(page, "asym").locator("svg.drawing:visible .sum").nth(1)).toHaveText(`${flops} FLOP`);
});

test("a preset, a reload that restores it, and a reset", async ({page}) => {
  await open(page, "head");
  await button(page, "head", "VGG-16").press("Enter");
  await expect(cell(page, "head", "direct", "weights")).toHaveText("123,633,664");
  await expect.poll(() => new URL(page.url()).hash).toContain("head-hidden=2");
  await page.reload();
  await calculator(page, "head").scrollIntoViewIfNeeded();
  await expect(cell(page, "head", "direct", "weights")).toHaveText("123,633,664");
  await button(page, "head", "Reset").press("Enter");
  await expect(cell(page, "head", "direct", "weights")).toHaveText("50,176,000");
  await expect.poll(() => new URL(page.url()).hash).toBe("");
});

test("nonsense in the address leaves the defaults", async ({page}) => {
  await open(page, "sep", "#sep-k=0&sep-in=-4&sep-out=x&sep-height=1e3&sep-view=joule&unit=x");
  await expect(cell(page, "sep", "direct", "weights")).toHaveText((9 * 728 * 728).toLocaleString("en"));
  await expect(button(page, "sep", "one position")).toHaveAttribute("aria-pressed", "true");
});

test("a way that costs more says so: a wide middle makes the pair dearer than n×n", async ({page}) => {
  await open(page, "asym", "#asym-n=2&asym-mid=400");
  await expect(calculator(page, "asym")).toContainText("1×n, n×1: 2.08× more.");
});

test("the CSV has a line for every layer, and the SVG the sums", async ({page}) => {
  await open(page, "asym");
  const save = async (kind: string): Promise<string> => {
    const download = page.waitForEvent("download");
    await button(page, "asym", `Download ${kind}`).press("Enter");
    return readFileSync(await (await download).path(), "utf8");
  };
  expect((await save("CSV")).split("\n").slice(1)).toEqual([
    '"n×n",1,7×7,192,192,1,1806336,522031104,1044062208',
    '"1×n, n×1",1,1×7,192,192,1,258048,74575872,149151744',
    '"1×n, n×1",2,7×1,192,192,1,258048,74575872,149151744'
  ]);
  expect(await save("SVG")).toContain("516,096 MAC");
});

test("the bottleneck's drawing is saved with its sums", async ({page}) => {
  await page.goto(path);
  const figure = page.locator(".frame", {has: page.locator("[data-form]")});
  await figure.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", {has: page.locator("[data-form]")})).toHaveCount(0);
  const download = page.waitForEvent("download");
  await figure.getByRole("button", {name: "Download SVG"}).press("Enter");
  const svg = readFileSync(await (await download).path(), "utf8");
  for (const text of ["589,824 MAC", "69,632 MAC", "3×3"]) expect(svg).toContain(text);
});

test("symbols of the formulas answer to the keyboard with their value now", async ({page}) => {
  await open(page, "sep");
  await slider(page, "sep", "side of the window").press("PageUp");
  await calculator(page, "sep").locator('[data-symbol="K"]').first().focus();
  await expect(calculator(page, "sep").locator('[data-legend="K"]')).toHaveClass(/asked/);
  await expect(calculator(page, "sep").locator('[data-legend="K"]')).toContainText("= 5, side of the window");
});
