import {expect, type Locator, type Page, test} from "@playwright/test";
import record from "../../src/components/figures/ensemble-record.json" with {type: "json"};
import {networks} from "../../src/lib/nets/registry.ts";
import {releases} from "../../src/lib/nets/releases.ts";

const chapter = "/learn/the-family-compared/";

async function machineOn(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  const machine = page.locator(".machine");
  await machine.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]:has(.machine)")).toHaveCount(0);
  return machine;
}

const value = (machine: Locator): Locator => machine.locator("[data-value]");
const box = (machine: Locator, id: string): Locator => machine.locator(`.wide [data-box="${id}"]`);
const step = (machine: Locator, name: string): Locator => machine.getByRole("radio", {name});

test("the time machine goes through the family by arrow keys, a number at each step, and a branch keeps its box", async ({
  page
}) => {
  await page.emulateMedia({reducedMotion: "reduce"});
  const machine = await machineOn(page, chapter);
  await expect(value(machine)).toHaveText("25.0 %"); // 2 · 384² of 256 · 384 · 9 + 2 · 384²
  await expect(box(machine, "pool")).toHaveCount(0);
  const kept = await box(machine, "3x3").elementHandle();
  await step(machine, "NIN").press("ArrowRight");
  for (const number of ["448", "12.6 %", "72.0 %", "28.6 %", "2.27", "37.2 %"]) {
    await expect(value(machine)).toHaveText(number);
    if (number !== "37.2 %") await page.keyboard.press("ArrowRight");
  }
  expect(await kept?.evaluate((one) => one.isConnected && one.getAttribute("data-box"))).toBe("3x3");
  await expect(box(machine, "pool")).toHaveCount(0);
  await expect(machine.locator(".wide path.line")).toHaveCount(1);
  await expect(step(machine, "ResNet")).toBeFocused();
  await expect.poll(() => new URL(page.url()).hash).toBe("#era=6");

  await test.step("the slider and the other grids do the same", async () => {
    await machine.getByRole("slider", {name: "Step"}).press("Home");
    await expect(step(machine, "NIN")).toBeChecked();
    await machine.getByRole("button", {name: "6 to 8 pixels"}).press("Enter");
    await step(machine, "V3").click();
    await expect(value(machine)).toHaveText("2,048");
    await machine.getByRole("button", {name: "27 to 35 pixels"}).press("Enter");
    await step(machine, "V1").click();
    await expect(value(machine)).toHaveText("42.2 %");
    await expect(box(machine, "5x5.reduce")).toHaveCount(1);
  });

  await test.step("the table counts what the papers’ code has, in the unit that is chosen", async () => {
    const row = (at: number): Locator => machine.locator(`tr[data-era="${at}"]`);
    await expect(row(2)).toContainText("6,998,552");
    await expect(row(6).locator('[data-cell="macs"]')).toHaveText("13,155,794,016");
    await page.locator("#figure-1").getByRole("button", {name: "FLOP"}).press("Enter");
    await expect(row(6).locator('[data-cell="macs"]')).toHaveText("26,311,588,032");
  });

  await test.step("nonsense in the address leaves the defaults", async () => {
    await page.goto(`${chapter}?#era=9&grid=x`);
    await expect(value(machine)).toHaveText("25.0 %");
  });
});

test("with motion, a box is on its way from one width to the other", async ({page}) => {
  await page.emulateMedia({reducedMotion: "no-preference"});
  await page.clock.install({time: 0});
  const machine = await machineOn(page, chapter);
  const width = async (): Promise<number> => Number(await box(machine, "3x3").getAttribute("width"));
  const before = await width(); // 384 channels, which become 208
  await page.clock.pauseAt(3_600_000);
  await step(machine, "Naive").click();
  await page.clock.runFor(200);
  const between = await width();
  await page.clock.runFor(400);
  const after = await width();
  expect(after).toBeCloseTo((before * 208) / 384, 0);
  expect(between).toBeLessThan(before - 1);
  expect(between).toBeGreaterThan(after + 1);
});

test("on the front page it moves through all seven once, without touching the address; and not with reduced motion", async ({
  page
}) => {
  await page.emulateMedia({reducedMotion: "reduce"});
  const still = await machineOn(page, "/");
  await expect(still.getByRole("button", {name: "Play"})).toBeVisible();
  await expect(step(still, "NIN")).toBeChecked();

  await page.emulateMedia({reducedMotion: "no-preference"});
  await page.reload();
  const machine = page.locator(".machine");
  await expect(step(machine, "ResNet")).toBeChecked({timeout: 15_000});
  await expect(machine.getByRole("button", {name: "Play"})).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
  await step(machine, "V1").click();
  await page.keyboard.press("ArrowLeft");
  await expect(value(machine)).toHaveText("448");
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("all seven modules and silhouettes are drawn, and answers unfold", async ({page}) => {
    await page.goto(chapter);
    await expect(page.locator(".machine .strip svg")).toHaveCount(7);
    await expect(page.locator(".silhouettes [data-of]")).toHaveCount(7);
    await expect(page.locator(".machine tbody tr")).toHaveCount(7);
    const row = (table: string, name: RegExp): Locator =>
      page.getByRole("table").filter({hasText: table}).getByRole("row", {name});
    await expect(row("against the row before", /^Inception V3/)).toContainText(/78\.0 %\s*93\.9 %/);
    await expect(row("against the row before", /^Inception V3/)).toContainText("2.95× the work, 4.1 points");
    await expect(row("top-5 error, test", /^7 GoogLeNets/)).toContainText(/6\.67 %\s*6\.67 %/);
    await expect(row("top-5 error, test", /^3 Inception-ResNet-v2 and 1/)).toContainText(/3\.1 %\s*3\.08 %/);
    await page.locator("#exercise-1 summary").click();
    await expect(page.locator("#exercise-1 details")).toContainText("Two, three, four, five.");
  });
});

test("predictions: nearly eight times, a tenth of a point, and what four know together", async ({page}) => {
  await page.goto(chapter);
  for (const [id, truth] of [
    ["predict-naive", "7.9 times"],
    ["predict-residual", "17.8 %"],
    ["predict-ensemble", "3.1 %"]
  ] as const) {
    const prediction = page.locator(`#${id}`);
    await prediction.scrollIntoViewIfNeeded();
    await expect(page.locator(`astro-island[ssr]:has(#${id})`)).toHaveCount(0);
    await prediction.getByText("Show the answer").press("Enter");
    await expect(prediction.locator("details .value")).toHaveText(truth);
  }
});

test("the ensemble shows recorded answers, and averages ten cuts live", async ({page}) => {
  const members = [...releases.keys()].filter((id) => id.startsWith("compact-")).length;
  await page.goto(chapter);
  const figure = page.locator("#figure-3");
  await figure.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]:has(.ensemble)")).toHaveCount(0);
  await expect(figure.locator("[data-member]")).toHaveCount(members);
  await expect(figure.getByText("Only one compact network")).toHaveCount(members < 2 ? 1 : 0);
  await expect(figure.locator(".verdict")).toContainText("Together: airplane");
  await expect(figure.locator(".classes li").first()).toHaveAttribute("data-class", "airplane");

  await figure.getByRole("button", {name: "ten", exact: true}).press("Enter");
  await expect(figure.locator(".verdict")).toHaveText("This picture has not been asked about yet.");
  await figure.getByRole("button", {name: /^Ask/}).press("Enter");
  await expect(figure.locator('[data-settled="true"]')).toHaveCount(1, {timeout: 120_000});
  await expect(figure.locator('[data-class="airplane"] i')).toHaveCount(10 * members);
  const shares = (await figure.locator("[data-mean]").allTextContents()).map(parseFloat);
  expect(shares.reduce((a, b) => a + b)).toBeCloseTo(100, -1);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  await expect.poll(() => new URL(page.url()).hash).toBe("#cuts=10");
  await page.locator('.equation [data-legend="M"] b').scrollIntoViewIfNeeded();
  await expect(page.locator('.equation [data-legend="M"] b')).toHaveText(String(10 * members));

  for (const box of await figure.getByRole("checkbox").all()) await box.press("Space");
  await expect(figure.locator(".verdict")).toContainText("Nobody is left to ask");
  await figure.getByRole("button", {name: "Reset"}).press("Enter");
  await expect(figure.locator(".verdict")).toContainText("Together: airplane");
});

test("the table of the equal budget has a row for every compact network, with what chance allows; the mean’s has all as well", async ({
  page
}) => {
  await page.goto(chapter);
  for (const {network, mirrored} of record.members)
    await expect(page.locator(`[data-measured="${network}"]`)).toContainText(`${(100 * mirrored).toFixed(2)} %`);
  await expect(page.locator('[data-measured="together"]')).toContainText(
    `${(100 * record.together.top1).toFixed(2)} %`
  );
  const rows = page.locator("[data-budget]");
  await expect(rows).toHaveCount([...networks.keys()].filter((id) => id.startsWith("compact-")).length);
  const v1 = page.locator('[data-budget="compact-v1"]');
  await expect(v1).toContainText("24,700,880");
  await expect(v1).toContainText("91.49 %");
  // 1.96 · √(0.9149 · 0.0851 / 10,000) = 0.55 points to either side.
  await expect(v1.getByRole("img", {name: "From 90.94 % to 92.04 %"})).toBeVisible();
  await expect(page.getByText("BN-Inception comes first with 91.8 %", {exact: false})).toBeVisible();
});
