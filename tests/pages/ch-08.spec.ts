import {expect, type Locator, type Page, test} from "@playwright/test";

const chapter = "/learn/inception-v4/";

async function open(page: Page, number: number, fragment = ""): Promise<Locator> {
  await page.goto(chapter + fragment);
  const figure = page.locator(`#figure-${number}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator("astro-island[ssr]")).toHaveCount(0);
  return figure;
}

const press = async (figure: Locator, name: string): Promise<void> =>
  figure.getByRole("button", {name, exact: true}).press("Enter");
const cell = (figure: Locator, row: string, column: number): Locator =>
  figure.locator(`[data-row="${row}"] td`).nth(column);

test("blocks side by side: B is 48.4 % of V4; widths and blocks change by keyboard, the address keeps them", async ({
  page
}) => {
  const figure = await open(page, 1);
  await expect(cell(figure, "macs", 0)).toHaveText("617,914,368 MAC");
  await expect(cell(figure, "macs", 1)).toHaveText("847,264,768 MAC");
  await expect(cell(figure, "share", 1)).toHaveText("5,930,853,376 MAC, 48.4 % of the network");
  await expect(cell(figure, "count", 1)).toHaveText("7");
  await expect(figure.locator("[data-parity]")).toHaveText("At 83 % of its widths it costs what Inception V3’s does.");

  const width = figure.getByRole("slider");
  await width.press("End"); // 2 · 265,158,656 + 4 · 582,106,112
  await expect(cell(figure, "macs", 2)).toHaveText("2,858,741,760 MAC");
  await page.locator(".equation").scrollIntoViewIfNeeded();
  await expect(page.locator('.equation [data-legend="w"] b')).toHaveText("2");
  await expect(page.locator('.equation [data-legend="c"] b')).toHaveText("2,858,741,760");
  await figure.getByRole("checkbox").press("Space");
  await expect(cell(figure, "macs", 2)).toHaveText("3,389,059,072 MAC"); // four times
  await expect(cell(figure, "map", 2)).toHaveText("17×17×2048 → 17×17×2048");
  await press(figure, "FLOP");
  await expect(cell(figure, "macs", 1)).toHaveText("1,694,529,536 FLOP");
  await press(figure, "MAC");

  await press(figure, "C, 8×8");
  await expect(cell(figure, "branches", 1)).toHaveText("4, in 6 outputs");
  await expect(cell(figure, "branches", 0)).toHaveText("4, in 6 outputs");
  await expect(figure.locator("[data-parity]")).toContainText("At 120 %");
  await expect.poll(() => new URL(page.url()).hash).toBe("#v4-width=200&v4-in=1&v4-block=c");
  await press(figure, "Reset");
  await expect(cell(figure, "macs", 2)).toHaveCount(0);
  await press(figure, "stem");
  await expect(cell(figure, "map", 1)).toHaveText("299×299×3 → 35×35×384");
  await expect(cell(figure, "macs", 1)).toHaveText("2,289,943,648 MAC");
  await expect(figure.locator('[data-row="branches"]')).toHaveCount(0);
});

test("the equation’s F and R, their meanings and the typeset symbols follow the block that Figure 1 shows", async ({
  page
}) => {
  const figure = await open(page, 1, "#v4-block=c");
  const equation = page.locator(".equation");
  await equation.scrollIntoViewIfNeeded();
  const value = (name: string): Locator => equation.locator(`[data-legend="${name}"] b`);
  const typeset = equation.locator('.typeset [data-symbol="f"]');
  await expect(value("f")).toHaveText("125,829,120");
  await expect(value("r")).toHaveText("165,150,720");
  await expect(value("c")).toHaveText("290,979,840");
  const ofC = "convolutions of block C on what comes in: 8 · 8 · 1,536 · (256 + 384 + 384 + 256)";
  await expect(equation.locator('[data-legend="f"] .means')).toHaveText(`, ${ofC}`);
  await expect(typeset).toHaveAttribute("aria-label", `f: ${ofC}`);
  await press(figure, "stem");
  await expect(value("f")).toHaveText("19,181,664");
  await expect(equation.locator('[data-legend="r"]')).toContainText(
    "= 2,270,761,984, everything behind them in the stem"
  );
  await expect(typeset).toHaveAttribute(
    "aria-label",
    "f: convolutions of the stem on what comes in: 149 · 149 · 3 · 3 · 3 · 32"
  );
  await press(figure, "A, 35×35");
  await figure.getByRole("checkbox").press("Space");
  await expect(value("f")).toHaveText("0");
  await expect(value("r")).toHaveText("387,609,600");
  await press(figure, "Reset");
  await expect(value("f")).toHaveText("265,158,656");
  await expect(typeset).toHaveAttribute("aria-label", /^f: convolutions of block B /);
});

test("the address opens a block at a width; nonsense leaves the defaults; the code follows", async ({page}) => {
  const figure = await open(page, 1, "#v4-block=reductionA&v4-width=50");
  await expect(cell(figure, "params", 1)).toHaveText("2,306,112");
  await expect(figure.locator("[data-parity]")).toContainText("At 51 %");
  await press(figure, "Code");
  await expect(figure.locator("pre")).toContainText("class ReductionA");
  await expect.poll(() => new URL(page.url()).hash).toBe("#v4-block=reductionA&v4-width=50&v4-code-shown=1");
  await page.reload();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator("pre")).toContainText("class ReductionA");
  const plain = await open(page, 1, "?#v4-block=end&v4-width=9&v4-in=2");
  await expect(cell(plain, "macs", 1)).toHaveText("847,264,768 MAC");
  await expect(cell(plain, "macs", 2)).toHaveCount(0);
});

test("the stem’s joins and the whole: 64 + 96, 96 + 96, 192 + 192; 42,679,816 parameters", async ({page}) => {
  const figure = await open(page, 2);
  await expect(figure.getByRole("button", {name: "Reset"})).toHaveCount(0); // nothing in it can be changed
  const join = (path: string): Locator => figure.locator(`[data-join="${path}"]`);
  await expect(join("mixed3a")).toContainText("73×73×160");
  await expect(join("mixed3a").locator("li")).toHaveText([
    /max pool 64 channels, no multiply–adds/,
    /3×3 96 channels, 295 M MAC/
  ]);
  await expect(join("mixed4a").locator("[data-cost]")).toHaveText(["333 M MAC", "639 M MAC"]);
  await expect(join("mixed5a").locator("li").last()).toContainText("max pool 192 channels");
  const box = (path: string): Locator => figure.locator(`[data-path="${path}"]:visible`);
  await box("conv2b").focus();
  await page.keyboard.press("ArrowDown");
  await expect(box("mixed3a/pool")).toBeFocused();
  await expect(join("mixed3a").locator("span").first()).not.toHaveClass(/dim/);
  await expect(join("mixed3a").locator(".bar .dim")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(figure.locator(".bar .dim")).toHaveCount(0);
  const whole = page.locator("#figure-3 .totals");
  await expect(whole).toContainText("42,679,816");
  await expect(whole).toContainText("12,253,974,624");
  await expect(page.locator('#figure-3 [data-row="mixed7b/1x1"]')).toContainText("25,165,824"); // 8² · 1536 · 256

  const prediction = page.locator("#predict-c");
  await prediction.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]:has(#predict-c)")).toHaveCount(0);
  await prediction.getByText("Show the answer").press("Enter");
  await expect(prediction.locator("details .value")).toHaveText("32 %");
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("both networks’ strips, blocks and the table of stages are drawn", async ({page}) => {
    await page.goto(chapter);
    await expect(page.locator('#figure-1 .strip.wide [data-stage="b"] rect')).toHaveCount(4 + 7);
    await expect(page.locator('#figure-1 [data-row="macs"] td').nth(1)).toHaveText("847,264,768 MAC");
    await expect(page.locator("[data-stages]").getByRole("row", {name: "blocks B at 17×17"})).toContainText("48.4 %");
    await expect(page.locator("#figure-2 [data-join]")).toHaveCount(3);
    await expect(page.locator('.equation [data-legend="c"] b')).toHaveText("847,264,768");
    await expect(page.locator('.equation [data-legend="f"]')).toContainText(
      "17 · 17 · 1,024 · (384 + 192 + 192 + 128)"
    );
    await page.locator("#exercise-4 summary").click();
    await expect(page.locator("#exercise-4 details")).toContainText("75 pixels, and 75 for V3");
    await expect(page.locator(".onward a[rel=prev]")).toHaveText("Before: Inception V3");
  });
});
