import {expect, type Locator, type Page, test} from "@playwright/test";
import recorded from "../../src/components/figures/recorded-play.json" with {type: "json"};
import type {RecordedPlay} from "../../src/components/parts/recorded-play.ts";

const chapter = "/learn/the-naive-module/";
const {sizes} = (recorded as unknown as Record<string, RecordedPlay>)["compact-naive"]!;

async function wake(page: Page, number: number): Promise<Locator> {
  const figure = page.locator(`#figure-${number}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator("astro-island[ssr]")).toHaveCount(0);
  return figure;
}

test("four views by keyboard: six channels at one place, and without padding nothing can be joined", async ({page}) => {
  await page.goto(`${chapter}#views-at=1,x&views-pad=much&views-of=nobody`);
  const figure = await wake(page, 1);
  const cells = figure.locator("[data-cell]");
  await expect(cells).toHaveText(["31", "67", "21", /^\d+$/, /^\d+$/, /^\d+$/]);
  await expect(figure.locator("[data-joined]")).toContainText("24×24×1 + 24×24×1 + 24×24×1 + 24×24×3 → 24×24×6");
  await figure.getByRole("button", {name: /Arrow keys move the place/}).press("ArrowLeft");
  await expect(figure).toContainText("Joined at row 16, column 21");
  await expect.poll(() => new URL(page.url()).hash).toContain("views-at=15%2C20");
  await figure.getByRole("button", {name: "Padding in every branch"}).press("Enter");
  await expect(figure.getByRole("alert")).toContainText("24×24, 22×22, 20×20, 22×22");
  await expect(figure.locator('[data-view="five"] [data-shape]')).toHaveText("20×20, 1 channel");
  await figure.getByRole("button", {name: "Reset"}).press("Enter");
  await expect(cells.first()).toHaveText("31");
});

test("branches of the trained network, and how much each gains as the subject grows, as recorded", async ({page}) => {
  await page.goto(chapter);
  const viewer = await wake(page, 2);
  await expect(viewer.locator("h3 small")).toHaveText("recorded");
  await expect(viewer.locator("[data-branch]")).toHaveCount(4);
  await expect(viewer.locator('[data-branch="3a/pool"]').getByRole("gridcell")).toHaveCount(48);
  const three = await wake(page, 3);
  await expect(three.locator("[data-sizes-module]")).toHaveValue("4a");
  await expect(three.locator("[data-network]")).toHaveCount(0);
  for (const path of ["3a/5x5", "4a/pool"]) {
    const [small, large] = [30, 90].map((percent) => sizes.branches[path]![sizes.percent.indexOf(percent)]!);
    const gain = 100 * (large! / small! - 1);
    const text = `${gain < 0 ? "−" : "+"}${Math.abs(gain).toFixed(0)} %`;
    await expect(page.locator(`[data-gain="${path}"]`)).toHaveText(text);
  }
});

test("nine naive modules: 4,944 channels and 10.9 times the work; one module: 416 and 2.37 times", async ({page}) => {
  await page.goto(`${chapter}#stacked=0`);
  const figure = await wake(page, 4);
  const cell = (row: string, what: string): Locator => figure.locator(`[data-sum="${row}"] [data-${what}]`);
  await expect(cell("channels", "naive")).toHaveText("4,944");
  await expect(cell("channels", "reduced")).toHaveText("1,024");
  await expect(cell("macs", "naive")).toHaveText("12,085,441,536");
  await expect(cell("macs", "reduced")).toHaveText("1,103,972,352");
  await expect(cell("macs", "times")).toHaveText("10.9×");
  await expect(figure.locator("[data-passed]")).toContainText("4,048 are the last pool’s");
  const slider = figure.locator('input[type="range"]');
  await slider.press("Home");
  await expect(cell("channels", "naive")).toHaveText("416");
  await expect(cell("macs", "naive")).toHaveText("303,464,448");
  await expect(cell("macs", "times")).toHaveText("2.37×");
  await figure.getByRole("button", {name: "FLOP"}).press("Enter");
  await expect(cell("macs", "naive")).toHaveText("606,928,896");
  await slider.press("ArrowRight");
  await expect(cell("channels", "naive")).toHaveText("832");
  const growth = page.locator(".equation");
  await growth.scrollIntoViewIfNeeded();
  const symbol = (name: string): Locator => growth.locator(`[data-legend="${name}"] b`);
  await expect(symbol("C")).toHaveText("832"); // 416 + 128 + 192 + 96
  await expect(symbol("in")).toHaveText("416");
  await expect(symbol("c3")).toHaveText("192");
  await expect(symbol("HW")).toHaveText("784");
  await expect.poll(() => new URL(page.url()).hash).toContain("stacked=2");
  for (const [id, truth] of [
    ["predict-stack", "4,944 channels"],
    ["predict-blowup", "7.9 times"]
  ] as const) {
    const prediction = page.locator(`#${id}`);
    await prediction.scrollIntoViewIfNeeded();
    await expect(page.locator(`astro-island[ssr]:has(#${id})`)).toHaveCount(0);
    await prediction.getByText("Show the answer").press("Enter");
    await expect(prediction.locator("details .value")).toHaveText(truth);
  }
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("figures are drawn, code joins over the channels in both orders, answers unfold", async ({page}) => {
    await page.goto(chapter);
    await expect(page.locator("#figure-1 [data-cell]").first()).toHaveText("31");
    await expect(page.locator('.equation [data-legend="C"] b')).toHaveText("4,944");
    await expect(page.locator('.equation [data-legend="HW"] b')).toHaveText("49");
    await expect(page.locator('#figure-4 [data-piece="channels naive 5b pool"]')).toHaveCount(1);
    await expect(page.locator("pre", {hasText: "torch.cat([branch(x) for branch in self], 1)"})).toHaveCount(1);
    await expect(page.locator("pre", {hasText: "axis=-1"})).toHaveCount(1);
    await page.locator("#exercise-4 summary").click();
    await expect(page.locator("#exercise-4 details")).toContainText("4.3 times");
  });
});
