/** The figures of the chapters at full size: where their links lead, and that they work there. */
import {expect, type Locator, type Page, test} from "@playwright/test";
import {parseHTML} from "linkedom";
import {sectionIn} from "../../src/layouts/full-links.ts";
import {builtPages} from "./built-pages.ts";

const frame = (page: Page, title: string): Locator =>
  page.locator(".frame", {has: page.locator(".title", {hasText: title})});

async function open(page: Page, path: string, title: string): Promise<Locator> {
  await page.goto(path);
  const figure = frame(page, title);
  await figure.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", {has: figure})).toHaveCount(0);
  return figure;
}

const cell = (figure: Locator, row: string, column: number): Locator =>
  figure.locator(`[data-row="${row}"] td`).nth(column);
const press = async (figure: Locator, name: string): Promise<void> =>
  figure.getByRole("button", {name, exact: true}).press("Enter");

test("every figure of every chapter links to a place that is there and holds the same figure", async ({request}) => {
  const documentOf = async (path: string): Promise<Document> => {
    const answer = await request.get(path);
    expect(answer.ok(), path).toBe(true);
    return parseHTML(await answer.text()).document as unknown as Document;
  };
  // Where a reader chooses the network, its name follows the address only once the page lives.
  const titleOf = (element: Element | null, link: string): string => {
    const title = element?.textContent ?? "";
    return link.includes("net=") ? title.replace(/Compact .+ on your/, "a network on your") : title;
  };
  let links = 0;
  for (const chapter of builtPages().filter((path) => /^\/learn\/.+/.test(path)))
    for (const figure of (await documentOf(chapter)).querySelectorAll("figure.figure")) {
      const where = `${chapter}#${figure.id}`;
      const link = figure.querySelector("a[data-full]")?.getAttribute("href");
      expect(link, where).toBeTruthy();
      const [path = "", fragment = ""] = link!.split("#");
      const target = await documentOf(path);
      links++;
      const place = sectionIn(fragment) ?? fragment;
      if (place.includes("=")) continue;
      expect(target.getElementById(place), `${where}: ${link}`).not.toBeNull();
      const titles = [...target.querySelectorAll(".frame .title")].map((title) => titleOf(title, link!));
      expect(titles, where).toContain(titleOf(figure.querySelector(".frame .title"), link!));
    }
  expect(links).toBeGreaterThan(40);
});

test("from a chapter by keyboard to the blocks at full size; two benches of a page keep their own widths", async ({
  page
}) => {
  await page.goto("/learn/inception-v4/");
  await page.locator("#figure-1").getByRole("link", {name: "Full size in Measure"}).press("Enter");
  await expect(page).toHaveURL(/\/measure\/modules\/#v3-and-v4-block-by-block$/);
  await expect(page.getByRole("navigation", {name: "Instruments"}).locator("[aria-current=page]")).toHaveText(
    "Modules"
  );
  const newer = await open(page, "/measure/modules/", "beside Inception V3");
  await expect(cell(newer, "macs", 1)).toHaveText("847,264,768 MAC");
  await newer.getByRole("slider").press("End");
  await expect(cell(newer, "macs", 2)).toHaveText("2,858,741,760 MAC");
  await expect.poll(() => new URL(page.url()).hash).toBe("#v4-width=200");
  const residual = frame(page, "beside Inception V4");
  await residual.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", {has: residual})).toHaveCount(0);
  await expect(cell(residual, "macs", 1)).toHaveText("324,937,728 MAC");
  await expect(cell(residual, "macs", 2)).toHaveCount(0);
  await press(residual, "C, 8×8");
  await expect(cell(residual, "count", 1)).toHaveText("10");
  await expect.poll(() => new URL(page.url()).hash).toBe("#v4-width=200&r-block=c");
  await page.reload();
  await newer.scrollIntoViewIfNeeded();
  await expect(cell(newer, "macs", 2)).toHaveText("2,858,741,760 MAC");
});

test("signals and gradients: both depths answer to the keyboard side by side, and the address keeps them", async ({
  page
}) => {
  const activations = await open(page, "/measure/signals/", "Twenty residual blocks");
  await press(activations, "change by one step");
  await expect(activations.locator('[data-last="full"] b')).toHaveText("0.58 of its size");
  const gradients = frame(page, "How strong is the gradient");
  await gradients.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", {has: gradients})).toHaveCount(0);
  await press(gradients, "He et al., 2015");
  await press(gradients, "32");
  await expect(gradients.locator('[data-first="plain"] b')).toHaveText("0.16");
  const told = (): string[] => new URL(page.url()).hash.slice(1).split("&").toSorted(); // the figures wake in any order
  await expect.poll(told).toEqual(["layers=32", "show=moves", "start=he"]);
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("layers, modules and signals are drawn with their numbers", async ({page}) => {
    await page.goto("/measure/layers/");
    await expect(page.locator("[data-out]")).toHaveText("3 windows fit:");
    await expect(page.locator("[data-macs]")).toHaveText("346,816,512 MAC");
    await expect(page.locator('[data-node="out"]')).toHaveText("177");
    await expect(page.locator("[data-joined]")).toContainText("→ 24×24×6");
    await page.goto("/measure/modules/");
    await expect(page.locator('[data-row="macs"] td').nth(1)).toHaveText("847,264,768 MAC");
    await expect(page.locator("[data-join]")).toHaveCount(3);
    await expect(page.locator("main")).toContainText("With 20 blocks, adding costs 40.0 % less.");
    await page.goto("/measure/signals/");
    await expect(page.locator('[data-first="plain"] b')).toHaveText("1.1 · 10⁻⁴");
    await expect(page.locator('[data-last="full"] b')).toHaveText("4, 5.84× as large");
    await expect(page.locator("path.faint")).toHaveCount(20);
  });
});

test("what a reader has set in a chapter goes along to full size, and what a figure opens with, without its prefix", async ({
  page
}) => {
  await page.goto("/learn/inception-v4/#v4-width=200&net-net=inception-v4@slim&unit=flop");
  const links = page.getByRole("link", {name: "Full size in Measure"});
  const bench = page.locator("#figure-1").locator(links);
  await bench.scrollIntoViewIfNeeded();
  await bench.press("Enter");
  await expect(page).toHaveURL(/\/measure\/modules\/#v3-and-v4-block-by-block&v4-width=200&unit=flop$/);
  await expect(page.locator("#v3-and-v4-block-by-block")).toBeInViewport();
  const newer = frame(page, "beside Inception V3");
  await expect(page.locator("astro-island[ssr]", {has: newer})).toHaveCount(0);
  await expect(cell(newer, "macs", 2)).toContainText("5,717,483,520"); // twice 2,858,741,760

  await page.goto("/learn/inception-v4/#net-net=inception-v4@slim&net-code-shown=1&v4-width=200&unit=flop");
  const whole = page.locator("#figure-3").locator(links);
  await whole.scrollIntoViewIfNeeded();
  await whole.press("Enter");
  await expect(page).toHaveURL(
    /\/measure\/#net=inception-v4%40slim&open=mixed7b%7Emixed7d%2Cmixed7b&view=code&unit=flop$/
  );
  await expect(page.getByRole("combobox", {name: "Network"})).toHaveValue(/inception-v4/);
  await expect(page.locator("pre").first()).toContainText("import torch");
});

test("a calculator that starts with a preset is the same at full size, with what the reader has changed", async ({
  page
}) => {
  await page.goto("/learn/network-in-network/#head-nin-channels=512&predict-flatten=5");
  const link = page.locator("#figure-4").getByRole("link", {name: "Full size in Measure"});
  await link.scrollIntoViewIfNeeded();
  await link.press("Enter");
  await expect(page).toHaveURL(
    /\/measure\/calculators\/#average-instead-of-flattening&head-height=6&.*head-channels=512/
  );
  expect(page.url()).not.toMatch(/head-nin|predict/);
  const head = page.locator('[data-calculator="head"]');
  await head.scrollIntoViewIfNeeded();
  await expect(head.locator('[data-way="direct"] [data-cell="weights"]')).toHaveText("18,432,000"); // 6 · 6 · 512 · 1000
});

test("the viewer in Play looks into the chapter's network, at the module that the reader chose", async ({page}) => {
  await page.goto("/learn/the-naive-module/#maps=4b");
  const link = page.locator("#figure-2").getByRole("link", {name: "Full size in Play"});
  await link.scrollIntoViewIfNeeded();
  await link.press("Enter");
  await expect(page).toHaveURL(/\/play\/#inside&net=compact-naive&maps=4b$/);
  await expect(page.locator("#inside")).toBeInViewport();
  const viewer = page.locator(".viewer");
  await viewer.scrollIntoViewIfNeeded();
  await expect(viewer.locator('[data-branch="4b/5x5"]')).toBeVisible();
});

test("on the way to a heading the address keeps the state, and the link to full size finds it there", async ({
  page
}) => {
  await page.goto("/learn/inception-v4/#v4-width=200");
  await page.getByRole("link", {name: "Link to “Why V3 was irregular”"}).click();
  await expect(page).toHaveURL(/\/learn\/inception-v4\/#why-v3-was-irregular&v4-width=200$/);
  const link = page.locator("#figure-1").getByRole("link", {name: "Full size in Measure"});
  await link.press("Enter");
  await expect(page).toHaveURL(/\/measure\/modules\/#v3-and-v4-block-by-block&v4-width=200$/);
});
