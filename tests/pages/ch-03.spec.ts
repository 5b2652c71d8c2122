import {expect, type Locator, type Page, test} from "@playwright/test";
import recorded from "../../src/components/figures/recorded-play.json" with {type: "json"};
import type {RecordedPlay} from "../../src/components/parts/recorded-play.ts";

const chapter = "/learn/network-in-network/";
const {logits, classMaps} = (recorded as unknown as Record<string, RecordedPlay>)["compact-nin"]!;
const signed = (x: number): string => (Math.round(100 * x) / 100 + 0).toFixed(2).replace("-", "−");

async function wake(page: Page, number: number): Promise<Locator> {
  const figure = page.locator(`#figure-${number}`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator("astro-island > *").first().dispatchEvent("pointerover"); // some sleep until they are touched
  await expect(figure.locator("astro-island[ssr]")).toHaveCount(0);
  return figure;
}

test("an mlpconv by keyboard: 92 and 85 add up to an edge of 177, their smaller is a corner of 85, and without ReLU all is nought", async ({
  page
}) => {
  await page.goto(chapter);
  const figure = await wake(page, 1);
  const node = (key: string): Locator => figure.locator(`[data-node="${key}"]`);
  await expect(node("first-1")).toHaveText("92");
  await expect(node("first-3")).toHaveText("85");
  await expect(node("out")).toHaveText("177");
  await figure.getByRole("button", {name: "corners"}).press("Enter");
  await expect(node("hidden-1")).toHaveText("7");
  await expect(node("out")).toHaveText("85");
  await figure.getByRole("slider", {name: "weight from hidden unit 2 to the output"}).press("ArrowRight");
  await expect(node("out")).toHaveText("86"); // 92 − 0.9 · 7
  await figure.getByRole("slider", {name: "bias"}).press("PageUp");
  await expect(node("out")).toHaveText("102");
  await figure.getByRole("button", {name: /^Output of the mlpconv/}).press("ArrowDown");
  await expect(figure).toContainText("at row 3, column 5");
  await expect.poll(() => new URL(page.url()).hash).toContain("mlp-at=2%2C4");
  await figure.getByRole("button", {name: "Reset"}).press("Enter");
  await figure.getByRole("button", {name: "ReLU after each layer"}).press("Enter");
  await expect(node("first-0")).toHaveText("−92");
  await expect(node("out")).toHaveText("0");
  await expect(figure.locator("[data-verdict]")).toContainText("all its nine weights are nought");
  await page.goto(`${chapter}?#mlp=1,1,9&mlp-relu=perhaps&mlp-at=99,99`);
  const again = await wake(page, 1);
  await expect(again.locator('[data-node="hidden-0"]')).toHaveCount(1);
  await expect(again.locator('[data-weight="0"]')).toHaveText("1");
  await expect(again).toContainText("at row 22, column 22");
});

test("four blocks and three stand open, and the head costs 36 times less with an average", async ({page}) => {
  await page.goto(chapter);
  const four = await wake(page, 2);
  await expect(four.locator(".totals")).toContainText("7,595,176");
  await expect(four.locator(".totals")).toContainText("1,100,188,800");
  await expect(four.getByRole("row", {name: /cccp2/})).toHaveCount(4);
  const three = await wake(page, 3);
  await expect(three.locator(".totals")).toContainText("966,986");
  await expect(three.getByRole("row", {name: /cccp2/})).toHaveCount(3);
  const head = await wake(page, 4);
  await expect(head).toContainText("36,864,000 weights");
  await expect(head.locator(".verdict")).toContainText("36.0× less");
  await head.getByRole("slider", {name: "height of the last map"}).press("ArrowRight");
  await expect(head).toContainText("43,008,000 weights");
  const means = page.locator(".equation").nth(1);
  await means.scrollIntoViewIfNeeded();
  await expect(means.locator('[data-legend="H"] b')).toHaveText("7");
  await expect(means.locator('[data-legend="W"] b')).toHaveText("6");
  for (const [id, truth] of [
    ["predict-pointwise", "30.8 %"],
    ["predict-flatten", "36.9 million"]
  ] as const) {
    const prediction = page.locator(`#${id}`);
    await prediction.scrollIntoViewIfNeeded();
    await expect(page.locator(`astro-island[ssr]:has(#${id})`)).toHaveCount(0);
    await prediction.getByText("Show the answer").press("Enter");
    await expect(prediction.locator("details .value")).toHaveText(truth);
  }
});

test("one map per class: recorded means make the recorded logits, a class is laid over by keyboard, and live they are the same", async ({
  page
}) => {
  await page.goto(chapter);
  const figure = await wake(page, 5);
  const means = figure.locator("[data-mean]");
  const expected = logits.map((logit, i) => signed(logit - classMaps.bias[i]!));
  await expect(means).toHaveText(expected);
  await expect(figure.locator("[data-tail]")).toContainText("No weight lies in between");
  await figure.locator('[data-class="ship"]').press("Enter");
  await expect(figure.locator(".over")).toHaveText("“ship” over the picture");
  await expect.poll(() => new URL(page.url()).hash).toContain("map-of=ship");
  await figure.getByRole("button", {name: /^Start the network/}).press("Enter");
  await expect(figure.locator(".class-maps")).toHaveAttribute("data-live", "true", {timeout: 45_000});
  const live = (await means.allInnerTexts()).map((text) => Number(text.replace("−", "-")));
  // The browser draws the scene not quite as the record's program did.
  live.forEach((mean, i) => expect(Math.abs(mean + classMaps.bias[i]! - logits[i]!)).toBeLessThan(0.15));
  const before = await means.allInnerTexts();
  await figure.locator("[data-knob=size]").fill("40");
  await expect(means).not.toHaveText(before);
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("figures are drawn and answers unfold", async ({page}) => {
    await page.goto(chapter);
    await expect(page.locator('#figure-1 [data-node="out"]')).toHaveText("177");
    await expect(page.locator("#figure-5 [data-class]")).toHaveCount(10);
    await expect(page.locator("#figure-5 [data-class] img").first()).toHaveAttribute("src", /^data:image\/bmp/);
    await page.locator("#exercise-3 summary").click();
    await expect(page.locator("#exercise-3 details")).toContainText("30.8");
  });
});
