/** Equations that can be asked: every symbol can be pointed at, also under a root and in a fraction. */
import {expect, test} from "@playwright/test";
import {builtPages} from "./built-pages.ts";

for (const width of [1440, 390])
  test(`every symbol of every equation is what lies under a pointer in its middle, at ${width} pixels`, async ({
    page
  }) => {
    await page.setViewportSize({width, height: 900});
    await page.emulateMedia({reducedMotion: "reduce"});
    let symbols = 0;
    for (const path of builtPages().filter((one) => /^\/(learn|measure)\//.test(one))) {
      await page.goto(path);
      const {count, covered} = await page.evaluate(() => {
        const shown = [...document.querySelectorAll<HTMLElement>("[data-symbol]")].filter((one) =>
          one.checkVisibility()
        );
        const covered = shown.filter((symbol) => {
          symbol.scrollIntoView({block: "center", inline: "center"});
          const letters = document.createTreeWalker(symbol, NodeFilter.SHOW_TEXT);
          while (letters.nextNode() !== null && !/\w|\p{L}/u.test(letters.currentNode.textContent!));
          const {left, top, width, height} = letters.currentNode.parentElement!.getBoundingClientRect();
          return document.elementFromPoint(left + width / 2, top + height / 2)?.closest("[data-symbol]") !== symbol;
        });
        return {count: shown.length, covered: covered.map(({dataset}) => dataset["symbol"])};
      });
      symbols += count;
      expect(covered, path).toEqual([]);
    }
    expect(symbols).toBeGreaterThan(80);
  });

test("pointing at a symbol under the root lights its meaning", async ({page}) => {
  await page.goto("/learn/why-branches/");
  const symbol = page.locator('.katex-html [data-symbol="K"]').first();
  await symbol.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", {has: symbol})).toHaveCount(0);
  const meaning = page.locator('[data-legend="K"]').first();
  await expect(meaning).not.toHaveClass(/asked/);
  await symbol.hover();
  await expect(meaning).toHaveClass(/asked/);
  await expect(meaning).toContainText("side of the kernel");
});
