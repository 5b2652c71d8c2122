/** What a reader takes along: the drawing, the table, the code, and a link to what is on the screen. */
import {readFile} from "node:fs/promises";
import {createCanvas, loadImage} from "@napi-rs/canvas";
import {type Download, expect, type Locator, type Page, test} from "@playwright/test";

const chapter = "/learn/inception-v1/";
const RAISED = "#r5=24";

async function figure(page: Page, number: number): Promise<Locator> {
  const found = page.locator(`#figure-${number}`);
  await found.scrollIntoViewIfNeeded();
  await found.locator("astro-island > *").first().dispatchEvent("pointerover");
  await expect(found.locator("xpath=.//astro-island[@ssr]")).toHaveCount(0);
  return found;
}

async function fileOf(page: Page, button: Locator): Promise<{name: string; text: string}> {
  const arrives = page.waitForEvent("download");
  await button.click();
  const download: Download = await arrives;
  return {name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8")};
}

test("a drawing is saved as an SVG of its own, with the reader's numbers and with colours that need no style sheet", async ({
  page
}) => {
  await page.goto(chapter + RAISED);
  const {name, text} = await fileOf(page, (await figure(page, 1)).getByRole("button", {name: "Download SVG"}));
  expect(name).toMatch(/\.svg$/);
  const {fault, size, colours, words} = await page.evaluate((source) => {
    const svg = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
    return {
      fault: svg.querySelector("parsererror")?.textContent ?? null,
      size: Number(svg.getAttribute("width")) * Number(svg.getAttribute("height")),
      colours: new Set([...svg.querySelectorAll("path")].map((path) => path.style.fill)).size,
      words: svg.textContent
    };
  }, text);
  expect(fault).toBeNull();
  expect(size).toBeGreaterThan(0);
  expect(colours).toBeGreaterThan(3);
  expect(words).toContain("24");
  expect(text).not.toMatch(/var\(--|class="/);
});

test("a drawing outside of the figures is saved too: a card's shape, a training's curve, GoogLeNet on the front page", async ({
  page
}) => {
  const drawing = "Download this drawing as SVG";
  for (const [address, button, file, words] of [
    ["/networks/googlenet-bvlc/", "Download SVG: Its shape", "googlenet-bvlc-shape.svg", ">14<"],
    [chapter, drawing, "compact-v1-training.svg", "training loss"],
    ["/", drawing, "googlenet-channels.svg", "28×28"]
  ] as const) {
    await page.goto(address);
    const {name, text} = await fileOf(page, page.getByRole("button", {name: button}));
    expect(name).toBe(file);
    expect(text).toContain(words);
    expect(text).not.toMatch(/var\(--|class="/);
  }
});

test("a table of rounded numbers is saved with whole ones: the pairs of chapter 9", async ({page}) => {
  await page.goto("/learn/inception-resnet/");
  const button = page.locator("[data-pairs] + .take-away").getByRole("button", {name: "Download this table as CSV"});
  const {text} = await fileOf(page, button);
  expect(text.split("\r\n").slice(1, 3)).toEqual([
    "Inception V3,5713216096,23834568",
    '"Inception-ResNet-v1, as in the paper",6206361696,22756328'
  ]);
});

test("two drawings are saved in one file, one below the other, each under its name", async ({page}) => {
  await page.goto("/learn/inception-v4/");
  const {text} = await fileOf(page, (await figure(page, 1)).getByRole("button", {name: "Download SVG"}));
  const {headings, places} = await page.evaluate((source) => {
    const {children} = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
    const of = (name: string): Element[] => [...children].filter(({tagName}) => tagName === name);
    return {
      headings: of("text").map(({textContent}) => textContent),
      places: of("svg").map((one) => ["y", "height"].map((name) => Number(one.getAttribute(name))))
    };
  }, text);
  expect(headings).toEqual(["Inception V3", "Inception V4"]);
  const [[above, tall], [below]] = places as [[number, number], [number, number]];
  expect(below).toBeGreaterThanOrEqual(above + tall + 26);
});

test("a figure of maps and a network is saved whole, as a picture, and not as the first of its maps", async ({
  page
}) => {
  await page.goto("/learn/network-in-network/");
  const one = await figure(page, 1);
  await expect(one.getByRole("button", {name: "Download SVG"})).toHaveCount(0);
  const arrives = page.waitForEvent("download");
  await one.getByRole("button", {name: "Download PNG"}).click();
  const picture = await readFile(await (await arrives).path());
  const frame = (await one.locator(".frame").boundingBox())!;
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual(
    [frame.width, frame.height].map((side) => Math.floor(2 * side))
  );
});

test("the designed module's costs are saved as CSV: the 5×5 branch with 24 channels takes 18,665,472 multiply–adds", async ({
  page
}) => {
  await page.goto(chapter + RAISED);
  const {name, text} = await fileOf(page, (await figure(page, 1)).getByRole("button", {name: "Download CSV"}));
  expect(name).toMatch(/\.csv$/);
  const lines = text.trim().split("\n");
  expect(new Set(lines.map((line) => line.split(",").length)).size).toBe(1);
  expect(text).toContain("18665472");
});

test("the bottleneck's CSV has the four convolutions, for one position and for the layer", async ({page}) => {
  await page.goto(chapter);
  const {text} = await fileOf(page, (await figure(page, 2)).getByRole("button", {name: "Download CSV"}));
  const macs = text
    .split("\n")
    .slice(1)
    .map((line) => Number(line.split(",")[5]));
  expect(macs.slice(0, 2)).toEqual([589_824, 589_824 * 28 * 28]);
  expect(macs.slice(2).filter((_, i) => i % 2 === 0)).toEqual([16_384, 36_864, 16_384]);
});

test("the module's code is saved as Python with the reader's widths", async ({page}) => {
  await page.goto(chapter + RAISED);
  const one = await figure(page, 1);
  const code = one.getByRole("button", {name: "Code", exact: true});
  if ((await code.getAttribute("aria-expanded")) === "false") await code.click();
  const {name, text} = await fileOf(page, one.getByRole("button", {name: /\.py/}));
  expect(name).toMatch(/\.py$/);
  expect(text).toContain("import torch");
  expect(text).toMatch(/\b24\b/);
});

test("Copy link copies the address of what is shown, and says so", async ({page, context}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(chapter);
  const one = await figure(page, 1);
  const reduction = page.locator('[data-num="r5"]').getByRole("slider");
  await reduction.scrollIntoViewIfNeeded();
  await expect(page.locator('astro-island[ssr]:has([data-num="r5"])')).toHaveCount(0);
  await reduction.press("ArrowRight");
  await expect(reduction).toHaveAttribute("aria-valuenow", "17");
  await one.getByRole("button", {name: "Copy link"}).click();
  await expect(one.getByRole("status").filter({hasText: /copied/i})).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).pathname + new URL(copied).hash).toBe(`${chapter}#r5=17`);
});

test.describe("at two pixels of the screen for one of the page", () => {
  test.use({deviceScaleFactor: 2});

  test("a figure that is no drawing is saved as the picture that it is: nothing moved, its boxes ticked", async ({
    page
  }) => {
    await page.goto("/play/");
    const frame = page.locator(".frame").first();
    await expect(frame.locator("xpath=ancestor::astro-island[@ssr]")).toHaveCount(0);
    const box = frame.getByRole("checkbox", {name: "Show on the picture"});
    await expect(box).toBeChecked();
    const shown = await loadImage(await frame.screenshot());
    const arrives = page.waitForEvent("download");
    await frame.getByRole("button", {name: "Download PNG"}).click();
    const saved = await loadImage(await (await arrives).path());
    expect(saved.width).toBe(shown.width);
    expect(Math.abs(saved.height - shown.height)).toBeLessThanOrEqual(4);

    /** Mean difference of the two in a part, of 255: not nothing, since letters are smoothed otherwise. */
    const difference = ([x, y, width, height]: readonly [number, number, number, number]): number => {
      const [one, other] = [shown, saved].map((picture) => {
        const context = createCanvas(width, height).getContext("2d");
        context.drawImage(picture, -x, -y);
        return context.getImageData(0, 0, width, height).data;
      });
      return one!.reduce((sum, value, i) => sum + Math.abs(value - other![i]!), 0) / (3 * width * height);
    };
    const HEADING = 120; // its tools are left out
    expect(difference([0, HEADING, saved.width, saved.height - HEADING - 4])).toBeLessThan(5);
    const [at, from] = [(await box.boundingBox())!, (await frame.boundingBox())!];
    const place = [at.x - from.x, at.y - from.y, at.width, at.height].map((side) => Math.round(2 * side));
    expect(difference(place as [number, number, number, number])).toBeLessThan(20);
  });
});
