import {expect, type Locator, type Page, test} from "@playwright/test";

const chapter = "/learn/inception-resnet/";

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

test("twenty blocks: adding costs 40 % less; one block: concatenating does; from the eighth on adding pays", async ({
  page
}) => {
  const figure = await open(page, 1);
  const verdict = figure.locator("[data-verdict]");
  await expect(cell(figure, "macs", 0)).toHaveText("10,831,257,600 MAC");
  await expect(cell(figure, "macs", 1)).toHaveText("6,498,754,560 MAC"); // 20 · 324,937,728
  await expect(cell(figure, "channels", 0)).toHaveText("8,768");
  await expect(verdict).toHaveText("With 20 blocks, adding costs 40.0 % less.");
  const blocks = figure.getByRole("slider");
  await blocks.press("Home");
  await expect(verdict).toHaveText("With 1 block, concatenating costs 37.2 % less.");
  await expect(cell(figure, "channels", 0)).toHaveText("1,472");
  for (let i = 0; i < 7; i++) await blocks.press("ArrowRight");
  await expect(verdict).toHaveText("With 8 blocks, adding costs 1.08 % less.");
  await blocks.press("ArrowLeft");
  await expect(verdict).toContainText("concatenating");
  await expect.poll(() => new URL(page.url()).hash).toBe("#blocks=7");

  for (const [id, truth] of [
    ["predict-twentieth", "4.3 times"],
    ["predict-expansion", "26.7 %"],
    ["predict-grown", "5.8 times"]
  ] as const) {
    const prediction = page.locator(`#${id}`);
    await prediction.scrollIntoViewIfNeeded();
    await expect(page.locator(`astro-island[ssr]:has(#${id})`)).toHaveCount(0);
    await prediction.getByText("Show the answer").press("Enter");
    await expect(prediction.locator("details .value")).toHaveText(truth);
  }
});

test("beside V4: a block at 17×17 for 38 %, and its expansion stays as wide as the map when it is widened", async ({
  page
}) => {
  const figure = await open(page, 2, "#r-width=200");
  await expect(cell(figure, "macs", 0)).toHaveText("847,264,768 MAC");
  await expect(cell(figure, "macs", 1)).toHaveText("324,937,728 MAC");
  await expect(cell(figure, "map", 2)).toHaveText("17×17×1088 → 17×17×1088");
  await figure.getByRole("checkbox").press("Space");
  await expect(cell(figure, "map", 2)).toHaveText("17×17×2176 → 17×17×2176");
  await expect(cell(figure, "macs", 2)).toHaveText("1,299,750,912 MAC");
  await press(figure, "C, 8×8");
  await expect(cell(figure, "count", 1)).toHaveText("10");
  const whole = page.locator("#figure-4");
  await whole.scrollIntoViewIfNeeded();
  await expect(whole.locator(".totals")).toContainText("55,843,464");
  await expect(whole.locator("astro-island[ssr]")).toHaveCount(0);
  await expect(whole.locator('[data-row="block8_10/sum/residual/expand"]')).toContainText("59,637,760"); // 8² · 448 · 2080
  await press(whole, "the paper’s figures");
  await expect(whole.locator(".totals")).toContainText("32,433,928");
});

test.describe("activations by depth", () => {
  const last = (figure: Locator, id: string): Locator => figure.locator(`[data-last="${id}"] b`);

  test("as recorded: 5.84 times as large at scale 1, 1.16 at 0.1; one step moves 0.58 against 0.021", async ({
    page
  }) => {
    const figure = await open(page, 3);
    await expect(last(figure, "full")).toHaveText("4, 5.84× as large");
    await expect(last(figure, "chosen")).toHaveText("0.8, 1.16× as large");
    await press(figure, "change by one step");
    await expect(last(figure, "full")).toHaveText("0.58 of its size");
    await expect(last(figure, "chosen")).toHaveText("0.021 of its size");
    await press(figure, "without BatchNorm");
    await expect(last(figure, "full")).toHaveText("more than 32 bits hold");
    await press(figure, "size of the activations");
    await expect(last(figure, "full")).toContainText("900,");
    await figure.getByRole("slider").press("ArrowRight");
    await expect(figure.locator("output")).toHaveText("0.15");
    await expect.poll(() => new URL(page.url()).hash).toBe("#branches=bare&scale=15");
    const symbol = (name: string): Locator => page.locator(`.equation [data-legend="${name}"] b`);
    await page.locator(".equation").scrollIntoViewIfNeeded();
    await expect(symbol("s")).toHaveText("0.15");
    await press(figure, "Reset");
    await expect(last(figure, "chosen")).toHaveText("0.8, 1.16× as large");
    await expect(symbol("s")).toHaveText("0.1");
    await expect(symbol("a")).toHaveText("0.8");
    const nonsense = await open(page, 3, "?#scale=12&branches=x&show=y");
    await expect(last(nonsense, "chosen")).toHaveText("0.8, 1.16× as large");
  });

  test("measured here: another seed says about the same, and the dots are drawn", async ({page}) => {
    test.slow();
    const figure = await open(page, 3, "#scale=20");
    await press(figure, "Measure it here");
    await expect(figure.locator("[data-status]")).toContainText("seed 1;", {timeout: 150_000});
    await expect(figure.locator("circle")).toHaveCount(2 * 21);
    const value = async (id: string): Promise<number> => Number((await last(figure, id).textContent())!.split(",")[0]);
    expect(await value("full")).toBeGreaterThan(3);
    expect(await value("full")).toBeLessThan(6);
    expect(await value("chosen")).toBeLessThan(1.6);
    await press(figure, "change by one step");
    await expect(figure.locator("circle")).toHaveCount(2 * 21);
    await figure.getByRole("slider").press("ArrowRight");
    await expect(figure.locator("circle")).toHaveCount(0);
  });
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("figures, tables and pairs are drawn; the story goes on to the family", async ({page}) => {
    await page.goto(chapter);
    await expect(page.locator('#figure-1 [data-row="macs"] td').first()).toHaveText("10,831,257,600 MAC");
    await expect(page.locator("#figure-3 path.faint")).toHaveCount(20);
    const pairs = page.locator("[data-pairs]");
    await expect(pairs.getByRole("row", {name: "Inception-ResNet-v1"})).toContainText("+8.6 %");
    await expect(pairs.getByRole("row", {name: "Inception-ResNet-v2", exact: false}).first()).toContainText("+7.4 %");
    await expect(page.getByRole("row", {name: "share of the network’s"})).toContainText("16.7 %26.7 %20.4 %");
    await page.locator("#exercise-4 summary").click();
    await expect(page.locator("#exercise-4 details")).toContainText("75 and 75 pixels");
    await expect(page.locator(".onward a[rel=next]")).toHaveText("Next: The family compared");
  });
});
