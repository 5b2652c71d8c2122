import {expect, test} from "@playwright/test";
import {branchModules} from "../../src/lib/analysis/branch-modules.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {touchIslands, wakeIslands} from "./network.ts";

/** The small networks that chapters look into. */
const looked = [
  ["the-naive-module", "compact-naive"],
  ["inception-v1", "compact-v1"],
  ["inception-v2", "compact-v2"],
  ["inception-v3", "compact-v3"],
  ["inception-v4", "compact-v4"],
  ["inception-resnet", "compact-resnet"]
] as const;

for (const [chapter, id] of looked)
  test(`${chapter}: the maps of ${id} are there on paper, untouched, and in the living figure`, async ({page}) => {
    const {parts} = branchModules(flatten(network(id).net()))[0]!;
    await page.goto(`/learn/${chapter}/`);
    const viewer = page.locator(`[data-viewed="${id}"]`);
    await page.emulateMedia({media: "print"});
    for (const {path} of parts) {
      const tile = viewer.locator(`[data-branch="${path}"] [role=gridcell] canvas`).first();
      await expect(tile).toBeVisible();
      await expect(tile).toHaveCSS("print-color-adjust", "exact");
    }
    await expect(viewer.locator(`[data-branch="${parts[0]!.path}"] canvas`).first()).toHaveCSS(
      "background-image",
      /^url\("data:image\/bmp;base64,/
    );
    await expect(page.getByRole("button", {name: "Reset"}).first()).toBeHidden();
    await page.emulateMedia({media: "screen"});
    await wakeIslands(page);
    await touchIslands(page);
    await expect(viewer.locator("h3 small").first()).toHaveText("recorded");
    const painted = await viewer.locator("[role=gridcell] canvas").evaluateAll((all) =>
      all.map((canvas) => {
        const {width, height} = canvas as HTMLCanvasElement;
        const {data} = (canvas as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
        return data.every((byte, i) => i % 4 !== 3 || byte === 255);
      })
    );
    expect(painted.length).toBeGreaterThan(20);
    expect(painted).not.toContain(false);
  });
