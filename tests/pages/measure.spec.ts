import AxeBuilder from "@axe-core/playwright";
import {readFile} from "node:fs/promises";
import {expect, type Locator, type Page, test} from "@playwright/test";

declare global {
  /** In the page: drags the size of the picture over three frames, to 331 pixels. Nothing else runs before what follows it. */
  var dragSize: (frame: Element) => Promise<void>;
}

/** Opens the explorer and waits until it answers. */
async function explorer(page: Page, fragment = ""): Promise<Locator> {
  await page.addInitScript(() => {
    globalThis.dragSize = async (frame) => {
      const slider = frame.querySelector<HTMLInputElement>("input[type=range]")!;
      for (const side of [327, 329, 331]) {
        slider.value = String(side);
        slider.dispatchEvent(new Event("input", {bubbles: true}));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
    };
  });
  await page.goto(`/measure/${fragment}`);
  await expect(page.locator("astro-island[ssr]")).toHaveCount(0);
  return page.locator(".frame");
}

const sum = (figure: Locator, key: string): Locator => figure.locator(`[data-sum="${key}"]`);
const row = (figure: Locator, path: string): Locator => figure.locator(`[data-row="${path}"]`);
const box = (figure: Locator, path: string): Locator => figure.locator(`[data-path="${path}"]:visible`);
const names = (figure: Locator): Promise<(string | null)[]> =>
  figure.locator("tbody tr").evaluateAll((rows) => rows.map((one) => one.getAttribute("data-row")));

test("picking networks and variants shows their published numbers", async ({page}) => {
  const figure = await explorer(page);
  await expect(sum(figure, "params")).toHaveText("23,834,568"); // torchvision
  await expect(sum(figure, "macs")).toHaveText("5,713,216,096");
  await figure.getByRole("combobox").selectOption({label: "GoogLeNet (2014)"});
  await figure.getByRole("button", {name: "torchvision"}).press("Enter");
  await expect(sum(figure, "params")).toHaveText("6,624,904"); // torchvision
  await expect(sum(figure, "macs")).toHaveText("1,498,376,192");
  await figure.getByRole("combobox").selectOption({label: "Inception-ResNet-v2 (2016)"});
  await expect(sum(figure, "params")).toHaveText("55,843,464"); // imgclsmob
  await figure.getByRole("button", {name: "FLOP"}).press("Enter");
  await expect(sum(figure, "macs")).toHaveText("26,311,588,032");
  await expect.poll(() => new URL(page.url()).hash).toBe("#net=inception-resnet-v2%40timm&unit=flop");
});

test("heads are counted, normalisations folded, when asked", async ({page}) => {
  const figure = await explorer(page);
  await figure.getByLabel("Count the auxiliary heads").press("Space");
  await expect(sum(figure, "params")).toHaveText("27,161,264"); // torchvision, with AuxLogits
  await figure.getByLabel("Fold normalisation into the convolutions").press("Space");
  await expect(sum(figure, "statistics")).toHaveCount(0);
  await expect(sum(figure, "macs")).toHaveText("5,718,899,296");
});

test("another size of picture is measured anew; one too small names the layer and keeps the last drawing", async ({
  page
}) => {
  const figure = await explorer(page);
  const field = figure.getByRole("spinbutton", {name: "Side of the picture, in pixels"});
  await field.fill("331");
  await expect(row(figure, "conv1a")).toContainText("165×165×32");
  await expect(sum(figure, "params")).toHaveText("23,834,568");
  await field.fill("70");
  await expect(figure.getByRole("alert")).toHaveText(
    /A picture of 70×70 does not fit\. (aux|mixed7a)\/\S+: a \d×\d window does not fit into \d×\d\. One of 299×299 does\.$/
  );
  await expect(row(figure, "conv1a")).toContainText("165×165×32");
  await expect(box(figure, "mixed7c")).toBeVisible();
  await field.fill("299");
  await expect(figure.getByRole("alert")).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).hash).toBe("");
});

test("while the size is dragged, what is off the screen waits without moving the page and can be reached, then follows", async ({
  page
}) => {
  await page.setViewportSize({width: 1440, height: 900});
  const figure = await explorer(page, "#net=inception-resnet-v2%40timm");
  await figure.getByRole("button", {name: "Open all"}).press("Enter");
  await expect(row(figure, "block8_9/sum/residual/scale")).toBeAttached();
  const dragged = await figure.evaluate(async (frame) => {
    const scroller = frame.querySelector("table")!.parentElement!;
    const [drawing, table] = [frame.querySelector(".drawing")!, frame.querySelector("table")!];
    const widths = (): number[] => [...table.querySelectorAll("thead th")].map((one) => one.clientWidth);
    const [first, last] = ["conv1a", "conv7b"].map((path) => table.querySelector(`[data-row="${path}"]`)!);
    const before = {page: document.body.scrollHeight, table: scroller.scrollHeight, widths: widths()};
    const was = last!.textContent;
    await dragSize(frame);
    const seen = {
      after: {page: document.body.scrollHeight, table: scroller.scrollHeight, widths: widths()},
      busy: [drawing.getAttribute("aria-busy"), table.getAttribute("aria-busy")],
      first: first!.textContent,
      waits: last!.textContent === was
    };
    const box = drawing.querySelector<SVGGElement>('[data-path="conv7b"]')!;
    box.focus();
    return {before, ...seen, reached: document.activeElement === box};
  });
  expect(dragged.busy).toEqual(["true", "true"]);
  expect(dragged.first).toContain("165×165×32"); // (331 − 3) / 2 + 1
  expect(dragged.waits).toBe(true);
  expect(dragged.reached).toBe(true);
  expect(dragged.after.page).toBe(dragged.before.page);
  expect(dragged.after.table).toBe(dragged.before.table);
  dragged.after.widths.forEach((width, i) =>
    expect(Math.abs(width - dragged.before.widths[i]!)).toBeLessThanOrEqual(1)
  );
  await expect(figure.locator("[aria-busy]")).toHaveCount(0);
  await expect(row(figure, "conv7b")).toContainText("9×9×1536");
  await expect(box(figure, "conv7b")).toHaveAttribute("aria-label", /gives 9×9×1536/);
});

test("right after the size was changed by keys, End goes to the last box, which is then on the screen", async ({
  page
}) => {
  await page.setViewportSize({width: 390, height: 800});
  const figure = await explorer(page, "#net=inception-resnet-v2%40timm");
  await figure.getByRole("button", {name: "Open all"}).press("Enter");
  await expect(box(figure, "block8_9/sum/residual/scale")).toBeAttached();
  await expect(figure.locator("[aria-busy]")).toHaveCount(0);
  const busy = await figure.evaluate(async (frame) => {
    await dragSize(frame);
    const drawing = [...frame.querySelectorAll(".drawing")].find((one) => one.getClientRects().length > 0)!;
    const was = drawing.getAttribute("aria-busy");
    const home = drawing.querySelector<SVGGElement>('[tabindex="0"]')!;
    home.focus();
    home.dispatchEvent(new KeyboardEvent("keydown", {key: "End", bubbles: true}));
    return was;
  });
  expect(busy).toBe("true");
  await expect(figure.locator("[aria-busy]")).toHaveCount(0);
  await expect(box(figure, "fc")).toBeFocused();
  await expect(box(figure, "fc")).toBeInViewport();
  await expect(row(figure, "fc")).toContainText("1000");
});

for (const width of [1440, 390])
  test(`at ${width} px Open all opens what is on the screen at once and the rest soon after; End at once leads to the last box`, async ({
    page
  }) => {
    await page.setViewportSize({width, height: 800});
    const figure = await explorer(page, "#net=inception-resnet-v2%40timm");
    const now = await figure.evaluate(async (frame) => {
      const rows = (): number => frame.querySelectorAll("[data-row]").length;
      const height = (): number => frame.querySelector("table")!.parentElement!.scrollHeight;
      const closed = {rows: rows(), height: height()};
      const drawing = [...frame.querySelectorAll(".drawing")].find((one) => one.getClientRects().length > 0)!;
      [...frame.querySelectorAll("button")].find(({textContent}) => textContent.trim() === "Open all")!.click();
      await Promise.resolve();
      const opening = {rows: rows(), height: height()};
      const busy = [drawing, frame.querySelector("table")!].map((one) => one.getAttribute("aria-busy"));
      const home = drawing.querySelector<SVGGElement>('[tabindex="0"]')!;
      home.focus();
      home.dispatchEvent(new KeyboardEvent("keydown", {key: "End", bubbles: true}));
      return {closed, opening, busy};
    });
    expect(now.busy).toEqual(["true", "true"]);
    await expect(box(figure, "fc")).toBeFocused();
    await expect(box(figure, "fc")).toBeInViewport();
    await expect(figure.locator("[aria-busy]")).toHaveCount(0);
    const rows = await figure.locator("[data-row]").count();
    const height = await figure.locator("table").evaluate((table) => table.parentElement!.scrollHeight);
    expect(rows).toBeGreaterThan(3 * 40); // each of 40 blocks, its sum and the sum's branches
    expect(now.opening.rows).toBeLessThan(40);
    expect(now.opening.height).toBe(height); // the place is kept
    expect(now.closed.height).toBeLessThan(height / 4);
    await expect(box(figure, "block8_9/sum/residual/scale")).toBeAttached();
  });

test("a search goes to what it finds while all is being opened", async ({page}) => {
  const figure = await explorer(page, "#net=inception-resnet-v2%40timm");
  await figure.getByRole("searchbox").fill("block8_9");
  await figure.evaluate((frame) => {
    [...frame.querySelectorAll("button")].find(({textContent}) => textContent.trim() === "Open all")!.click();
    frame
      .querySelector<HTMLInputElement>("input[type=search]")!
      .dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
  });
  await expect(box(figure, "block8_9")).toBeInViewport();
  await expect(figure.locator("[aria-busy]")).toHaveCount(0);
});

for (const width of [1440, 390])
  test(`at ${width} px nothing in the table is wider than its column, whatever the network and the size`, async ({
    page
  }) => {
    await page.setViewportSize({width, height: 900});
    for (const [net, size] of [
      ["inception-resnet-v2@slim", 299],
      ["inception-v4@timm", 1021],
      ["nin@imagenet", 224],
      ["vgg16@torchvision", 2048]
    ] as const) {
      await page.goto("about:blank");
      const figure = await explorer(page, `#net=${encodeURIComponent(net)}&size=${size}&sort=params`);
      const button = figure.getByRole("button", {name: "Open all"});
      if (await button.isVisible()) await button.press("Enter");
      await expect(figure.locator("[aria-busy]")).toHaveCount(0);
      const wide = await figure.locator("table").evaluate((table) => {
        const cells = [...table.querySelectorAll<HTMLTableCellElement>("th, td")].filter((one) => one.clientWidth > 0);
        return {
          cells: cells.length,
          over: cells.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent.trim())
        };
      });
      expect(wide.cells).toBeGreaterThan(80);
      expect(wide.over).toEqual([]);
    }
  });

test("height and width are told apart when asked for, and the layer that an oblong picture does not fit is named", async ({
  page
}) => {
  const figure = await explorer(page, "#net=inception-v3%40timm&size=224&wide=320");
  await expect(sum(figure, "macs")).toHaveText("4,239,209,312"); // npm run -s describe -- inception-v3@timm --input 224x320
  await expect(row(figure, "mixed7c")).toContainText("5×8×2048");
  await figure.getByRole("spinbutton", {name: "Width of the picture, in pixels"}).fill("40");
  await expect(figure.getByRole("alert")).toHaveText(
    "A picture of 224×40 does not fit. mixed6a/3x3/conv: a 3×3 window does not fit into 25×2. One of 75×75 does."
  );
  await figure.getByLabel("Height and width apart").press("Space");
  await expect(figure.getByRole("alert")).toHaveCount(0);
  await expect(row(figure, "mixed7c")).toContainText("5×5×2048");
});

test("a search lists what it finds, Enter opens it in the drawing and keeps it", async ({page}) => {
  const figure = await explorer(page, "#net=inception-resnet-v2%40timm");
  const search = figure.getByRole("searchbox");
  await search.fill("block8_3/");
  await expect(figure.locator(".matches")).toHaveText("10 matches");
  await search.fill("7x1");
  await expect(figure.locator(".matches")).toHaveText("20 matches");
  expect(await names(figure)).toHaveLength(20);
  await search.press("Enter");
  const first = "block17_1/sum/residual/branches/7x7/7x1";
  await expect(box(figure, first)).toBeInViewport();
  await expect(box(figure, first)).toHaveAttribute("aria-selected", "true");
  await search.press("Enter");
  await expect(box(figure, first.replace("_1/", "_2/"))).toHaveAttribute("aria-selected", "true");
  await search.fill("no such layer");
  await expect(figure.locator(".matches")).toHaveText("nothing of that name");
  await search.press("Escape");
  await expect(search).toHaveValue("");
});

test("a heading sorts, largest first, a second press brings the network's order back", async ({page}) => {
  const figure = await explorer(page);
  await figure.getByRole("button", {name: "Sort by Parameters"}).press("Enter");
  await expect(figure.locator("tbody tr").first()).toHaveAttribute("data-row", "mixed7c");
  await figure.getByRole("button", {name: "Layers"}).press("Enter");
  await expect(figure.locator("tbody tr").first()).toHaveAttribute("data-row", "aux/conv2");
  await expect(figure.locator("[aria-sort]")).toHaveText(/Parameters/);
  await figure.getByRole("button", {name: "Sort by Parameters"}).press("Enter");
  await expect(figure.locator("tbody tr").first()).toHaveAttribute("data-row", "conv1a");
});

test("a run opens to its blocks, a block to its branches and its sum, by the keyboard alone", async ({page}) => {
  const figure = await explorer(page, "#net=inception-resnet-v2%40timm");
  const run = "block35_1~block35_10";
  await box(figure, run).focus();
  await page.keyboard.press("Enter");
  await expect(box(figure, "block35_10")).toBeVisible();
  await box(figure, "block35_1").focus();
  await page.keyboard.press("ArrowRight");
  await expect(box(figure, "block35_1/sum/residual/scale")).toHaveAttribute("aria-label", /× 0.17/);
  await expect(row(figure, "block35_1")).toHaveClass(/lit/);
  await box(figure, run).focus();
  await page.keyboard.press("Enter");
  await expect(box(figure, "block35_10")).toHaveCount(0);
});

test("pointing at a row lights its box, and the other way round; a click keeps it until Escape", async ({page}) => {
  const figure = await explorer(page);
  await row(figure, "mixed6b").hover();
  await expect(box(figure, "mixed6c")).toHaveClass(/dim/);
  await expect(box(figure, "mixed6b")).not.toHaveClass(/dim/);
  await expect(figure.locator(".details")).toContainText("374,063,104 MACs");
  await row(figure, "mixed6b").getByRole("button", {name: "mixed6b", exact: true}).click();
  await page.mouse.move(0, 0);
  await expect(box(figure, "mixed6c")).toHaveClass(/dim/);
  await page.keyboard.press("Escape");
  await expect(box(figure, "mixed6c")).not.toHaveClass(/dim/);
});

test("nonsense in the address is ignored", async ({page}) => {
  const figure = await explorer(page, "#net=banana&size=-3&sort=colour&rows=7&open=<b>&view=x&bn=maybe");
  await expect(sum(figure, "params")).toHaveText("23,834,568");
  await expect(figure.getByRole("button", {name: "Reset"}).first()).toBeDisabled();
});

test("CSV, JSON and SVG hold what is shown", async ({page}) => {
  const figure = await explorer(page, "#net=googlenet%40bvlc");
  const saved = async (kind: string): Promise<{name: string; text: string}> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      figure.getByRole("button", {name: `Download ${kind}`}).press("Enter")
    ]);
    return {name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8")};
  };
  const csv = await saved("CSV");
  expect(csv.name).toBe("googlenet-bvlc.csv");
  expect(csv.text).toContain("conv2/conv/conv,3×3,56×56×192,110784,0,346816512,693633024,2408448,19,19\n");
  const json = JSON.parse((await saved("JSON")).text) as {totals: object; taps: Record<string, {params: number}>};
  expect(json.totals).toEqual({params: 6_998_552, statistics: 0, macs: 1_582_671_872});
  expect(json.taps["aux1"]!.params).toBe(3_188_840);
  const svg = await saved("SVG");
  expect(svg.text).toMatch(/^<svg[^>]+xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg.text).toContain(">5b<");
});

test("in a saved drawing all words stand where they stand on the page", async ({page}) => {
  const figure = await explorer(page, "#net=googlenet%40bvlc&open=3a,aux1,5b");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", {name: "Download SVG"}).press("Enter")
  ]);
  const text = await readFile(await download.path(), "utf8");
  const places = await figure.evaluate((frame, source) => {
    const drawing = [...frame.querySelectorAll<HTMLElement>(".drawing")].find(
      (one) => one.getClientRects().length > 0
    )!;
    const file = document.importNode(new DOMParser().parseFromString(source, "image/svg+xml").documentElement, true);
    document.body.append(file);
    // The middle of each word, in shares of the drawing's width.
    const middles = (root: Element): (readonly [string, number, number])[] => {
      const from = root.getBoundingClientRect();
      return [...root.querySelectorAll("text")].map((one) => {
        const {left, right, top, bottom} = one.getBoundingClientRect();
        const [x, y] = [(left + right) / 2 - from.left, (top + bottom) / 2 - from.top];
        return [one.textContent, x / from.width, y / from.width] as const;
      });
    };
    const sorted = (list: (readonly [string, number, number])[]) =>
      list.sort(([a, ax, ay], [b, bx, by]) => a.localeCompare(b) || Math.round(500 * (ay - by)) || ax - bx);
    return {page: sorted(middles(drawing)), file: sorted(middles(file))};
  }, text);
  expect(places.page.length).toBeGreaterThan(70);
  expect(places.file.map(([word]) => word)).toEqual(places.page.map(([word]) => word));
  // Digits are as wide as they come in the file, so that a word's middle is not quite where it was.
  places.page.forEach(([, x, y], i) => {
    expect(Math.abs(places.file[i]![1] - x)).toBeLessThan(0.02);
    expect(Math.abs(places.file[i]![2] - y)).toBeLessThan(0.002);
  });
});

test("a drawing that is saved right after a change is whole", async ({page}) => {
  const figure = await explorer(page, "#net=inception-v4%40timm");
  await figure.getByRole("button", {name: "Open all"}).press("Enter");
  await expect(row(figure, "mixed7d")).toBeAttached();
  const download = page.waitForEvent("download");
  await figure.evaluate(async (frame) => {
    await dragSize(frame);
    frame.querySelector<HTMLButtonElement>('[aria-label="Download SVG"]')!.click();
  });
  const text = await readFile(await (await download).path(), "utf8");
  expect(text.includes("8×8×1536")).toBe(false);
  expect(text.includes("9×9×1536")).toBe(true);
});

test("the charts come when they are asked for, add up, and have their numbers beside them as text", async ({page}) => {
  const figure = await explorer(page, "#net=googlenet%40bvlc");
  await expect(figure.locator(".plot")).toHaveCount(0);
  await figure.getByRole("button", {name: "Charts"}).press("Enter");
  await expect(figure.locator('[data-kind="3x3"] td')).toHaveText(["1.08 G, 68.3 %", "3.78 M, 54.0 %", /^5\.84 MB, /]);
  await expect(figure.getByRole("img", {name: /^MACs of each step .*; most in conv2\/conv: 347 M$/})).toHaveCount(1);
  await expect(figure.locator(".plot svg")).toHaveCount(4);
  await expect(figure.locator(".plot title", {hasText: "Parameters, 1×1: "})).toHaveCount(1);
  await expect(figure.locator(".plot title", {hasText: "conv2/conv, 3×3: 347 M"})).toHaveCount(1);
  await figure.getByRole("button", {name: "FLOP"}).press("Enter");
  await expect(figure.locator(".plot title", {hasText: "conv2/conv, 3×3: 694 M"})).toHaveCount(1);
});

for (const [width, scheme, fragment] of [
  [1440, "light", "#view=charts"],
  [1440, "dark", "#net=inception-resnet-v2%40slim&open=aux,block35_1~block35_10,block35_1&sort=macs"],
  [390, "dark", "#net=inception-v4%40slim&open=aux,mixed7b~mixed7d,mixed7b,mixed4a&find=3x3"],
  [390, "light", "#net=resnet50%40torchvision&size=40&view=charts"],
  [360, "light", "#net=nin%40imagenet&open=mlpconv1"]
] as const)
  test(`passes axe and does not scroll sideways at ${width} px, ${scheme}, ${fragment}`, async ({page}) => {
    await page.setViewportSize({width, height: 900});
    await page.emulateMedia({colorScheme: scheme});
    await explorer(page, fragment);
    const {violations} = await new AxeBuilder({page}).include(".frame").analyze();
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0
    );
  });
