import AxeBuilder from "@axe-core/playwright";
import {expect, type Locator, type Page, test} from "@playwright/test";

const chapter = "/learn/inception-v1/";

/** Opens the chapter and waits until the explorer answers. */
async function explorer(page: Page, fragment = ""): Promise<Locator> {
  await page.goto(chapter + fragment);
  const figure = page.getByRole("region", {name: "GoogLeNet, whole"});
  await figure.scrollIntoViewIfNeeded();
  await figure.dispatchEvent("pointerover"); // it sleeps until the reader comes to it
  await expect(page.locator("astro-island[ssr]:has(.variants)")).toHaveCount(0);
  return figure;
}

const row = (figure: Locator, path: string): Locator => figure.locator(`[data-row="${path}"]`);
const box = (figure: Locator, path: string): Locator => figure.locator(`[data-path="${path}"]:visible`);

test("the explorer totals the paper's network, and the heads when they are asked for", async ({page}) => {
  const figure = await explorer(page);
  await expect(figure.locator(".totals")).toHaveText("6,998,552 parameters, 1,582,671,872 MACs");
  await figure.getByLabel("Count the auxiliary heads").press("Space");
  await expect(figure.locator(".totals")).toContainText("13,378,280 parameters");
  await expect(figure.locator('[data-total="params"]')).toHaveText("13,378,280");
  await expect.poll(() => new URL(page.url()).hash).toBe("#aux=1");
});

test("Enter on 3a opens its four branches in the drawing and in the table, Enter again closes them", async ({page}) => {
  const figure = await explorer(page);
  await expect(row(figure, "3a")).toContainText("128,049,152");
  await box(figure, "3a").focus();
  await page.keyboard.press("Enter");
  await expect(box(figure, "3a")).toHaveAttribute("aria-expanded", "true");
  for (const [branch, macs] of [
    ["1x1", "9,633,792"],
    ["3x3", "101,154,816"],
    ["5x5", "12,443,648"],
    ["pool", "4,816,896"]
  ])
    await expect(row(figure, `3a/${branch}`)).toContainText(macs!);
  await expect(figure.locator('[data-path^="3a/"]:visible')).toHaveCount(7);
  await expect.poll(() => new URL(page.url()).hash).toBe("#open=3b%2C5b%2C3a");
  await expect(box(figure, "3a")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row(figure, "3a/1x1")).toHaveCount(0);
  await expect(figure.locator('[data-path^="3a/"]:visible')).toHaveCount(0);
});

test("what is open, the variant and the unit come back from the address; nonsense is ignored", async ({page}) => {
  const figure = await explorer(page, "#open=4e,banana,4e/3x3&net=googlenet%40torchvision&unit=flop");
  await expect(figure.locator(".totals")).toHaveText("6,624,904 parameters, 2,996,752,384 FLOPs");
  await expect(row(figure, "4e/3x3/reduce")).toBeVisible();
  await figure.getByRole("button", {name: "Reset"}).press("Enter");
  await expect(row(figure, "4e/3x3/reduce")).toHaveCount(0);
  await expect(figure.locator(".totals")).toContainText("6,998,552 parameters");
});

test("3b and 5b are open at first; Close all folds them, Open all opens the nine modules and both heads", async ({
  page
}) => {
  const figure = await explorer(page);
  const opened = figure.locator("[aria-expanded='true']:visible[role='treeitem']");
  await expect(opened).toHaveCount(2);
  await expect(row(figure, "3b/1x1")).toContainText("25,690,112"); // 28² · 256 · 128
  await expect(row(figure, "5b/1x1")).toContainText("15,654,912"); // 7² · 832 · 384
  await figure.getByRole("button", {name: "Close all"}).press("Enter");
  await expect(opened).toHaveCount(0);
  await figure.getByRole("button", {name: "Open all"}).press("Enter");
  await expect(opened).toHaveCount(11);
});

test("TF-Slim's variant has no heads and 1,001 classes", async ({page}) => {
  const figure = await explorer(page);
  await figure.getByRole("button", {name: "TF-Slim"}).press("Enter");
  await expect(figure.locator(".totals")).toHaveText("6,618,649 parameters, 1,498,377,216 MACs");
  await expect(figure.getByLabel("This variant has no auxiliary heads")).toBeDisabled();
  await expect(row(figure, "fc")).toContainText("1001");
});

test("pointing at a row lights its box and tells shape, receptive field and share; a click keeps it until Escape", async ({
  page
}) => {
  const figure = await explorer(page);
  const facts = figure.locator(".details");
  await row(figure, "4a").hover();
  await expect(facts).toContainText("4a");
  await expect(facts).toContainText("gives 14×14×512");
  await expect(facts).toContainText("73,608,192 MACs, 4.65 % of all");
  await expect(box(figure, "4a")).not.toHaveClass(/dim/);
  await expect(box(figure, "4b")).toHaveClass(/dim/);
  await row(figure, "conv2/conv").getByRole("button").click();
  await page.mouse.move(0, 0);
  await expect(facts).toContainText("one position sees 19×19 pixels of the picture, every 4");
  await page.keyboard.press("Escape");
  await expect(facts).toContainText("Point at a step");
});

test("a box in focus lights its row", async ({page}) => {
  const figure = await explorer(page);
  await box(figure, "input").focus();
  await page.keyboard.press("ArrowDown");
  await expect(box(figure, "conv1")).toBeFocused();
  await expect(row(figure, "conv1")).toHaveClass(/lit/);
  await expect(row(figure, "pool1")).not.toHaveClass(/lit/);
});

for (const [width, scheme] of [
  [1440, "dark"],
  [390, "light"]
] as const)
  test(`the explorer passes axe and does not scroll sideways at ${width} px, ${scheme}, with a module and a head open`, async ({
    page
  }) => {
    await page.setViewportSize({width, height: 900});
    await page.emulateMedia({colorScheme: scheme});
    const figure = await explorer(page, "#open=5b,aux1");
    await expect(row(figure, "5b/pool")).toHaveCount(1);
    const {violations} = await new AxeBuilder({page}).include(".frame:has(.variants)").analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0
    );
  });
