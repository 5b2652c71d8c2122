/** What a button says it will load is what it loads, to a tenth. */
import {gzipSync} from "node:zlib";
import {expect, test} from "@playwright/test";
import {record} from "./network.ts";

const near = (found: number, told: number): void => {
  expect(found).toBeGreaterThan(0.9 * told);
  expect(found).toBeLessThan(1.1 * told);
};

for (const [chapter, figure, fragment] of [
  ["why-branches", 2, "#layers=8"],
  ["inception-resnet", 3, ""]
] as const)
  test(`${chapter}: the training program has the size that is told, as it is and compressed`, async ({page}) => {
    test.slow();
    await page.goto(`/learn/${chapter}/${fragment}`, {waitUntil: "networkidle"});
    const place = page.locator(`#figure-${figure}`);
    await place.scrollIntoViewIfNeeded();
    await expect(place.locator("astro-island[ssr]")).toHaveCount(0);
    const status = place.locator("[data-status]");
    const [, whole, packed] = /\((\S+) MB, compressed to (\S+) MB/.exec((await status.textContent())!)!;
    const {responses} = record(page);
    await place.getByRole("button", {name: "Measure it here"}).press("Enter");
    await expect(status).toContainText("seed 1;", {timeout: 150_000});
    const bodies = await Promise.all(responses.map((response) => response.body()));
    near(bodies.reduce((sum, body) => sum + body.length, 0) / 1e6, Number(whole));
    near(bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1e6, Number(packed));
  });

test("the cells’ sandbox has the size that is told, compressed", async ({page, request}) => {
  await page.goto("/learn/why-branches/");
  await page.locator("[data-live-cell] summary").first().press("Enter");
  const told = page.getByText(/The first run loads the sandbox .* about \S+ MB/).first();
  const [, megabytes] = /about (\S+) MB/.exec((await told.textContent())!)!;
  near(gzipSync(await (await request.get("/cells/worker.js")).body()).length / 1e6, Number(megabytes));
});
