/** Cells that a reader runs: reactive, stoppable, and without any way to the page, the network or what a browser keeps. */
import AxeBuilder from "@axe-core/playwright";
import {readFile} from "node:fs/promises";
import {expect, type Locator, type Page, test} from "@playwright/test";

const chapter = "/learn/inception-v1/";

async function awake(page: Page, address = chapter): Promise<{build: Locator; count: Locator}> {
  await page.goto(address);
  return {
    build: page.locator('[data-live-cell="build-the-module"]'),
    count: page.locator('[data-live-cell="count-by-hand"]')
  };
}

async function write(cell: Locator, code: string): Promise<void> {
  const editor = cell.locator(".cm-content");
  await editor.fill(code);
}

const press = (cell: Locator, name: string) => cell.getByRole("button", {name, exact: true}).click();

test("cells are quiet, run what they name, follow each other, fail with a line, can be stopped, and are sealed off", async ({
  page
}) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const {build, count} = await awake(page);
  await expect(build.locator("details")).not.toHaveAttribute("open");
  expect(requests.filter((url) => /cells\/|(cell-editor|cell-sandbox|mount-cells)[^/]*\.js/.test(url))).toEqual([]);

  // The second names what the first declares: both run, and by hand comes out what the site counts, 128,049,152.
  await count.locator("summary").click();
  await expect(count.locator(".cm-content")).toContainText("const positions = 28 * 28;");
  await expect(count.locator(".hint")).toContainText("exports, which writes a network as code");
  await press(count, "Run");
  await expect(count.locator("pre")).toHaveText("{byHand: 128049152, byTheSite: 128049152}");
  await expect(count.locator("img")).toHaveJSProperty("complete", true);
  expect(await count.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  await expect(count.locator("img")).toHaveAttribute("alt", /: 1×1, 3×3, 5×5, pool, million multiply–adds →$/);
  const [drawing] = await Promise.all([
    page.waitForEvent("download"),
    count.getByRole("button", {name: "Download SVG"}).click()
  ]);
  expect(drawing.suggestedFilename()).toBe("count-by-hand.svg");
  expect(await readFile(await drawing.path(), "utf8")).toMatch(
    /^<svg [^>]*xmlns="http:.*million multiply–adds →.*<\/svg>$/s
  );
  await expect(build).toContainText("ran because another cell names what it declares");
  await expect(build.locator("tbody tr")).toHaveCount(6);
  await expect(build.locator("tbody tr").nth(2)).toHaveText(/3x3\/conv\/conv\s*28×28×128\s*110,720\s*86,704,128/);
  const frame = page.frames().find((one) => one.url() === "about:srcdoc")!;
  expect(await frame.evaluate(() => [origin, window.parent === window])).toEqual(["null", false]);

  // A wider 5×5 branch, run with the keyboard: the bill follows, and says why.
  await build.locator("summary").click();
  const code = await build.locator(".cm-content").innerText();
  await write(build, code.replace("five: 32", "five: 64"));
  await build.locator(".cm-content").press("Shift+Enter");
  await expect(count.locator("pre")).toHaveText("{byHand: 138084352, byTheSite: 138084352}"); // 28²·25·16·32 more
  await expect(count).toContainText("ran again because `widths`, `sheet` changed");
  expect(
    await new AxeBuilder({page})
      .include("[data-live-cell]")
      .analyze()
      .then(({violations}) => violations)
  ).toEqual([]);

  // An error names its line, in the text and in the editor.
  await write(count, "const k = 1;\n\nnull.width");
  await press(count, "Run");
  await expect(count.locator(".error")).toHaveText(/^line 3:\s+TypeError: .*null/);
  await expect(count.locator(".cm-line.cm-fault")).toHaveText("null.width");

  // The word that JavaScript keeps for itself, and the one that writes code.
  await write(count, "const here = 1;\nexport.pytorch(module, {input: [28, 28, 192]})");
  await press(count, "Run");
  await expect(count.locator(".error")).toHaveText(/^line 2:\s+`export` .* use exports;/);
  await write(count, "/^class \\w+\\(/m.test(exports.pytorch(module, {input: [28, 28, 192]}))");
  await press(count, "Run");
  await expect(count.locator("pre")).toHaveText("true");

  // An endless loop: the page goes on, Stop ends it, and the next run works.
  await page.evaluate(() => {
    const ticks = {count: 0};
    setInterval(() => ticks.count++, 10);
    Object.assign(window, {ticks});
  });
  const ticks = () => page.evaluate(() => (window as unknown as {ticks: {count: number}}).ticks.count);
  await write(count, "while (true) {}");
  await press(count, "Run");
  await expect(count).toContainText("running…");
  const before = await ticks();
  await expect.poll(ticks).toBeGreaterThan(before + 20);
  await expect(count).toContainText("running…");
  await press(count, "Stop");
  await expect(count).toContainText("stopped");
  await write(count, "1 + 1");
  await press(count, "Run");
  await expect(count.locator("pre")).toHaveText("2");

  // No network, no storage, no page.
  const tries = [
    "fetch('/')",
    "localStorage.x",
    "indexedDB",
    "parent.location",
    "top.location",
    "new WebSocket('wss://x')"
  ];
  await write(
    count,
    `const tries = {${tries.map((one, i) => `${i}: () => ${one}`)}};
for (const one of Object.values(tries)) { try { one(); display("reached"); } catch (error) { display(error.message); } }`
  );
  await press(count, "Run");
  await expect(count.locator("pre")).toHaveText([
    "a cell has no network: fetch is not available",
    "a cell keeps nothing: localStorage is not available",
    "a cell keeps nothing: indexedDB is not available",
    "a cell does not see the page around it: parent is not available",
    "a cell does not see the page around it: top is not available",
    "a cell has no network: WebSocket is not available"
  ]);

  // What was written is still there after a visit elsewhere; Reset brings back the chapter's own.
  await page.reload();
  await count.locator("summary").click();
  await expect(count.locator(".cm-content")).toContainText("const tries");
  await expect(count.locator("pre")).toHaveCount(0);
  await press(count, "Reset");
  await expect(count.locator(".cm-content")).toContainText("const positions = 28 * 28;");
  await press(count, "Run all");
  await expect(build.locator("tbody tr")).toHaveCount(6);
  await expect(count.locator("pre")).toHaveText("{byHand: 138084352, byTheSite: 138084352}"); // the wider branch is kept
  await press(count, "Reset all");
  await expect(page.locator("[data-live-cell] .output")).toHaveCount(0);
  await press(count, "Run all");
  await expect(count.locator("pre")).toHaveText("{byHand: 128049152, byTheSite: 128049152}");
});

test("without the messages, the sandbox's policy and origin still stop what a cell must not do", async ({page}) => {
  const {count} = await awake(page);
  await count.locator("summary").click();
  await write(count, "1");
  await press(count, "Run");
  await expect(count.locator("pre")).toHaveText("1");
  const frame = page.frames().find((one) => one.url() === "about:srcdoc")!;
  const found = await frame.evaluate(async () => {
    const kept = (act: () => unknown): string => {
      try {
        return String(act());
      } catch (error) {
        return (error as Error).name;
      }
    };
    const worker = new Worker(
      URL.createObjectURL(
        new Blob(["fetch(name).then(() => postMessage('reached'), (error) => postMessage(error.name))"])
      ),
      {name: document.referrer || "http://localhost/"}
    );
    return {
      fetched: await fetch("http://localhost/").then(
        () => "reached",
        (error: Error) => error.name
      ),
      fromWorker: await new Promise((resolve) => (worker.onmessage = ({data}) => resolve(data))),
      storage: kept(() => localStorage.length),
      database: await new Promise((resolve) => {
        const name = kept(() => (indexedDB.open("x").onerror = () => resolve("error")));
        if (/Error/.test(name)) resolve(name);
      }),
      page: kept(() => window.parent.document.title),
      top: kept(() => window.top!.document.title)
    };
  });
  expect(found).toEqual({
    ...{fetched: "TypeError", fromWorker: "TypeError", storage: "SecurityError", database: "SecurityError"},
    ...{page: "SecurityError", top: "SecurityError"}
  });
});

test("code that comes with a link is shown and does not run by itself; nonsense in the link and in the browser's memory is ignored", async ({
  page,
  context
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const {count} = await awake(page);
  await count.locator("summary").click();
  await write(count, "display('from afar')");
  await press(count, "Copy link to this code");
  await expect(count.locator(".said")).toHaveText("Link copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => localStorage.setItem(`cells:${location.pathname}`, '{"count-by-hand": 3, "x": ['));

  await page.goto("/notes/how-we-count/");
  const linked = await awake(page, link);
  await expect(linked.count).toContainText("This code came with the link. Read it, then run it if you like");
  await expect(linked.count.locator(".cm-content")).toHaveText("display('from afar')");
  await expect(linked.build.locator("details")).not.toHaveAttribute("open");
  expect(page.frames()).toHaveLength(1);
  await press(linked.count, "Run");
  await expect(linked.count.locator("pre")).toHaveText("from afar");
  await expect(linked.count).not.toContainText("This code came with the link");
  expect(new URL(page.url()).hash).toBe("");

  await page.goto("/notes/how-we-count/");
  const nonsense = await awake(page, `${chapter}#code=AAAA%&r5=24`);
  await expect(nonsense.build.locator("details")).not.toHaveAttribute("open");
});
