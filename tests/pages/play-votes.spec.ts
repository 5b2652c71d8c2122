import {expect, type Page, test} from "@playwright/test";
import {numberIn} from "./picture-steps.ts";

const figure = (page: Page) => page.locator(".branch-votes");

async function open(page: Page, fragment = "", live = false): Promise<void> {
  await page.goto(`/play/${fragment}`);
  await page.locator("#votes").scrollIntoViewIfNeeded();
  await figure(page).scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island:not([ssr]) .branch-votes")).toBeVisible();
  if (!live) return;
  await figure(page)
    .getByRole("button", {name: /^Start the network/})
    .click();
  await expect(figure(page)).toHaveAttribute("data-live", "true", {timeout: 60_000});
}

async function sharesShown(page: Page): Promise<Map<string, number>> {
  const cells = await figure(page).locator("[data-share]").all();
  const pairs = cells.map(async (cell) => [(await cell.getAttribute("data-share"))!, await numberIn(cell)] as const);
  return new Map(await Promise.all(pairs));
}

for (const live of [false, true])
  test(`the shares and the biases shown sum to the logit shown, for three classes, ${live ? "live" : "recorded"}`, async ({
    page
  }) => {
    await open(page, "", live);
    for (const label of ["airplane", "frog", "truck"]) {
      await figure(page).locator("[data-vote-class]").selectOption(label);
      await expect(
        figure(page)
          .getByRole("img", {name: `“${label}”`})
          .first()
      ).toBeVisible();
      if (live) await expect(figure(page)).toHaveAttribute("data-busy", "false");
      const shares = await sharesShown(page);
      expect(shares.size).toBeGreaterThanOrEqual(4);
      const parts = [...shares].filter(([key]) => key !== "logit");
      const sum = parts.reduce((total, [, share]) => total + share, 0);
      // Each number is shown to three decimals.
      expect(Math.abs(sum - shares.get("logit")!)).toBeLessThan(0.0006 * shares.size);
      await expect(figure(page).locator("svg.drawing text.sum")).toContainText(
        shares.get("logit")!.toFixed(3).replace("-", "−")
      );
    }
  });

test("the stacked bar's pieces are as long as the shares shown", async ({page}) => {
  await open(page);
  const shares = await sharesShown(page);
  const [bias, all] = [shares.get("bias")!, shares.get("logit")!];
  shares.delete("bias");
  shares.delete("logit");
  const values = [...shares.values(), bias];
  const widths = await figure(page)
    .locator("svg.drawing rect")
    .evaluateAll((pieces) => pieces.map((piece) => Number(piece.getAttribute("width"))));
  const unit = 1000 / values.reduce((sum, value) => sum + Math.abs(value), 0);
  expect(widths).toHaveLength(values.length);
  widths.forEach((width, i) => expect(Math.abs(width - Math.abs(values[i]!) * unit)).toBeLessThan(1));
  const [zero, sum] = await Promise.all(
    ["line.zero", "line.sum"].map(async (line) =>
      Number(await figure(page).locator(`svg.drawing ${line}`).getAttribute("x1"))
    )
  );
  expect(Math.abs(sum! - zero! - all * unit)).toBeLessThan(1);
});

test("a piece of the bar bears the name of its branch where it fits, and lights with the branch's own map, on the keyboard too", async ({
  page
}) => {
  await open(page);
  const pieces = await figure(page).locator("svg.drawing [data-piece]").all();
  const titles = await Promise.all(pieces.map((piece) => piece.locator("title").textContent()));
  const shares = await sharesShown(page);
  for (const [i, [key, share]] of [...shares].filter(([key]) => key !== "logit").entries()) {
    expect(await pieces[i]!.getAttribute("data-piece")).toBe(key);
    expect(titles[i]).toContain(share.toFixed(3).replace("-", "−"));
  }
  const widest = figure(page).locator('[data-piece^="4d/3x3"]');
  await expect(widest.locator("text")).toHaveText("3×3");
  await expect(widest).not.toHaveClass(/lit/);
  await figure(page).getByRole("button", {name: "4d · 3×3"}).focus();
  await expect(widest).toHaveClass(/lit/);
  await expect(figure(page).locator(".lit")).toHaveCount(2);
});

test("live, the classifier and the votes show the same logit", async ({page}) => {
  await open(page, "#class=ship&vote=ship", true);
  await expect(figure(page).locator("svg.drawing text.sum")).toBeVisible();
  const voted = (await sharesShown(page)).get("logit")!;
  await page.locator(".classifier").scrollIntoViewIfNeeded();
  await expect(page.locator(".classifier [data-settled]")).toHaveAttribute("data-settled", "true");
  expect(Math.abs((await numberIn(page.locator("b[data-sum=logit]"))) - voted)).toBeLessThan(0.0011);
});

test("the address restores the class, on the keyboard another is chosen, nonsense is ignored", async ({page}) => {
  await open(page, "#vote=deer&net=teapot");
  const select = figure(page).locator("[data-vote-class]");
  await expect(select).toHaveValue("deer");
  await select.focus();
  await page.keyboard.press("ArrowDown");
  await expect(select).toHaveValue("dog");
  await expect(page).toHaveURL(/vote=dog/);
  await figure(page).getByRole("button", {name: "Reset"}).click();
  await expect(page).not.toHaveURL(/vote=/);
});
