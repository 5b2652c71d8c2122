import {expect, type Page, test} from "@playwright/test";
import recorded from "../../src/components/figures/recorded-play.json" with {type: "json"};
import {measure} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten, scopeAt} from "../../src/lib/spec/graph.ts";
import {numberIn} from "./picture-steps.ts";

const {input, net} = network("compact-v1");
const sheet = measure(flatten(net()), input);
const cost = (path?: string): number => total(sheet, path === undefined ? undefined : scopeAt(sheet.graph, path)).macs;
const {scenes} = recorded["compact-v1"];
const silenced: Record<string, number> = scenes.silenced;
const figure = (page: Page) => page.locator(".surgery");
const cell = (page: Page, path: string) => figure(page).locator(`[data-cell="${path}"]`);
const operated = (page: Page, path: string) => figure(page).locator(`[data-operated="${path}"]`);

async function open(page: Page, fragment = ""): Promise<void> {
  await page.goto(`/play/${fragment}`);
  await page.locator("#surgery").scrollIntoViewIfNeeded();
  await figure(page).scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island:not([ssr]) .surgery")).toBeVisible();
}

async function answered(page: Page): Promise<number[]> {
  await expect(figure(page)).toHaveAttribute("data-settled", "true", {timeout: 60_000});
  return Promise.all((await figure(page).locator("[data-side=after] .share").all()).map(numberIn));
}

test("without the network: what silencing each branch costs is shown as recorded, for all branches", async ({page}) => {
  await open(page);
  const shown = await figure(page).locator("[data-cell]").all();
  expect(shown).toHaveLength(Object.keys(silenced).length);
  for (const path of ["3a/1x1", "4b/3x3", "4d/pool"]) {
    const points = (100 * (silenced[path]! - scenes.right)) / scenes.count;
    expect(await numberIn(cell(page, path).locator("b"))).toBeCloseTo(points, 1);
  }
});

test("silencing a branch on the keyboard changes the vote and takes its MACs off; back again restores both", async ({
  page
}) => {
  await open(page);
  await cell(page, "4c/pool").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/cut=4c%2Fpool%3A0/);
  const without = await answered(page);
  await figure(page).getByText("Computed by").first().click();
  await expect(figure(page).locator("[data-fact=self-test]")).toContainText("agrees with the record to 1 in");
  const before = await Promise.all((await figure(page).locator("[data-side=before] .share").all()).map(numberIn));
  expect(without).not.toEqual(before);
  expect(await numberIn(figure(page).locator("[data-macs=before]"))).toBe(cost());
  expect(await numberIn(figure(page).locator("[data-macs=after]"))).toBe(cost() - cost("4c/pool"));
  await operated(page, "4c/pool").getByRole("button", {name: "as it was"}).click();
  expect(await numberIn(figure(page).locator("[data-macs=after]"))).toBe(cost());
  expect(await answered(page)).toEqual(before);
});

test("a branch can be scaled by the arrow keys and replaced by its mean", async ({page}) => {
  await open(page, "#cut=4a/3x3:1");
  await figure(page)
    .getByRole("button", {name: /^Start the network/})
    .click();
  const whole = await answered(page);
  const slider = operated(page, "4a/3x3").locator("input");
  await slider.focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowRight");
  await expect(operated(page, "4a/3x3").locator("output")).toHaveText("× 2.0");
  const doubled = await answered(page);
  expect(doubled).not.toEqual(whole);
  expect(await numberIn(figure(page).locator("[data-macs=after]"))).toBe(cost());
  await operated(page, "4a/3x3").getByRole("button", {name: "its mean"}).click();
  await expect(operated(page, "4a/3x3").locator("output")).toHaveText("replaced by its mean");
  await expect(page).toHaveURL(/4a%2F3x3%3Ausual/);
  expect(await answered(page)).not.toEqual(doubled);
  expect(await numberIn(figure(page).locator("[data-macs=after]"))).toBe(cost() - cost("4a/3x3"));
});

test("measured in the browser, the score with a branch silenced is what was recorded, to 2 of 200", async ({page}) => {
  await open(page, "#cut=3b/3x3:0");
  await figure(page).getByRole("button", {name: "Measure on 200 scenes"}).click();
  await figure(page).locator(".measure").getByRole("button", {name: "Cancel"}).click();
  await expect(figure(page).locator("[data-score=after]")).toHaveText("–");
  await figure(page).getByRole("button", {name: "Measure on 200 scenes"}).click();
  await expect(figure(page).locator("[data-score=after]")).toContainText("%", {timeout: 120_000});
  const [before, after] = await Promise.all(
    ["before", "after"].map((side) => numberIn(figure(page).locator(`[data-score=${side}]`)))
  );
  // Browsers and the recording script smooth edges a little differently.
  expect(Math.abs(before! - scenes.right / 2)).toBeLessThanOrEqual(1);
  expect(Math.abs(after! - silenced["3b/3x3"]! / 2)).toBeLessThanOrEqual(2);
});
