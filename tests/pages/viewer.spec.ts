import {expect, type Locator, type Page, test} from "@playwright/test";
import recorded from "../../src/components/figures/recorded.json" with {type: "json"};
import {branchModules} from "../../src/lib/analysis/branch-modules.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {hand, numberIn} from "./picture-steps.ts";
import {pngOf} from "./pictures/png.ts";

const {input, net} = network("compact-v1");
const graph = flatten(net());
const {rows} = measure(graph, input);
const modules = branchModules(graph);
const [first, ...others] = modules;
const last = others.at(-1)!;
const maps = (output: number): number => rows[output]!.shape[2]!;

const viewer = (page: Page) => page.locator(".viewer");
const branch = (page: Page, path: string) => page.locator(`[data-branch="${path}"]`);
const tiles = (page: Page, path: string) => branch(page, path).getByRole("gridcell");

async function open(page: Page, fragment = "", live = false): Promise<void> {
  await page.goto(`/play/${fragment}`);
  await viewer(page).scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island:not([ssr]) .viewer")).toBeVisible();
  if (!live) return;
  await viewer(page)
    .getByRole("button", {name: /^Start the network/})
    .click();
  await expect(viewer(page).locator("h3 small")).toHaveText("live", {timeout: 45_000});
}

test("every branch of the first module shows all its maps, recorded", async ({page}) => {
  await open(page);
  await expect(viewer(page).locator("h3 small")).toHaveText("recorded");
  for (const {path, output} of first!.parts) await expect(tiles(page, path)).toHaveCount(maps(output));
});

test("every module of the network can be chosen, and shows all maps of all branches", async ({page}) => {
  await open(page, "", true);
  for (const {name, path, parts} of modules) {
    await viewer(page).getByRole("button", {name, exact: true}).click();
    for (const part of parts) await expect(tiles(page, part.path)).toHaveCount(maps(part.output));
    if (path !== first!.path) await expect(page).toHaveURL(new RegExp(`maps=${path}`));
  }
});

test("a branch's mean activation is the mean over its maps", async ({page}) => {
  await open(page);
  for (const {path} of first!.parts) {
    const means = await tiles(page, path).evaluateAll((cells) =>
      cells.map((cell) => Number(/mean ([−\d.]+)/.exec(cell.getAttribute("aria-label")!)![1]!.replace("−", "-")))
    );
    const mean = means.reduce((a, b) => a + b, 0) / means.length;
    expect(Math.abs((await numberIn(page.locator(`[data-mean="${path}"]`))) - mean)).toBeLessThan(0.002);
  }
});

test("arrow keys walk among the maps, and the enlarged map follows", async ({page}) => {
  await open(page);
  const path = `${first!.path}/3x3`;
  const count = await tiles(page, path).count();
  const heading = viewer(page).locator(".detail h3");
  await tiles(page, path).first().focus();
  await expect(heading).toHaveText(`3×3, map 1 of ${count}`);
  await page.keyboard.press("ArrowRight");
  await expect(heading).toHaveText(`3×3, map 2 of ${count}`);
  await page.keyboard.press("ArrowDown");
  const below = Number(/map (\d+)/.exec(await heading.innerText())![1]);
  expect(below).toBeGreaterThan(3);
  await page.keyboard.press("ArrowUp");
  await expect(heading).toHaveText(`3×3, map 2 of ${count}`);
  await page.keyboard.press("End");
  await expect(heading).toHaveText(`3×3, map ${count} of ${count}`);
  await expect(tiles(page, path).and(page.locator("[tabindex='0']"))).toHaveCount(1);
});

test("Enter pins a map and lights its branch, Esc lets go", async ({page}) => {
  await open(page);
  const path = `${first!.path}/5x5`;
  await tiles(page, path).nth(2).focus();
  await page.keyboard.press("Enter");
  await viewer(page).getByRole("button", {name: "Save the maps as PNG"}).focus();
  await expect(viewer(page).locator(".detail h3")).toHaveText(/^5×5, map 3 of/);
  await expect(branch(page, path)).toHaveClass(/lit/);
  await expect(page).toHaveURL(/pin=3a%2F5x5%3A3$/);
  await page.keyboard.press("Escape");
  await expect(viewer(page).locator(".detail h3")).toHaveText(/^3×3, map/);
  await expect(branch(page, path)).not.toHaveClass(/lit/);
});

test("the scale of brightness: per map it ends at the map's own values, per module at or beyond them", async ({
  page
}) => {
  await open(page);
  await tiles(page, `${first!.path}/1x1`).nth(0).click();
  const ends = async (): Promise<number[]> =>
    Promise.all(["min", "max"].map((end) => numberIn(viewer(page).locator(`.detail [data-legend=${end}]`))));
  const own = await Promise.all(["min", "max"].map((stat) => numberIn(viewer(page).locator(`[data-stat=${stat}]`))));
  expect(await ends()).toEqual(own);
  await viewer(page).getByRole("button", {name: "per module"}).click();
  const [low, high] = await ends();
  expect(low).toBe(0);
  expect(high).toBeGreaterThan(own[1]!);
  await expect(page).toHaveURL(/maps-scale=module/);
});

test("a silenced branch answers nothing, the vote follows, and all branches can be switched on again", async ({
  page
}) => {
  const path = `${last.path}/3x3`;
  await open(page, `#maps=${last.path}`, true);
  const votes = viewer(page).locator(".votes ol");
  const before = await votes.innerText();
  await branch(page, path)
    .getByRole("button", {name: /^Silence/})
    .click();
  await expect(page.locator(`[data-mean="${path}"]`)).toHaveText("silenced");
  await expect(viewer(page).locator(".votes h3")).toContainText("with branches silenced");
  await expect(page).toHaveURL(new RegExp(`off=${path.replace("/", "%2F")}`));
  await expect(tiles(page, path).first()).toHaveAttribute("aria-label", "3×3 map 1, mean 0.000");
  await viewer(page).getByRole("button", {name: "All branches on"}).click();
  await expect(page.locator(`[data-mean="${path}"]`)).not.toHaveText("silenced");
  await expect.poll(() => votes.innerText()).toBe(before);
});

test("a smaller scene changes what the branches answer", async ({page}) => {
  await open(page, "", true);
  const mean = page.locator(`[data-mean="${first!.path}/5x5"]`);
  const before = await mean.innerText();
  await viewer(page).locator("[data-knob=size]").fill("30");
  await expect(mean).not.toHaveText(before);
});

test("without the network another module says that it is not recorded", async ({page}) => {
  await open(page);
  const [unrecorded] = others;
  await viewer(page).getByRole("button", {name: unrecorded!.name, exact: true}).click();
  await expect(branch(page, `${unrecorded!.path}/1x1`)).toContainText(`Start the network to see ${unrecorded!.name}.`);
});

test("without the network the last module's maps are the recorded ones", async ({page}) => {
  await open(page);
  await viewer(page).getByRole("button", {name: last.name, exact: true}).click();
  for (const {path, output} of last.parts) await expect(tiles(page, path)).toHaveCount(maps(output));
});

/** The colours that an element shows, each as one number. */
async function coloursOf(page: Page, element: Locator): Promise<Set<number>> {
  const shot = (await element.screenshot()).toString("base64");
  const colours = await page.context().newPage();
  const found = await colours.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
    context.drawImage(bitmap, 0, 0);
    const {data: bytes} = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return Array.from(
      {length: bytes.length / 4},
      (_, i) => bytes[4 * i]! * 65536 + bytes[4 * i + 1]! * 256 + bytes[4 * i + 2]!
    );
  }, shot);
  await colours.close();
  return new Set(found);
}

test("the maps as the page is built look like those that scripts paint", async ({browser, baseURL, page}) => {
  const bare = await browser.newPage({javaScriptEnabled: false, ...(baseURL && {baseURL})});
  await bare.goto("/play/");
  await open(page);
  const {path} = first!.parts[1]!;
  for (const channel of [0, 7, maps(first!.parts[1]!.output) - 1]) {
    const built = await coloursOf(page, tiles(bare, path).nth(channel));
    const painted = await coloursOf(page, tiles(page, path).nth(channel));
    const shared = [...painted].filter((colour) => built.has(colour)).length;
    expect(painted.size).toBeGreaterThan(8);
    expect(shared / painted.size, `map ${channel + 1}`).toBeGreaterThan(0.8);
  }
  await bare.close();
});

test.describe("in a chapter, where pictures are chosen at the viewer itself", () => {
  const status = (page: Page) => viewer(page).locator(".drop .status");
  const votes = (page: Page) => viewer(page).locator(".votes li");
  const blue = pngOf(40, 40, () => [20, 20, 220, 255]);
  const green = pngOf(50, 50, () => [20, 160, 40, 255]);

  async function openChapter(page: Page): Promise<void> {
    await page.goto("/learn/inception-v1/");
    await viewer(page).hover();
    await expect(page.locator("astro-island[ssr]:has(.viewer)")).toHaveCount(0);
  }

  /** Waits until the picture is of one colour, [r, g, b], and the network has answered to it, not as to what was before. */
  async function answered(page: Page, colour: readonly number[], before: string): Promise<void> {
    const painted = (): Promise<number[]> =>
      viewer(page)
        .locator(".picture canvas")
        .evaluate((canvas: HTMLCanvasElement) => [
          ...canvas.getContext("2d")!.getImageData(128, 128, 1, 1).data.slice(0, 3)
        ]);
    await expect.poll(painted).toEqual(colour);
    await expect.poll(() => viewer(page).locator(".votes ol").innerText(), {timeout: 45_000}).not.toBe(before);
    await expect(viewer(page).locator("h3 small")).toHaveText("live");
    const share = await numberIn(votes(page).first().locator(".share"));
    expect(share).toBeGreaterThan(10);
    expect(share).toBeLessThanOrEqual(100);
  }

  test("one of the gallery, one dropped and one pasted, with nothing in focus, are each answered", async ({page}) => {
    await openChapter(page);
    const order = viewer(page).locator(".votes ol");
    const scenes = recorded.scenes as Record<string, {logits: number[]}>;
    const {logits} = scenes["fire-engine"]!;
    await viewer(page).locator('[data-scene="fire-engine"]').click();
    await expect(viewer(page).locator("h3 small")).toHaveText("live", {timeout: 45_000});
    await expect(votes(page).first()).toContainText(recorded.labels[logits.indexOf(Math.max(...logits))]!);
    await expect(page).toHaveURL(/scene=fire-engine/);

    const scene = await order.innerText();
    await hand(page, "drop", "blue.png", blue, ".viewer");
    await expect(status(page)).toContainText("blue.png, 40×40");
    await answered(page, [20, 20, 220], scene);

    const dropped = await order.innerText();
    await hand(page, "paste", "green.png", green);
    await expect(status(page)).toContainText("green.png, 50×50");
    await answered(page, [20, 160, 40], dropped);

    // Far from the figure, a paste is not meant for it.
    await page.evaluate(() => scrollTo(0, 0));
    await expect(viewer(page)).not.toBeInViewport();
    await hand(page, "paste", "blue.png", blue);
    await viewer(page).scrollIntoViewIfNeeded();
    await expect(status(page)).toContainText("green.png, 50×50");
  });

  test("what is no picture is refused in one sentence, and the next one is answered", async ({page}) => {
    await openChapter(page);
    const files = viewer(page).locator("input[type=file]");
    const give = (name: string, buffer: Buffer): Promise<void> =>
      files.setInputFiles({name, mimeType: "image/png", buffer});
    const before = await viewer(page).locator(".votes ol").innerText();
    await give("nothing.png", Buffer.alloc(0));
    await expect(status(page)).toContainText("nothing.png: the file is empty: 0 bytes");
    await give("head.png", green.subarray(0, 20));
    await expect(status(page)).toContainText("head.png: the file ends early");
    await hand(page, "drop", "", "https://example.org/cat.png", ".viewer");
    await expect(status(page)).toContainText("that was a link, not a file");
    await expect(viewer(page).locator("h3 small")).toHaveText("recorded");
    await give("green.png", green);
    await answered(page, [20, 160, 40], before);
  });
});

test("in Play another network can be looked into, and one without branches says so", async ({page}) => {
  await open(page, "#net=compact-resnet");
  const picker = page.locator(".chosen [data-network]");
  await expect(viewer(page)).toHaveAttribute("data-viewed", "compact-resnet");
  const {net, input} = network("compact-resnet");
  const graph = flatten(net());
  const {rows} = measure(graph, input);
  const [firstOfNet] = branchModules(graph);
  for (const {path, output} of firstOfNet!.parts) await expect(tiles(page, path)).toHaveCount(rows[output]!.shape[2]!);
  await picker.selectOption("compact-nin");
  await expect(viewer(page)).toHaveCount(0);
  await expect(page.locator("[data-no-branches]")).toContainText("has no branches to look into");
  await picker.selectOption("compact-v1");
  await expect(tiles(page, `${first!.path}/3x3`)).toHaveCount(maps(first!.parts[1]!.output));
});
