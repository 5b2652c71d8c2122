import {expect, type Locator, type Page, test} from "@playwright/test";

const path = "/measure/compare/";
const cell = (page: Page, line: string, net: string): Locator =>
  page.locator(`[data-line="${line}"] [data-net="${net}"]`);

async function open(page: Page, fragment = ""): Promise<void> {
  await page.goto(path + fragment);
  await expect(page.locator("astro-island[ssr]:has(.chips)")).toHaveCount(0);
}

test("without JavaScript the table has the published figures and the scatter its sources", async ({browser}) => {
  const page = await browser.newPage({javaScriptEnabled: false});
  await page.goto(path);
  await expect(cell(page, "params", "vgg16@torchvision")).toHaveText("138,357,544");
  await expect(cell(page, "withHeads", "inception-v3@torchvision")).toHaveText("27,161,264");
  await expect(cell(page, "macs", "googlenet@bvlc")).toHaveText("1,582,671,872");
  await expect(cell(page, "field", "inception-resnet-v2@timm")).toHaveText("3039 px");
  await expect(page.getByRole("link", {name: "arXiv 1409.4842, Table 3"})).toHaveAttribute(
    "href",
    "https://arxiv.org/abs/1409.4842"
  );
  await page.close();
});

test("a network is added and removed by keyboard, and a reload shows the same ones", async ({page}) => {
  await open(page);
  await page.getByText("Choose networks").press("Enter");
  await page.getByRole("group", {name: "BN-Inception"}).getByLabel("Cadene").press("Space");
  await expect(cell(page, "params", "bn-inception@cadene")).toHaveText("11,295,240");
  await expect(cell(page, "statistics", "bn-inception@cadene")).toHaveText("20,032");
  await page.getByRole("button", {name: "Remove VGG-16, torchvision"}).press("Enter");
  await expect(cell(page, "params", "vgg16@torchvision")).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).hash).toContain("bn-inception");
  await page.reload();
  await expect(cell(page, "params", "bn-inception@cadene")).toHaveText("11,295,240");
  await page.getByRole("button", {name: "Reset"}).first().press("Enter");
  await expect(cell(page, "params", "vgg16@torchvision")).toHaveText("138,357,544");
});

test("no more than six networks can be chosen, and unknown ones in the address are left out", async ({page}) => {
  const nets = ["nin@imagenet", "banana", "resnet50@torchvision", "nin@imagenet", "googlenet@slim", "compact-v1"];
  await open(page, `#nets=${encodeURIComponent([...nets, "compact-v2", "compact-v3", "compact-v4"].join(","))}`);
  await expect(page.locator("[data-chip]")).toHaveCount(6);
  await page.getByText("Choose networks").press("Enter");
  await expect(page.getByRole("group", {name: "VGG-16"}).getByLabel("torchvision")).toBeDisabled();
  await expect(page.getByText("At most 6 at a time")).toBeVisible();
});

test("nonsense in the address leaves the defaults, and taking all away says what to do", async ({page}) => {
  await open(page, "#nets=banana&side=9000&score=taste");
  await expect(page.locator("[data-chip]")).toHaveCount(4);
  for (let left = 4; left > 0; left--) await page.locator("[data-chip] button").first().press("Enter");
  await expect(page.getByText("Choose a network to compare.")).toBeVisible();
});

test("a common input changes work but no parameters, and names the layer that does not fit", async ({page}) => {
  await open(page, "#nets=inception-v3%40torchvision,googlenet%40bvlc,compact-v1");
  await page.getByRole("group", {name: "Input"}).getByRole("button", {name: "224"}).press("Enter");
  // 2.85 GMACs at 224 pixels, as ptflops' README has it with normalisation.
  await expect(cell(page, "macs", "inception-v3@torchvision")).toHaveText(/^2,8\d\d,/);
  await expect(cell(page, "params", "inception-v3@torchvision")).toHaveText("23,834,568");
  await expect(
    page.getByText("does not fit: aux/conv2/conv: a 5×5 window does not fit into 3×3; its own input does")
  ).toBeVisible();
  await page.getByRole("button", {name: "FLOP"}).first().press("Enter");
  await expect(cell(page, "macs", "googlenet@bvlc")).toHaveText("3,165,343,744");
});

test("the dots of the scatter are walked with arrow keys, and each names its source", async ({page}) => {
  await open(page);
  await page.locator(".facts").scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]:has([data-dot])")).toHaveCount(0);
  await page.locator("[data-dot]:visible").first().focus();
  const facts = page.locator(".facts");
  await expect(facts).toContainText("Network in Network, ImageNet");
  await expect(facts).toContainText("59.36 %");
  await page.keyboard.press("ArrowRight");
  await expect(facts).toContainText("GoogLeNet, torchvision, weights torchvision: top-1 69.778 %");
  const source = facts.getByRole("link");
  await expect(source).toHaveText("torchvision documentation, googlenet");
  await page.keyboard.press("Tab");
  await expect(source).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("group", {name: "Accuracy", exact: true}).getByRole("button", {name: "top-5"}).press("Enter");
  await expect(page.locator("[data-dot]:visible")).toHaveCount((await page.locator("[data-checkpoint]").count()) - 1);
  await expect(facts).toContainText("weights torchvision: top-5 89.53 %");
  const told = (): string[] => new URL(page.url()).hash.slice(1).split("&").toSorted();
  await expect.poll(told).toEqual(["dot=googlenet%40torchvision%3Atorchvision", "score=top5"]);
  await page.reload();
  await facts.scrollIntoViewIfNeeded();
  await expect(facts).toContainText("weights torchvision: top-5 89.53 %");
  await expect(page.locator("[data-dot][aria-pressed=true]:visible")).toHaveCount(1);
});

test("tables save as CSV with exact numbers", async ({page}) => {
  await open(page);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", {name: "Download CSV"}).first().press("Enter");
  const file = await saving;
  const text = await new Response((await file.createReadStream()) as unknown as BodyInit).text();
  expect(text).toContain("Parameters,138357544,6998552,23834568,55843464");
});
