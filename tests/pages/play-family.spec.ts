import {expect, type Page, test} from "@playwright/test";
import recorded from "../../src/components/figures/recorded-play.json" with {type: "json"};
import {measure} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {releases} from "../../src/lib/nets/releases.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {numberIn} from "./picture-steps.ts";

const family = [...releases.values()].filter((one) => one.network.startsWith("compact-"));
const records = recorded as unknown as Record<
  string,
  {logits: number[]; sizes: {logits: number[][]; percent: number[]}}
>;

async function open(page: Page, anchor: string, figure: string, fragment = ""): Promise<void> {
  await page.goto(`/play/${fragment}`);
  await page.locator(anchor).scrollIntoViewIfNeeded();
  await page.locator(figure).scrollIntoViewIfNeeded();
  await expect(page.locator(`astro-island:not([ssr]) ${figure}`)).toBeVisible();
}

test("every trained network is shown with its parameters and MACs, and answers live as recorded", async ({page}) => {
  await open(page, "#family", ".family");
  await expect(page.locator("[data-member]")).toHaveCount(family.length);
  const share = (id: string) => page.locator(`[data-member="${id}"] .share`).first();
  const before = new Map<string, number>();
  for (const {id} of family) before.set(id, await numberIn(share(id)));
  await page.locator(".family .start button").click();
  await expect(page.locator(".family")).toHaveAttribute("data-settled", "true", {timeout: 120_000});
  for (const {id, network: of} of family) {
    const {net, input} = network(of);
    const {params, macs} = total(measure(flatten(net()), input));
    const member = page.locator(`[data-member="${id}"]`);
    expect(await numberIn(member.locator("[data-params]"))).toBe(params);
    expect(await numberIn(member.locator("[data-macs]"))).toBe(macs);
    expect(await numberIn(member.locator("[data-time]"))).toBeGreaterThan(0);
    expect(Math.abs((await numberIn(share(id))) - before.get(id)!)).toBeLessThanOrEqual(1.5);
  }
});

test("asking the family can be cancelled, says how much is still to be loaded, and is tried again after a failure", async ({
  page
}) => {
  await open(page, "#family", ".family");
  const weights = "**/weights.safetensors";
  const start = page.locator(".family .start");
  const ask = start.getByRole("button", {name: /^Ask/});
  const size = /\(([\d.]+ MB)\)/.exec(await ask.innerText())![1]!;
  expect(parseFloat(size) * 1e6).toBeGreaterThan(family.reduce((sum, {bytes}) => sum + bytes, 0));
  await page.route(weights, () => undefined); // never answers
  await ask.click();
  await expect(start).toContainText(`0 of ${family.length} answers, 0.0 of ${size}`);
  await start.getByRole("button", {name: "Cancel"}).click();
  await expect(ask).toContainText(`(${size})`);
  await page.unroute(weights);
  await page.route(weights, (route) => route.fulfill({status: 404}));
  await ask.click();
  await expect(start.getByRole("alert")).toContainText("The network did not start: ", {timeout: 45_000});
  await page.unroute(weights);
  await start.getByRole("button", {name: "Try again"}).click();
  await expect(page.locator(".family")).toHaveAttribute("data-settled", "true", {timeout: 120_000});
  await expect(start.getByRole("button")).toHaveCount(0);
});

test("the vote curve runs through the recorded shares, and its value follows the slider on the keyboard", async ({
  page
}) => {
  await open(page, "#sizes", ".sizes");
  const {percent, logits} = records["compact-v1"]!.sizes;
  const share = (at: number): number => {
    const own = logits[percent.indexOf(at)]!.map(Math.exp);
    return (100 * own[0]!) / own.reduce((a, b) => a + b, 0);
  };
  const value = page.locator(".sizes [data-curve=airplane]");
  const shown = async (): Promise<number> => Number(/([\d.]+) %/.exec((await value.textContent()) ?? "")?.[1]);
  await page.locator(".sizes").getByRole("button", {name: "small"}).click();
  await expect(page).toHaveURL(/scene-size=30/);
  await expect(async () => expect(Math.abs((await shown()) - share(30))).toBeLessThan(2)).toPass();
  await page.locator(".sizes [data-knob=size]").focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowLeft");
  await expect(async () => expect(Math.abs((await shown()) - share(20))).toBeLessThan(2)).toPass();
});

test("live, the sweep of another scene is measured", async ({page}) => {
  await open(page, "#sizes", ".sizes", "#scene=gull");
  await page.locator(".sizes .start button").click();
  await expect(page.locator(".sizes")).toHaveAttribute("data-live", "true", {timeout: 90_000});
  await expect(page.locator(".sizes polyline").first()).toBeVisible();
  expect(await page.locator(".sizes [data-curve]").count()).toBeGreaterThanOrEqual(5);
});

test("a device that disagrees with the recorded logits is left for another, and the page says so", async ({page}) => {
  await page.goto("/play/?distrust=wasm");
  await page
    .getByRole("button", {name: /^Start the network/})
    .first()
    .click();
  await expect(page.locator("[data-source]")).toHaveAttribute("data-source", "live", {timeout: 60_000});
  await expect(page.locator(".classifier [data-fact=self-test]")).toContainText("WebAssembly disagreed");
  await expect(page.locator(".classifier [data-fact=backend]")).toContainText("plain JavaScript");
  await expect(page.locator(".classifier button[data-class]").first()).toHaveAttribute("data-class", "airplane");
  for (const figure of [".branch-votes", ".know", ".sizes", ".family"])
    await test.step(`${figure} says so too`, async () => {
      const one = page.locator(figure);
      await one.scrollIntoViewIfNeeded();
      await expect(page.locator(`astro-island:not([ssr]) ${figure}`)).toBeVisible();
      if (figure === ".family") await one.locator(".start button").click();
      const said = one.locator("[data-fact=self-test]").first();
      await expect(said).toBeVisible({timeout: 120_000}); // unfolded by itself
      await expect(said).toContainText("WebAssembly disagreed");
    });
});

test("a device that agrees says how closely", async ({page}) => {
  await page.goto("/play/");
  await page
    .getByRole("button", {name: /^Start the network/})
    .first()
    .click();
  await expect(page.locator(".classifier [data-fact=self-test]")).toContainText(
    /agrees with the record to 1 in [\d,]+/,
    {
      timeout: 60_000
    }
  );
});
