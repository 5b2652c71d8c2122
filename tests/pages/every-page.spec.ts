import {AxeBuilder} from "@axe-core/playwright";
import {expect, test, type Page} from "@playwright/test";
import {builtPages} from "./built-pages.ts";
import {gzippedScripts, record, touchIslands, wakeIslands} from "./network.ts";

/** Bytes of scripts, compressed, that a page may bring while none of the figures that wait to be touched is active. */
const BUDGET = 120_000;

/** The same when all of them are. */
const TOUCHED = 150_000;

const MISSING = "/nothing-here/";

for (const path of builtPages())
  test(`${path}: own origin, no complaint, nothing heavy, no fault that axe finds in either theme, no sideways scroll on phones`, async ({
    page,
    baseURL
  }) => {
    const seen = record(page);
    await page.emulateMedia({colorScheme: "light", reducedMotion: "reduce"});
    await page.goto(path);
    await wakeIslands(page);
    await page.waitForLoadState("networkidle");

    await test.step("asks its own origin only, for nothing heavy", async () => {
      expect(seen.requests.filter((url) => !url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url))).toEqual([]);
      expect(seen.requests.filter((url) => /\.wasm|\.safetensors|worker|tfjs|tensorflow/i.test(url))).toEqual([]);
      expect(await gzippedScripts(seen)).toBeLessThanOrEqual(BUDGET);
    });
    await touchIslands(page);
    await page.waitForLoadState("networkidle");
    await test.step("stays light when every figure is touched", async () => {
      expect(seen.requests.filter((url) => /\.wasm|\.safetensors|worker|tfjs|tensorflow/i.test(url))).toEqual([]);
      expect(await gzippedScripts(seen)).toBeLessThanOrEqual(TOUCHED);
    });
    await test.step("axe finds no fault", async () => expect(await faults(page)).toEqual([]));
    await test.step("axe finds no fault of contrast in the dark theme", async () => {
      await page.emulateMedia({colorScheme: "dark", reducedMotion: "reduce"});
      await expect(page.locator("body")).toHaveCSS("color-scheme", /dark/);
      expect(await faults(page, ["color-contrast"])).toEqual([]);
    });
    for (const width of [390, 360])
      await test.step(`does not scroll sideways at ${width} px`, async () => {
        await page.setViewportSize({width, height: 780});
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });
    // The browser itself reports the status of a page that is not there.
    expect(seen.problems.filter((text) => !(path === MISSING && text.includes("404")))).toEqual([]);
  });

/** What axe finds against the page, by all its rules or by some. */
async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({page}).setLegacyMode(true);
  const {violations} = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(" ")).join("; ")}`);
}
