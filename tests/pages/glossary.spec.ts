/** The words, the works, and how to cite a page. */
import {expect, test} from "@playwright/test";
import {record} from "./network.ts";

test("a term's first use in a chapter has a card on focus, which leads to the glossary and on to where it is taught", async ({
  page
}) => {
  const seen = record(page);
  await page.emulateMedia({reducedMotion: "reduce"}); // nothing scrolls away from under the pointer
  await page.goto("/learn/inception-v3/", {waitUntil: "networkidle"});
  const cards = page.locator("article dfn[aria-describedby='term-label-smoothing']");
  await expect(cards).toHaveCount(1);
  const card = page.locator("#term-label-smoothing");
  await expect(card).not.toBeVisible();
  await cards.focus();
  await expect(card).toBeVisible();
  await expect(card).toContainText("Training towards a little less");
  await page.keyboard.press("Escape");
  await expect(card).not.toBeVisible();
  await cards.blur();
  await cards.hover();
  await card.getByRole("link", {name: "In the glossary"}).click();
  await expect(page).toHaveURL(/\/glossary\/#label-smoothing$/);
  const entry = page.locator("#label-smoothing");
  await expect(entry).toBeInViewport();
  await entry.getByRole("link", {name: "Inception V3"}).click();
  await expect(page.getByRole("heading", {name: "Training it"})).toBeInViewport();
  expect(seen.problems).toEqual([]);
});

test("every place that the glossary names is there", async ({page}) => {
  await page.goto("/glossary/");
  const links = await page.locator(".at a").evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(50);
  const pages = new Map<string, string>();
  for (const link of links) {
    const url = new URL(link);
    if (!pages.has(url.pathname)) pages.set(url.pathname, await (await page.request.get(url.pathname)).text());
    if (url.hash !== "") expect(pages.get(url.pathname), link).toContain(`id="${url.hash.slice(1)}"`);
  }
});

test("the references list every work once, with the chapters that cite it; a chapter says how it is cited", async ({
  page,
  context
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/references/");
  const bibtex = await (await page.request.get("/references/references.bib")).text();
  await expect(page.getByRole("list", {name: "Works"}).locator("> li")).toHaveCount(bibtex.match(/^@/gm)!.length);
  await page.locator("#szegedy2014").getByRole("link", {name: "Inception V1"}).click();
  await expect(page.locator("#ref-szegedy2014")).toBeInViewport();
  await page.locator("summary", {hasText: "Cite this page"}).click();
  await page.getByRole("button", {name: "Copy BibTeX"}).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("@misc{inside-inception-inception-v1,");
  expect(copied).toContain("title = {Inception V1}");
});
