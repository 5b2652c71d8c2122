import {expect, type Page, test} from "@playwright/test";

const path = "/measure/clinic/";

async function open(page: Page, fragment = ""): Promise<void> {
  await page.goto(path + fragment);
  await expect(page.locator("astro-island[ssr]:has([data-figure])")).toHaveCount(0);
}

const flip = (page: Page, name: string, setting: string): Promise<void> =>
  page.getByRole("group", {name, exact: true}).getByRole("button", {name: setting, exact: true}).press("Enter");
const ours = (page: Page) => page.locator("[data-ours]");

test("without JavaScript every figure stands with its source and our number", async ({browser}) => {
  const page = await browser.newPage({javaScriptEnabled: false});
  await page.goto(path);
  const row = page.locator('[data-row="v3-params-heads"]');
  await expect(row).toContainText("27.16 M");
  await expect(row).toContainText("23.8346 M");
  await expect(row).toContainText("27.1613 M");
  await expect(row).toContainText("Auxiliary heads: counted");
  await expect(page.locator('[data-row="r2-params-315"]')).toContainText("no source that we found");
  await expect(page.locator('[data-row="bn-params-paper"]')).toContainText("unexplained");
  await page.close();
});

test("the separable first layer moves GoogLeNet's 1.58 onto the paper's 1.5, by hand and by the button", async ({
  page
}) => {
  await open(page);
  await expect(ours(page)).toHaveText("1.583 G");
  await expect(page.locator("[data-difference]")).toHaveText("0.083 G apart, 5.51 %.");
  await flip(page, "First layer", "separable 7×7");
  await expect(ours(page)).toHaveText("1.499 G");
  await expect(page.locator("[data-difference]")).toHaveText("The same to their last digit.");
  await page.getByRole("button", {name: "As this site counts"}).press("Enter");
  await expect(ours(page)).toHaveText("1.583 G");
  await page.getByRole("button", {name: "Set it for me"}).press("Enter");
  await expect(ours(page)).toHaveText("1.499 G");
  await expect.poll(() => new URL(page.url()).hash).toBe("#set=first%3Aseparable");
  await page.reload();
  await expect(ours(page)).toHaveText("1.499 G");
});

test("a row of the table puts its figure on the table, with the switches that matter to it", async ({page}) => {
  await open(page);
  await page.locator('[data-row="r50-work-osmr"] button').press("Enter");
  await expect(page.locator("[data-theirs]")).toHaveText("3,877.95 M");
  await expect(page.locator("[data-switch=biases]")).toHaveCount(0);
  await flip(page, "Step at", "the 1×1");
  await expect(ours(page)).toHaveText("3,857.9732 M");
  await flip(page, "Small operations", "imgclsmob’s");
  await expect(page.locator("[data-difference]")).toHaveText("The same to their last digit.");
});

test("what nothing explains is said to be so, with what is left", async ({page}) => {
  await open(page, "#figure=bn-params-paper");
  await page.getByRole("button", {name: "Set the nearest we know"}).press("Enter");
  await expect(page.locator("[data-difference]")).toContainText("apart");
  await expect(page.locator("[data-verdict]")).toHaveText("Nothing here explains it.");
});

test("a switch that does not fit is told in words, and the number stays", async ({page}) => {
  await open(page, "#figure=v3-work-ptflops-224");
  await flip(page, "Input", "224");
  await expect(page.locator("[data-difference]")).toHaveText(
    "Does not fit: aux/conv2/conv: a 5×5 window does not fit into 3×3. Its own input does."
  );
  await flip(page, "Variant", "timm");
  await expect(ours(page)).toHaveText("2.8379 G");
});

test("nonsense in the address leaves the first figure as this site counts it", async ({page}) => {
  await open(page, "#figure=banana&set=first:cat,unit:joule");
  await expect(page.locator("[data-theirs]")).toHaveText("1.5 G");
  await expect(ours(page)).toHaveText("1.583 G");
});
