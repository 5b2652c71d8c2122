import {readFileSync} from "node:fs";
import {expect, type Locator, type Page, test} from "@playwright/test";

const path = "/measure/receptive-field/";

const figure = (page: Page): Locator => page.locator(".reach[data-net]");
const fact = (page: Page, name: string): Locator => figure(page).locator(`[data-fact="${name}"]`);
const stage = (page: Page): Locator => page.getByRole("slider", {name: "Output position on the picture"});
const depth = (page: Page): Locator => page.getByRole("slider", {name: /^Depth/});

async function open(page: Page, fragment = ""): Promise<void> {
  await page.goto(path + fragment);
  await expect(page.locator("astro-island[ssr]", {has: figure(page)})).toHaveCount(0);
}

test("before any script runs, GoogLeNet's 4a sees 171×171 pixels, through 4³ routes", async ({browser, baseURL}) => {
  const page = await browser.newPage({javaScriptEnabled: false, baseURL: baseURL!});
  await page.goto(path);
  await expect(fact(page, "size")).toHaveText("171×171 pixels");
  await expect(fact(page, "stride")).toHaveText("16×16 pixels");
  await expect(fact(page, "start")).toHaveText("−71, −71");
  await expect(fact(page, "pixels")).toHaveText("rows 25–195, columns 25–195");
  await expect(fact(page, "padding")).toHaveText("0 %");
  await expect(figure(page)).toContainText("64 routes lead here. The shortest sees 43×43 pixels");
  await expect(page.locator(".inside[data-box]")).toHaveAttribute("data-box", "25,25,196,196");
  const table = page.getByRole("table");
  for (const size of ["212", "699", "1,311", "2,071", "3,039"])
    await expect(table.getByRole("cell", {name: size, exact: true}).first()).toBeVisible();
  await page.close();
});

test("arrow keys move the output by its stride; at the corner most of its window is padding", async ({page}) => {
  await open(page);
  await stage(page).press("ArrowDown");
  await stage(page).press("ArrowRight");
  await expect(fact(page, "pixels")).toHaveText("rows 41–211, columns 41–211");
  await stage(page).press("Home");
  await expect(stage(page)).toHaveAttribute("aria-valuetext", "row 1 of 14, column 1 of 14");
  await expect(fact(page, "pixels")).toHaveText("rows 0–99, columns 0–99");
  await expect(fact(page, "padding")).toHaveText(`${(100 * (1 - (100 * 100) / (171 * 171))).toFixed(1)} %`);
  await stage(page).press("ArrowUp");
  await expect(fact(page, "pixels")).toHaveText("rows 0–99, columns 0–99");
});

test("dragging moves the output to where the pointer is", async ({page}) => {
  await open(page);
  const box = (await stage(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 2, box.y + 2, {steps: 3});
  await page.mouse.up();
  await expect(stage(page)).toHaveAttribute("aria-valuetext", "row 1 of 14, column 1 of 14");
});

test("the depth slider steps through the nodes, from one pixel to the whole picture", async ({page}) => {
  await open(page);
  await depth(page).press("Home");
  await expect(fact(page, "size")).toHaveText("1×1 pixels");
  await expect(figure(page)).toContainText("There is one route");
  await depth(page).press("ArrowRight");
  await expect(fact(page, "size")).toHaveText("7×7 pixels");
  await expect(fact(page, "stride")).toHaveText("2×2 pixels");
  await depth(page).press("End");
  await expect(fact(page, "map")).toHaveText("1024");
});

test("another network opens at its last map: V3's sees 1,311 pixels, and its axes differ in their routes", async ({
  page
}) => {
  await open(page);
  await figure(page).getByLabel("Network").selectOption({label: "Inception V3 (2015)"});
  await expect(fact(page, "size")).toHaveText("1311×1311 pixels");
  await expect(figure(page).locator("[data-routes]")).toHaveAttribute("data-routes", "5308416");
  await figure(page).getByLabel("Network").selectOption({label: "Inception-ResNet-v2 (2016)"});
  await expect(figure(page)).toContainText("10,362,839,986,909,376,151,552 routes lead here");
  await expect.poll(() => new URL(page.url()).hash).toContain("rf-net=inception-resnet-v2");
  await page.reload();
  await expect(fact(page, "size")).toHaveText("3039×3039 pixels");
  await page.getByRole("button", {name: "Reset", exact: true}).press("Enter");
  await expect(fact(page, "size")).toHaveText("171×171 pixels");
});

test("a node can be chosen by name, and the address keeps it", async ({page}) => {
  await open(page);
  await page.getByLabel("Node", {exact: true}).selectOption("3a");
  await expect(fact(page, "size")).toHaveText("59×59 pixels");
  await expect.poll(() => new URL(page.url()).hash).toContain("rf-node=3a");
});

test("nonsense in the address leaves the defaults, and a position off the map is its edge", async ({page}) => {
  await open(page, "#rf-net=alexnet&rf-node=9z/%00&rf-row=-1&rf-column=4000&scene=nothing");
  await expect(fact(page, "size")).toHaveText("171×171 pixels");
  await expect(stage(page)).toHaveAttribute("aria-valuetext", "row 7 of 14, column 14 of 14");
});

test("the CSV lists the routes by size, and their shares add up to one", async ({page}) => {
  await open(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", {name: "Download CSV"}).press("Enter");
  const lines = readFileSync(await (await download).path(), "utf8")
    .split("\n")
    .slice(1);
  const height = lines.map((line) => line.split(",")).filter(([, , axis]) => axis === "height");
  expect(height.map(([, , , , routes]) => Number(routes)).reduce((a, b) => a + b, 0)).toBe(64);
  expect(height.at(-1)![3]).toBe("171");
});

test("the reader's own choice of picture loads when it is asked for", async ({page}) => {
  await open(page);
  await page.getByRole("button", {name: "Another picture"}).press("Enter");
  await page.getByRole("group", {name: "frog"}).getByRole("button").first().press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toContain("scene=");
});
