/** The cards of the networks, and their list. */
import {readFile} from "node:fs/promises";
import {expect, type Page, test} from "@playwright/test";
import {changesStrings} from "../../src/components/strings/changes.ts";
import {originalOf, originals} from "../../src/lib/nets/compact/originals.ts";
import {networks} from "../../src/lib/nets/registry.ts";
import {wakeIslands} from "./network.ts";

const slot = (page: Page, name: string) => page.locator(`[data-slot="${name}"]`);

test("the list has a row for every network, and each leads to a card that has all slots", async ({page}) => {
  await page.goto("/networks/");
  const rows = page.locator("tbody tr:has(td)");
  await expect(rows).toHaveCount(networks.size);
  await expect(rows.filter({hasText: "GoogLeNet, torchvision"})).toContainText("6,624,904");
  await expect(rows.filter({hasText: "Inception V4, timm"})).toContainText("12,253,974,624");
  const links = await rows.getByRole("link").evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(new Set(links).size).toBe(networks.size);
  for (const link of links) {
    const html = await (await page.request.get(link)).text();
    const slots = [...html.matchAll(/data-slot="(\w+)"/g)].map(([, name]) => name);
    expect(slots, link).toEqual([
      ...["paper", "shape", "input", "params", "macs", "memory", "depth", "field", "modules", "errors", "weights"],
      ...["caveats", "counts", "chapters", "variants", "code"]
    ]);
    expect(html, link).not.toMatch(/undefined|NaN|\[object/);
  }
});

test("a card has published and counted figures, its modules, links, and code", async ({page}) => {
  await page.goto("/networks/inception-v3-torchvision/");
  await expect(slot(page, "params")).toContainText("23,834,568");
  await expect(slot(page, "params")).toContainText("27,161,264 with the auxiliary heads");
  await expect(slot(page, "macs")).toContainText("5,713,216,096");
  await expect(slot(page, "field").locator("[data-value]")).toHaveText("1311×1311"); // published as 1311
  await expect(slot(page, "modules").getByRole("img")).toHaveCount(5);
  await expect(slot(page, "modules").getByRole("img", {name: /^Module mixed6b: 17×17×768/})).toBeVisible();
  const errors = slot(page, "errors").locator("tbody tr");
  await expect(errors.filter({hasText: "342, centre 299"})).toContainText("22.706");
  await expect(errors.filter({hasText: "144 crops"}).first()).toContainText("18.9");
  await expect(slot(page, "weights")).toContainText("BSD-3-Clause");
  await expect(slot(page, "caveats")).toContainText("turned back into −1 to 1");
  await expect(slot(page, "caveats")).not.toContainText("no auxiliary head");
  await expect(slot(page, "chapters").getByRole("link", {name: "Inception V3"})).toHaveCount(1);
  await expect(slot(page, "variants").getByRole("link")).toHaveText(["timm", "Keras", "TF-Slim"]);
  await expect(page.getByRole("link", {name: "Take it apart in the explorer"})).toHaveAttribute(
    "href",
    "/measure/#net=inception-v3%40torchvision"
  );
  await wakeIslands(page);
  await expect(slot(page, "code").locator("pre")).toContainText("class InceptionA(Concat)");
});

test("a card's code is in the page that comes, for readers without scripts", async ({page}) => {
  const html = await (await page.request.get("/networks/inception-v3-torchvision/")).text();
  expect(html.replace(/<[^>]+>/g, "")).toContain("class InceptionV3(Trunk)");
});

test("a card names the chapters whose figures and cells use it, not only those whose text does", async ({page}) => {
  for (const [card, titles] of [
    ["compact-plain", ["Why branches?", "The family compared"]],
    ["nin-imagenet", ["Network in Network", "The family compared"]]
  ] as const) {
    await page.goto(`/networks/${card}/`);
    await expect(slot(page, "chapters").getByRole("link")).toHaveText(titles);
  }
});

test("a compact network’s card says among its caveats what was changed, in the words of the training page", async ({
  page
}) => {
  for (const id of Object.keys(originals)) {
    const {original, changes} = originalOf(id);
    await page.goto(`/networks/${id}/`);
    const said = slot(page, "caveats").locator(`[data-changed="${id}"]`);
    await expect(said).toHaveText(`What was changed. ${changesStrings.en.text(original, changes)}`);
  }
  await expect(page.locator("[data-changed]")).toContainText("Inception-ResNet-v2 made small, without dropout.");
  await page.goto("/networks/inception-v3-torchvision/");
  await expect(page.locator("[data-changed]")).toHaveCount(0);
});

test("each drawing of a card is saved as an SVG of its own, with its widths and with colours that need no style sheet", async ({
  page
}) => {
  await page.goto("/networks/inception-v3-torchvision/");
  const saved = async (of: string): Promise<{name: string; text: string}> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: `Download SVG: ${of}`, exact: true}).click()
    ]);
    return {name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8")};
  };
  const drawn = (source: string) =>
    page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      return {
        size: Number(svg.getAttribute("width")) * Number(svg.getAttribute("height")),
        ground: svg.querySelector("rect")?.getAttribute("fill"),
        colours: new Set([...svg.querySelectorAll("path")].map((path) => path.style.fill)).size,
        words: [...svg.querySelectorAll("text")].map((one) => one.textContent?.trim())
      };
    }, source);

  await expect(slot(page, "modules").getByRole("button", {name: /^Download SVG/})).toHaveCount(5);
  const module = await saved("InceptionA");
  expect(module.name).toBe("inception-v3-torchvision-InceptionA.svg");
  expect(module.text).not.toMatch(/var\(--|class="/);
  const {size, ground, colours, words} = await drawn(module.text);
  expect(size).toBeGreaterThan(0);
  expect(ground).toBe("#fdfcf9");
  expect(colours).toBeGreaterThan(3);
  expect(words).toEqual(expect.arrayContaining(["35×35×192", "5×5", "48", "64", "mixed5b", "35×35×256"]));

  const shape = await saved("Its shape");
  expect(shape.name).toBe("inception-v3-torchvision-shape.svg");
  expect((await drawn(shape.text)).words).toEqual(expect.arrayContaining(["35", "17", "8"]));

  await page.goto("/networks/vgg16-torchvision/"); // without modules
  const whole = await saved("VGG-16");
  expect(whole.name).toBe("vgg16-torchvision.svg");
  expect((await drawn(whole.text)).words).toContain("224×224×3");
});

test("the explorer leads to the card of the network that it shows", async ({page}) => {
  await page.goto("/measure/#net=googlenet%40slim");
  const card = page.getByRole("link", {name: "Its card"});
  await expect(card).toHaveAttribute("href", "/networks/googlenet-slim/");
  await card.click();
  await expect(page.getByRole("heading", {level: 1})).toHaveText("GoogLeNet");
  await expect(slot(page, "caveats")).toContainText("background class: 1,001 outputs");
});
