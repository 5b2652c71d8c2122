/** A network of the reader's own, as JSON, in the explorer. */
import {readFileSync} from "node:fs";
import {AxeBuilder} from "@axe-core/playwright";
import {expect, type Page, test} from "@playwright/test";
import {OWN_EXAMPLE} from "../../src/components/parts/own-example.ts";
import {MOST_NETWORK, pack} from "../../src/components/parts/packed.ts";

const sum = (page: Page, key: string) => page.locator(`[data-sum="${key}"]`);
const group = (page: Page) => page.getByRole("group", {name: "A network of your own"});
const textOf = (page: Page) => group(page).getByRole("textbox", {name: "The network as JSON"});
const fault = (page: Page) => page.locator(".frame > [role=alert]");

/** Opens the explorer, pastes a network and measures it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.goto("/measure/");
  await expect(page.locator("astro-island[ssr]")).toHaveCount(0);
  await page.locator("summary", {hasText: "A network of your own"}).click();
  await textOf(page).fill(text);
  await group(page).getByRole("button", {name: "Measure it"}).click();
  await expect(page.getByRole("combobox", {name: "Network"})).toHaveValue("own");
}

async function copiedLink(page: Page, said = "Link copied"): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", {name: "Copy link"}).click();
  await expect(page.locator(".frame .said")).toHaveText(said);
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a pasted network is measured and drawn; what is wrong is told with its place; it comes back with the page", async ({
  page
}) => {
  await page.goto("/measure/");
  const own = page.getByRole("group", {name: "A network of your own"});
  const field = own.getByRole("textbox", {name: "The network as JSON"});
  const sum = (key: string) => page.locator(`[data-sum="${key}"]`);
  await page.locator("summary", {hasText: "A network of your own"}).click();
  await own.getByRole("button", {name: "Measure it"}).click();
  await expect(own.getByRole("status")).toContainText("nothing to measure yet");

  await own.getByRole("button", {name: "Start from an example"}).click();
  const example = await field.inputValue();
  await field.fill(example.replace('"kernel": 1, "out": 8', '"kernal": 1, "out": -8'));
  await field.press("Control+Enter");
  const alert = own.getByRole("alert");
  await expect(alert).toContainText("3 things are wrong");
  await expect(alert.getByRole("listitem").first()).toHaveText(
    /line 17, column \d+ net\.parts\[4\]\[1\]\.parts\[2\]\[1\]\.parts\[1\]\[1\]\.kernal needs “kernel”; found a field “kernal”\./
  );
  await alert
    .getByRole("button", {name: /line 17/})
    .last()
    .press("Enter");
  const selected = () =>
    field.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  expect(await selected()).toContain('"kernal": 1');
  await expect(sum("params")).toHaveText("23,834,568"); // Inception V3 still

  // A network that reads well and does not fit is told at the layer that does not.
  await field.fill(example.replace('"kernel": 3, "out": 24', '"kernel": 33, "out": 24, "pad": "valid"'));
  await field.press("Control+Enter");
  await expect(alert).toContainText("module/3x3/conv: a 33×33 window does not fit into 16×16");
  await alert.getByRole("button").press("Enter");
  expect(await selected()).toContain('"kernel": 33');
  const {violations} = await new AxeBuilder({page}).include("details:has(textarea)").analyze();
  expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await field.fill(example);
  await own.getByRole("button", {name: "Measure it"}).click();
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole("combobox", {name: "Network"})).toHaveValue("own");
  await expect(sum("params")).toHaveText("22,426"); // counted by hand
  await expect(sum("macs")).toHaveText("6,226,400");
  await page.locator('[data-path="module"]:visible').press("Enter");
  await expect(page.locator('[data-path="module/3x3/reduce"]:visible')).toHaveCount(1);
  await page.getByRole("button", {name: "Code", exact: true}).click();
  await expect(page.locator("pre").first()).toContainText("class MyfirstInception");
  const told = (): (string | null)[] => {
    const state = new URLSearchParams(new URL(page.url()).hash.slice(1));
    return ["net", "open", "view"].map((key) => state.get(key)); // in whatever order they were set
  };
  await expect.poll(told).toEqual(["own", "module", "code"]);

  await page.reload();
  await expect(sum("params")).toHaveText("22,426");
  await expect(field).toHaveValue(example);
  await page.setViewportSize({width: 360, height: 780});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("a card's description can be opened as a file in the explorer and gives the same numbers", async ({page}) => {
  await page.goto("/networks/compact-v4/");
  await page.locator('[data-slot="code"]').scrollIntoViewIfNeeded();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Download JSON"}).click()
  ]);
  const buffer = readFileSync(await download.path());
  await page.goto("/measure/");
  await page.locator("summary", {hasText: "A network of your own"}).click();
  await page.locator('input[type="file"]').setInputFiles({name: "mine.json", mimeType: "application/json", buffer});
  await expect(page.locator('[data-sum="params"]')).toHaveText("286,238");
  await expect(page.locator('[data-sum="macs"]')).toHaveText("25,173,224");
  const picture = {name: "picture.json", mimeType: "application/json", buffer: Buffer.from([0xff, 0xd8, 0xff])};
  await page.locator('input[type="file"]').setInputFiles(picture);
  await expect(page.getByRole("group", {name: "A network of your own"}).getByRole("status")).toContainText("as text");
});

test("the own network stands beside the others in the comparison, and its nodes on a picture", async ({page}) => {
  await page.goto("/measure/");
  await page.locator("summary", {hasText: "A network of your own"}).click();
  await page.getByRole("button", {name: "Start from an example"}).click();
  await page.getByRole("button", {name: "Measure it"}).click();
  await expect(page.locator('[data-sum="params"]')).toHaveText("22,426");

  await page.goto("/measure/compare/#nets=own,compact-v1");
  const cell = (line: string) => page.locator(`[data-line="${line}"] [data-net="own"]`);
  await expect(cell("params")).toHaveText("22,426");
  await expect(cell("macs")).toHaveText("6,226,400");
  await page.locator("summary", {hasText: "Choose networks"}).click();
  await page.getByRole("checkbox", {name: "My first Inception (yours)"}).press("Space");
  await expect(cell("params")).toHaveCount(0);

  await page.goto("/measure/receptive-field/");
  await page.getByRole("combobox", {name: "Network"}).selectOption("own");
  await page.getByRole("combobox", {name: "Node"}).selectOption("module/3x3/conv");
  await expect(page.locator('[data-fact="size"]')).toHaveText("9×9 pixels"); // 3, 2 more by the pool, and at its stride 2 another 4
});

test("the format is written down: the example is one, and a field stands with what it takes", async ({page}) => {
  await page.goto("/measure/");
  await page.locator("summary", {hasText: "A network of your own"}).click();
  await page.getByRole("link", {name: "All fields and what they take."}).click();
  await expect(page.getByRole("heading", {level: 1})).toHaveText("A network as text");
  await expect(page.locator('[data-field="conv.stride"] td')).toHaveText([
    "stride",
    "a whole number from 1 to 1024, or [height, width]",
    "[1,1]"
  ]);
  await expect(page.locator('[data-field="dense.out"] td').last()).toHaveText("must be there");
  const example = JSON.parse((await page.locator("pre").first().textContent())!) as {input: number[]};
  expect(example.input).toEqual([32, 32, 3]);
});

test("a copied link brings the network, as it is opened, to a browser that does not know it; what that browser keeps stays", async ({
  page,
  browser
}) => {
  await paste(page, OWN_EXAMPLE);
  await page.locator('[data-path="module"]:visible').press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#net=own&.*own=[\w-]+/);
  const link = await copiedLink(page);
  expect(new URL(link).hash.length).toBeLessThan(MOST_NETWORK);

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(sum(other, "params")).toHaveText("22,426"); // counted by hand
  await expect(sum(other, "macs")).toHaveText("6,226,400");
  await expect(other.getByRole("combobox", {name: "Network"})).toHaveValue("own");
  await expect(other.locator('[data-path="module/3x3/reduce"]:visible')).toHaveCount(1);
  await expect(textOf(other)).toHaveValue(OWN_EXAMPLE);
  await expect(group(other).getByRole("status")).toContainText("It came with the link");
  const kept = () => other.evaluate(() => localStorage.getItem("own-network"));
  expect(await kept()).toBeNull();

  // Another network takes it out of the address; chosen again, it is there again; measured, it is kept.
  const picker = other.getByRole("combobox", {name: "Network"});
  await picker.selectOption({label: "GoogLeNet (2014)"});
  await expect.poll(() => new URL(other.url()).hash).not.toContain("own=");
  await picker.selectOption("own");
  await expect.poll(() => new URL(other.url()).hash).toContain(new URL(link).hash.match(/own=[\w-]+/)![0]);
  await group(other).getByRole("button", {name: "Measure it"}).click();
  await expect.poll(kept).toBe(OWN_EXAMPLE);

  // A link that comes later is shown in its stead.
  const small = OWN_EXAMPLE.replace('["fc", {"kind": "dense", "out": 10}]', '["fc", {"kind": "dense", "out": 4}]');
  const hash = `#net=own&own=${await pack(small)}`;
  await other.evaluate((next) => (location.hash = next), hash);
  await expect(sum(other, "params")).toHaveText("22,132"); // (48 + 1) · 6 fewer
  expect(await kept()).toBe(OWN_EXAMPLE);
  await other.context().close();
});

test("links of the comparison and of the receptive field bring the network, too, or say why not", async ({
  page,
  browser
}) => {
  await paste(page, OWN_EXAMPLE);
  await page.goto("/measure/compare/#nets=own,googlenet@bvlc");
  await expect.poll(() => new URL(page.url()).hash).toMatch(/own=[\w-]+/);
  const compare = page.url();
  await page.goto("/measure/receptive-field/#rf-net=own&rf-node=module");
  await expect.poll(() => new URL(page.url()).hash).toMatch(/own=[\w-]+/);
  const reach = page.url();

  const other = await (await browser.newContext()).newPage();
  await other.goto(compare);
  const params = other.locator('[data-line="params"] td');
  await expect(params.nth(0)).toHaveText("22,426"); // counted by hand
  await expect(params.nth(1)).toHaveText("6,998,552");
  await other.goto("/networks/");
  await other.goto(reach);
  await expect(other.locator(".reach")).toHaveAttribute("data-net", "own");
  await expect(other.locator(".reach")).toHaveAttribute("data-node", "module");

  for (const path of ["/measure/compare/#nets=own&own=AAAA", "/measure/receptive-field/#rf-net=own&own=AAAA"]) {
    await other.goto("/networks/");
    await other.goto(path);
    await expect(fault(other).first()).toContainText("cannot be read, perhaps because it was cut off");
  }
  const wrong = await pack(OWN_EXAMPLE.replace('"kernel": 1, "out": 8', '"kernal": 1, "out": 8'));
  await other.goto("/networks/");
  await other.goto(`/measure/receptive-field/#rf-net=own&own=${wrong}`);
  await expect(fault(other)).toContainText(/at line 17, column \d+: .*needs “kernel”; found a field “kernal”/);
  await expect(other.locator(".reach")).toHaveAttribute("data-net", "googlenet@bvlc");
  await other.context().close();
});

test("a damaged link shows the usual network and says so; a faulty one is told with its place; neither runs anything", async ({
  page
}) => {
  const problems: string[] = [];
  page.on("pageerror", ({message}) => problems.push(message));
  const packed = await pack(OWN_EXAMPLE);
  for (const damaged of [packed.slice(0, packed.length / 2), "AAAA", "%%%", "<b>", "x".repeat(MOST_NETWORK + 1)]) {
    await page.goto("/networks/");
    await page.goto(`/measure/#net=own&own=${damaged}`);
    await expect(fault(page)).toHaveText(
      "The network in this link cannot be read, perhaps because it was cut off, so the page begins as usual."
    );
    await expect(sum(page, "params")).toHaveText("23,834,568"); // Inception V3, torchvision
    await expect.poll(() => new URL(page.url()).hash, damaged.slice(0, 20)).toBe("");
  }
  await page.getByRole("combobox", {name: "Network"}).selectOption({label: "GoogLeNet (2014)"});
  await expect(fault(page)).toHaveCount(0);

  await page.goto("/networks/");
  await page.goto("/measure/#net=own");
  await expect(fault(page)).toContainText("ask for the file");
  await expect(sum(page, "params")).toHaveText("23,834,568");

  const wrong = OWN_EXAMPLE.replace('"kernel": 1, "out": 8', '"kernal": 1, "out": -8');
  await page.goto("/networks/");
  await page.goto(`/measure/#net=own&own=${await pack(wrong)}`);
  await expect(fault(page)).toContainText("cannot be measured");
  await expect(group(page).getByRole("alert").getByRole("listitem").first()).toHaveText(
    /line 17, column \d+ net\.parts\[4\]\[1\]\.parts\[2\]\[1\]\.parts\[1\]\[1\]\.kernal needs “kernel”; found a field “kernal”\./
  );
  await expect(textOf(page)).toHaveValue(wrong);
  await expect(sum(page, "params")).toHaveText("23,834,568");

  const script = OWN_EXAMPLE.replace("My first Inception", "<img src=x onerror='hit = 1'><script>hit = 1</script>");
  await page.goto("/networks/");
  await page.goto(`/measure/#net=own&own=${await pack(script)}`);
  await expect(sum(page, "params")).toHaveText("22,426");
  await expect(page.locator(".frame .title")).toContainText("<script>hit = 1</script>");
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
  expect(problems).toEqual([]);
});

test("a network that is too long for a link says so, and is not in the copied link", async ({page}) => {
  // Names that nothing can pack, of layers that cost nothing.
  let seed = 1;
  const letter = (): string => ((seed = (seed * 48_271) % 2_147_483_647) % 36).toString(36);
  const layers = Array.from({length: 300}, () => `["${Array.from({length: 40}, letter).join("")}", {"kind": "relu"}]`);
  const long = `["relu", {"kind": "series", "parts": [${layers.join(",")}]}]`;
  await paste(page, OWN_EXAMPLE.replace('["relu", {"kind": "relu"}]', long));
  await expect(sum(page, "params")).toHaveText("22,426");
  await expect(group(page)).toContainText("It is too long for a link: to pass it on, send the file");
  const link = await copiedLink(page, "Link copied without your network, which is too long for it.");
  expect(new URL(link).hash).toBe("#net=own");
});
