/** The optional sheet of photographs: its island is built always, and put into Play only where `npm run samples` was run. */
import {existsSync, globSync} from "node:fs";
import {join} from "node:path";
import {expect, type Page, test} from "@playwright/test";
import {CIFAR10_LABELS} from "../../src/lib/nets/releases.ts";
import {seenAt, settled, visit} from "./picture-steps.ts";
import {pngOf} from "./pictures/png.ts";

const dist = join(import.meta.dirname, "../../dist");
const [SIDE, COLUMNS] = [32, 2];
const SHEET = "/samples/a-sheet.png";
/** Every photograph is of one colour: red says the row, green the column. */
const sheet = pngOf(COLUMNS * SIDE, CIFAR10_LABELS.length * SIDE, (x, y) => [
  20 * Math.floor(y / SIDE),
  100 * Math.floor(x / SIDE),
  60,
  255
]);

// As Astro's own element does it, with a sheet made here.
async function hang(page: Page): Promise<void> {
  const script = (name: string): string => `/${globSync(`_astro/${name}.*.js`, {cwd: dist})[0]}`;
  await page.evaluate(
    async ([component, client, props]) => {
      const [{default: PhotoSheet}, {default: on}] = await Promise.all([import(component), import(client)]);
      const place = Object.assign(document.createElement("div"), {id: "photographs"});
      place.setAttribute("ssr", "");
      document.querySelector("#see")!.append(place);
      await on(place)(PhotoSheet, props, {}, {client: "only"});
    },
    [
      script("PhotoSheet"),
      script("client.svelte"),
      {src: SHEET, side: SIDE, columns: COLUMNS, labels: [...CIFAR10_LABELS]}
    ] as const
  );
}

test("Play has a place for photographs where the site was built with a sheet of them, and else none", async ({
  page
}) => {
  await visit(page);
  await expect(page.locator(".photos")).toHaveCount(existsSync(join(dist, "samples/cifar10.json")) ? 1 : 0);
});

test("a photograph of the sheet is cut out and classified", async ({page}) => {
  await page.route(`**${SHEET}`, (route) => route.fulfill({body: sheet, contentType: "image/png"}));
  await visit(page);
  await hang(page);
  await expect(page.locator("#photographs [data-photo]")).toHaveCount(CIFAR10_LABELS.length * COLUMNS);
  await page.getByRole("button", {name: "frog, test photograph 2"}).click();
  await settled(page);
  await expect(page.locator(".classifier .status")).toContainText("frog, test photograph 2, 32×32.");
  expect(await seenAt(page, 0.02, 0.02)).toEqual([20 * CIFAR10_LABELS.indexOf("frog"), 100, 60]);
  expect(await seenAt(page, 0.98, 0.98)).toEqual([20 * CIFAR10_LABELS.indexOf("frog"), 100, 60]);
});

test("a sheet that does not arrive is said to be missing, and choosing again works", async ({page}) => {
  await page.route(`**${SHEET}`, (route) => route.fulfill({status: 404}));
  await visit(page);
  await hang(page);
  await page.getByRole("button", {name: "airplane, test photograph 1"}).click();
  const alert = page.locator("#photographs").getByRole("alert");
  await expect(alert).toContainText("The sheet of photographs did not arrive");
  await page.unroute(`**${SHEET}`);
  await page.route(`**${SHEET}`, (route) => route.fulfill({body: sheet, contentType: "image/png"}));
  await page.getByRole("button", {name: "airplane, test photograph 1"}).click();
  await settled(page);
  await expect(page.locator(".classifier .status")).toContainText("airplane, test photograph 1, 32×32.");
  await expect(alert).toHaveCount(0);
});
