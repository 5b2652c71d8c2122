import AxeBuilder from "@axe-core/playwright";
import {readFile} from "node:fs/promises";
import {expect, type Locator, type Page, test} from "@playwright/test";

const open = async (page: Page, hash = ""): Promise<Locator> => {
  await page.goto(`learn/inception-v1/${hash}`);
  const figure = page.locator(".frame:has(.presets)");
  await figure.locator(".export").scrollIntoViewIfNeeded();
  return figure;
};

test("the module's code is there in three dialects, and the choice is kept in the address", async ({page}) => {
  const figure = await open(page);
  const code = figure.getByRole("region", {name: /^An Inception module/});
  await expect(code).toContainText('"reduce": ConvUnit(192, 16, kernel=1)');
  await figure.getByRole("button", {name: "Keras 3"}).click();
  await expect(code).toContainText('"reduce": ConvUnit(16, kernel=1)');
  await figure.getByRole("button", {name: "TensorFlow.js"}).press("Enter");
  await expect(code).toContainText("reduce: new ConvUnit(16, {kernelSize: 1})");
  await expect.poll(() => new URL(page.url()).hash).toBe("#dialect=tfjs");
  await page.reload();
  await expect(code).toContainText("export class Inception extends Concat {");
});

test("a changed number is marked in every dialect", async ({page}) => {
  const figure = await open(page, "#r5=17&dialect=keras");
  await expect(figure.locator(".line.changed")).toHaveText([/ConvUnit\(17, kernel=1\)/]);
});

test("the notebook that is downloaded holds the module on screen and its count of parameters", async ({page}) => {
  const figure = await open(page, "#r5=17");
  await expect(figure.locator(".line.changed")).toHaveCount(2);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", {name: "Download .ipynb"}).click()
  ]);
  expect(download.suggestedFilename()).toBe("inception_3a.ipynb");
  const {cells} = JSON.parse(await readFile(await download.path(), "utf8")) as {cells: {source: string[]}[]};
  expect(cells[1]!.source.join("")).toContain("ConvUnit(192, 17, kernel=1)");
  // Module 3a has 163,696 parameters; one more channel has 192 + 1 of its own and 5·5·32 after it.
  expect(cells[2]!.source.join("")).toContain("assert count == 164_689");
});

test("a whole network's figure writes it, or one of its modules, in every dialect and as a notebook", async ({
  page
}) => {
  await page.goto("learn/inception-v1/#dialect=keras");
  const figure = page.getByRole("region", {name: "GoogLeNet, whole"});
  await figure.scrollIntoViewIfNeeded();
  await figure.dispatchEvent("pointerover"); // it sleeps until the reader comes to it
  await figure.getByRole("button", {name: "Code", exact: true}).click();
  const code = figure.locator("pre");
  await expect(code).toContainText("class GoogLeNet(");
  await figure.getByRole("combobox", {name: "Write"}).selectOption("3a");
  await expect(code).toContainText('"reduce": ConvUnit(16, kernel=1)');
  await expect(code).not.toContainText("GoogLeNet");
  await figure.getByRole("button", {name: "PyTorch"}).click();
  await expect(code).toContainText('"reduce": ConvUnit(192, 16, kernel=1)');
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", {name: "Download .ipynb"}).click()
  ]);
  expect(download.suggestedFilename()).toBe("googlenet_bvlc-3a.ipynb");
  expect(await readFile(await download.path(), "utf8")).toContain("assert count == 163_696");
});

test("the explorer writes the part that was clicked, and keeps it in the address", async ({page}) => {
  await page.goto("measure/#net=googlenet%40bvlc&view=code&open=3b");
  const code = page.locator(".export pre");
  await expect(code).toContainText("class GoogLeNet(");
  await page.locator('[data-path="3b/5x5/conv"]:visible').click();
  await page.getByRole("button", {name: "Write only 3b/5x5/conv"}).press("Enter");
  await expect(code).toContainText('"conv": nn.Conv2d(32, 96, 5, padding=2)');
  await expect.poll(() => new URL(page.url()).hash).toContain("part=3b%2F5x5%2Fconv");
  await page.reload();
  await expect(code).toContainText("class Part(Chain)");
  await page.getByRole("combobox", {name: "Write"}).selectOption("the whole network");
  await expect(code).toContainText("class GoogLeNet(");
});

for (const [width, scheme] of [
  [1440, "light"],
  [390, "dark"]
] as const)
  test(`the code passes axe and does not scroll sideways at ${width} px, ${scheme}`, async ({page}) => {
    await page.setViewportSize({width, height: 900});
    await page.emulateMedia({colorScheme: scheme});
    const figure = await open(page, "#dialect=tfjs");
    await expect(figure.getByRole("button", {name: "Download .js"})).toBeVisible();
    const {violations} = await new AxeBuilder({page}).include(".export").analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0
    );
  });
