import AxeBuilder from "@axe-core/playwright";
import {expect, type Locator, type Page, test} from "@playwright/test";

const chapter = "/learn/inception-v1/";

/** Opens the chapter and waits until the designer answers. */
async function designer(page: Page, fragment = ""): Promise<Locator> {
  await page.goto(chapter + fragment);
  const figure = page.getByRole("region", {name: /^An Inception module/}).and(page.locator(".frame"));
  await figure.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]:has(.presets)")).toHaveCount(0);
  return figure;
}

const cell = (figure: Locator, name: string): Locator => figure.locator(`[data-cell="${name}"]`);

test("the designer shows the paper's 3a before anything is touched, with reductions and naive", async ({page}) => {
  const figure = await designer(page);
  await expect(cell(figure, "total macs")).toHaveText("128,049,152");
  await expect(cell(figure, "total naive macs")).toHaveText("303,464,448");
  await expect(cell(figure, "total params")).toHaveText("163,696");
  await expect(cell(figure, "total naive params")).toHaveText("387,296");
  await expect(figure).toContainText("163,328 + 368 with reductions, 387,072 + 224 naive");
  await expect(figure).toContainText("42.2 % of the naive cost");
  await expect(figure).toContainText("256 channels instead of 416");
  for (const [branch, field] of [
    ["1x1", "1×1"],
    ["3x3", "3×3"],
    ["5x5", "5×5"],
    ["pool", "3×3"]
  ])
    await expect(figure.locator(`[data-field="${branch}"]`)).toHaveText(`sees ${field}`);
});

test("the designer is drawn and counted at build time, without a script", async ({browser, baseURL}) => {
  const context = await browser.newContext({javaScriptEnabled: false, ...(baseURL === undefined ? {} : {baseURL})});
  const page = await context.newPage();
  await page.goto(chapter);
  const figure = page.getByRole("region", {name: /^An Inception module/}).and(page.locator(".frame"));
  await expect(figure.locator(".wide [data-path='3a/5x5/reduce'] path")).toBeVisible();
  await expect(cell(figure, "total macs")).toHaveText("128,049,152");
  await context.close();
});

test("choosing 4e by keyboard sets all widths: 169,996,288 MACs, kept over a reload", async ({page}) => {
  let figure = await designer(page);
  await figure.getByRole("button", {name: "Module 4e"}).press("Enter");
  await expect(cell(figure, "total macs")).toHaveText("169,996,288");
  await expect(cell(figure, "total params")).toHaveText("868,352");
  await expect.poll(() => new URL(page.url()).hash).toBe("#module=4e");
  await page.reload();
  figure = await designer(page, "#module=4e");
  await expect(cell(figure, "total macs")).toHaveText("169,996,288");
  await expect(figure.getByRole("slider", {name: "channels of the reduction before 5×5"})).toHaveValue("32");
});

test("an arrow key on the 5×5 reduction adds 777,728 MACs and marks its two lines of code; Reset takes them back", async ({
  page
}) => {
  const figure = await designer(page);
  const slider = figure.getByRole("slider", {name: "channels of the reduction before 5×5"});
  await slider.press("ArrowRight");
  await expect(slider).toHaveValue("17");
  await expect(cell(figure, "total macs")).toHaveText("128,826,880");
  await expect(cell(figure, "5×5 macs")).toHaveText("13,221,376");
  await expect(figure.locator(".line.changed")).toHaveText([
    /ConvUnit\(192, 17, kernel=1\)/,
    /ConvUnit\(17, 32, kernel=5, padding=2\)/
  ]);
  await expect.poll(() => new URL(page.url()).hash).toBe("#r5=17");
  await figure.getByRole("button", {name: "Reset", exact: true}).press("Enter");
  await expect(cell(figure, "total macs")).toHaveText("128,049,152");
  await expect(figure.locator(".line.changed")).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).hash).toBe("");
});

test("adding channels to a branch widens its box in the drawing", async ({page}) => {
  const figure = await designer(page);
  const box = figure.locator(".wide [data-path='3a/5x5/conv'] path").first();
  const before = (await box.boundingBox())!.width;
  await figure.getByRole("spinbutton", {name: "5×5 channels"}).fill("40");
  await expect.poll(async () => (await box.boundingBox())!.width / before).toBeCloseTo(40 / 32, 1);
});

test("nonsense in the fragment is ignored and the paper's numbers shown", async ({page}) => {
  const figure = await designer(page, "#one=banana&r3=-4&c3=1e3&r5=99999&module=9z&unit=furlong");
  await expect(cell(figure, "total macs")).toHaveText("128,049,152");
  await expect(figure.getByRole("button", {name: "Module 3a"})).toHaveAttribute("aria-pressed", "true");
});

test("MAC | FLOP doubles every count", async ({page}) => {
  const figure = await designer(page);
  await figure.getByRole("button", {name: "FLOP"}).press("Enter");
  await expect(cell(figure, "total macs")).toHaveText("256,098,304");
  await expect(cell(figure, "total naive macs")).toHaveText("606,928,896");
  await expect(cell(figure, "total params")).toHaveText("163,696");
});

test("the unit is remembered on the next page, whose links name it, until it is switched back", async ({page}) => {
  const figure = await designer(page);
  await figure.getByRole("button", {name: "FLOP"}).press("Enter");
  await page.goto("/learn/inception-v4/");
  const blocks = page.locator("#figure-1");
  await blocks.scrollIntoViewIfNeeded();
  const macs = blocks.locator('[data-row="macs"] td').nth(1);
  await expect(macs).toHaveText("1,694,529,536 FLOP"); // 2 · 847,264,768
  expect(new URL(page.url()).hash).toBe("");
  await blocks.getByRole("slider").press("ArrowRight");
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#(unit=flop&v4-width=101|v4-width=101&unit=flop)$/);
  await blocks.getByRole("button", {name: "MAC"}).press("Enter");
  await expect(cell(await designer(page), "total macs")).toHaveText("128,049,152");
});

test("the code that is folded stays folded in the address", async ({page}) => {
  const figure = await designer(page);
  await expect(figure.locator("pre").first()).toBeVisible();
  await figure.getByRole("button", {name: "Code", exact: true}).press("Enter");
  await expect(figure.locator("pre").first()).toBeHidden();
  await expect.poll(() => new URL(page.url()).hash).toBe("#module-code=0");
  await page.reload();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator("pre").first()).toBeHidden();
  await figure.getByRole("button", {name: "Code", exact: true}).press("Enter");
  await expect(figure.locator("pre").first()).toBeVisible();
});

test("an impossible width is explained at its box and the last good drawing stays", async ({page}) => {
  const figure = await designer(page);
  await figure.getByRole("spinbutton", {name: "channels of the reduction before 5×5"}).fill("0");
  await expect(figure.getByRole("alert")).toContainText(
    "3a/5x5/reduce/conv: a convolution needs at least 1 output channel, found 0"
  );
  await expect(figure.locator(".wide .wrong")).toHaveAttribute("data-path", "3a/5x5/reduce");
  await expect(cell(figure, "total macs")).toHaveText("128,049,152");
  await figure.getByRole("spinbutton", {name: "channels of the reduction before 5×5"}).fill("16");
  await expect(figure.getByRole("alert")).toHaveCount(0);
});

test("a box in focus lights its row, and a row its boxes", async ({page}) => {
  const figure = await designer(page);
  await figure.getByRole("treeitem", {name: /^input/}).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowDown");
  await expect(figure.getByRole("treeitem", {name: /^5x5\/reduce/})).toBeFocused();
  await expect(figure.locator("tbody tr.lit")).toContainText("5×5");
  await figure.getByRole("rowheader", {name: "pool"}).getByRole("button").focus();
  await expect(figure.locator(".wide .box.dim")).toHaveCount(6);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(figure.locator(".wide .box.dim")).toHaveCount(0);
});

for (const [width, scheme] of [
  [1440, "light"],
  [390, "dark"]
] as const)
  test(`the designer passes axe and does not scroll sideways at ${width} px, ${scheme}`, async ({page}) => {
    await page.setViewportSize({width, height: 900});
    await page.emulateMedia({colorScheme: scheme});
    const figure = await designer(page, "#naive=1");
    await expect(figure.getByText("Naive, without reductions", {exact: true}).first()).toBeVisible();
    const {violations} = await new AxeBuilder({page}).include(".frame:has(.presets)").analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0
    );
  });
