/** The search, and what a page offers around its text. */
import {AxeBuilder} from "@axe-core/playwright";
import {expect, test} from "@playwright/test";
import {record} from "./network.ts";

test("“/” opens the search, which fetches nothing before, finds chapters, cards and terms, and goes by keys", async ({
  page
}) => {
  const seen = record(page);
  await page.goto("/measure/", {waitUntil: "networkidle"});
  expect(seen.requests.filter((url) => url.includes("/pagefind/"))).toEqual([]);
  // A field keeps its own slash.
  await page.getByRole("searchbox").first().press("/");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.locator("h1").click();
  await page.keyboard.press("/");
  const dialog = page.getByRole("dialog", {name: "Search"});
  const field = dialog.getByRole("searchbox");
  await expect(field).toBeFocused();
  await field.fill("label smoothing");
  const results = dialog.getByRole("listitem");
  await expect(results.filter({hasText: "Learn"}).filter({hasText: "Inception V3"}).first()).toBeVisible();
  await expect(results.filter({hasText: "Glossary"}).first()).toBeVisible();
  await expect(results.first().locator("mark").first()).toBeVisible();
  const {violations} = await new AxeBuilder({page}).include(".search-dialog").analyze();
  expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await field.fill("Cadene");
  await expect(results.filter({hasText: "BN-Inception, Cadene"}).filter({hasText: "Networks"}).first()).toBeVisible();
  await field.fill("signals and gradients");
  await expect(results.filter({hasText: "Measure"}).filter({hasText: "Signals and gradients"}).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", {name: "Search"}).click();
  await field.fill("gradient clipping");
  await expect(results.first()).toContainText(/clipping/);
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/(?:learn|glossary)\//);
  expect(seen.problems).toEqual([]);
});

test("a chapter links its headings and figures, copies code, remembers the place, and opens its folds on paper", async ({
  page,
  context
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/learn/inception-v1/");
  await page.getByRole("link", {name: "Link to “Thin first”"}).press("Enter");
  await expect(page).toHaveURL(/#thin-first$/);
  await expect(page.getByRole("link", {name: "Link to “Figure 1”"})).toHaveAttribute("href", "#figure-1");
  await page.locator(".copyable button").first().press("Enter");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await page.locator(".copyable pre").first().textContent()
  );
  await expect.poll(() => page.evaluate(() => localStorage.getItem("reading"))).toContain("inception-v1");
  await page.locator("#thin-first").scrollIntoViewIfNeeded();

  const closed = page.locator("main details:not([open])");
  expect(await closed.count()).toBeGreaterThan(0);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(closed).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await closed.count()).toBeGreaterThan(0);

  await page.goto("/learn/");
  const back = page.locator("[data-continue]");
  await expect(back).toContainText("Inception V1");
  await back.getByRole("link").click();
  await expect(page).toHaveURL(/\/learn\/inception-v1\/#/);
});

test("every page has a picture for links to it; the feed and the map of the site name the chapters", async ({page}) => {
  for (const [path, picture] of [
    ["/learn/inception-v1/", "/og/learn/inception-v1.png"],
    ["/networks/googlenet-bvlc/", "/og/networks/googlenet-bvlc.png"],
    ["/measure/", "/og/measure.png"],
    ["/measure/calculators/", "/og/measure/calculators.png"],
    ["/play/training/", "/og/play/training.png"],
    ["/glossary/", "/og/glossary.png"],
    ["/notes/how-we-count/", "/og/notes/how-we-count.png"],
    ["/", "/og/site.png"]
  ] as const) {
    const html = await (await page.request.get(path)).text();
    expect(html).toMatch(new RegExp(`<meta property="og:image" content="https?://[^"]+${picture}"`));
    const answer = await page.request.get(picture);
    expect(answer.headers()["content-type"]).toBe("image/png");
    const body = await answer.body();
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
  }
  const feed = await (await page.request.get("/rss.xml")).text();
  expect(feed).toContain("<title>Inception V1</title>");
  const map = await (await page.request.get("/sitemap-0.xml")).text();
  expect(map).toContain("/networks/inception-v3-keras/");
});
