import {expect, type Locator, type Page, test} from "@playwright/test";

const chapter = "/learn/inception-v1/";

const figure = (page: Page): Locator => page.locator("#figure-2");
const sum = (page: Page, way: "direct" | "detour"): Locator => figure(page).locator(`[data-sum="${way}"]`);
const button = (page: Page, name: string): Locator => figure(page).getByRole("button", {name, exact: true});

async function open(page: Page, fragment = ""): Promise<void> {
  await page.goto(chapter + fragment);
  await figure(page).scrollIntoViewIfNeeded();
  await expect(figure(page).locator("astro-island[ssr]")).toHaveCount(0);
}

/** The calculator's first slider of a name: the equation's legend and the caption have none. */
const slider = (page: Page, name: string): Locator =>
  figure(page).locator(".calculator").getByRole("slider", {name, exact: true}).first();

test("the default is 589,824 MAC directly against 69,632, 8.47 times less", async ({page}) => {
  await open(page);
  await expect(sum(page, "direct")).toHaveText("589,824 MAC");
  await expect(sum(page, "detour")).toHaveText("69,632 MAC");
  await expect(figure(page)).toContainText("The detour costs 8.47× less.");
  await expect(figure(page)).toContainText("a middle of 229.1 channels costs what the direct convolution does");
  await expect(figure(page)).toContainText("GoogLeNet has no such module");
});

test("the whole layer at 28×28 costs 462,422,016 and 54,591,488 MAC, and twice that in FLOP", async ({page}) => {
  await open(page);
  await button(page, "the whole layer").press("Enter");
  await expect(sum(page, "direct")).toHaveText("462,422,016 MAC");
  await expect(sum(page, "detour")).toHaveText("54,591,488 MAC");
  await button(page, "FLOP").press("Enter");
  await expect(sum(page, "direct")).toHaveText("924,844,032 FLOP");
  await expect(sum(page, "detour")).toHaveText("109,182,976 FLOP");
});

test("presets show 3a's branches: 221,184 against 129,024, and 153,600 against 15,872", async ({page}) => {
  await open(page);
  await button(page, "3a’s 3×3 branch 192→96→128").press("Enter");
  await expect(sum(page, "direct")).toHaveText("221,184 MAC");
  await expect(sum(page, "detour")).toHaveText("129,024 MAC");
  await expect(figure(page)).toContainText("This shape is in GoogLeNet");
  await button(page, "3a’s 5×5 branch 192→16→32").press("Enter");
  await expect(sum(page, "direct")).toHaveText("153,600 MAC");
  await expect(sum(page, "detour")).toHaveText("15,872 MAC");
});

test("arrow keys, Page Up, Home and typing change a number; a double click resets it", async ({page}) => {
  await open(page);
  const middle = slider(page, "channels in the middle");
  await middle.press("ArrowRight");
  await expect(sum(page, "detour")).toHaveText(`${(256 * 65 * 2 + 65 * 65 * 9).toLocaleString("en")} MAC`);
  await middle.press("PageUp");
  await expect(middle).toHaveAttribute("aria-valuenow", "81");
  await middle.press("Home");
  await expect(sum(page, "detour")).toHaveText("521 MAC");
  await middle.press("2");
  await page.keyboard.type("29");
  await page.keyboard.press("Enter");
  await expect(middle).toHaveAttribute("aria-valuenow", "229");
  await expect(middle).toBeFocused();
  await middle.press("ArrowRight");
  await expect(figure(page)).toContainText("more.");
  await middle.dblclick();
  await expect(sum(page, "detour")).toHaveText("69,632 MAC");
});

test("a typed number that cannot be is refused with its range, and spoken; Delete brings the first number back", async ({
  page
}) => {
  await open(page);
  const middle = slider(page, "channels in the middle");
  const field = figure(page).getByRole("textbox", {name: "channels in the middle"});
  const refusal = figure(page).getByRole("alert");
  await middle.press("9");
  await page.keyboard.type("000");
  await page.keyboard.press("Enter");
  await expect(refusal).toHaveText("channels in the middle: needs a whole number from 1 to 2,048, found 9000");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(sum(page, "detour")).toHaveText("69,632 MAC");
  await field.fill("2.5");
  await expect(refusal).toHaveCount(0);
  await field.press("Enter");
  await expect(refusal).toContainText("found 2.5");
  await field.press("Tab");
  await expect(middle).toHaveAttribute("aria-valuenow", "64");
  await expect(refusal).toContainText("found 2.5");
  for (const key of ["Delete", "Backspace"]) {
    await middle.press("ArrowRight");
    await expect(refusal).toHaveCount(0);
    await expect(middle).toHaveAttribute("aria-valuenow", "65");
    await middle.press(key);
    await expect(sum(page, "detour")).toHaveText("69,632 MAC");
  }
  await middle.press("Enter");
  await field.fill("none");
  await field.press("Escape");
  await expect(middle).toBeFocused();
  await expect(refusal).toHaveCount(0);
});

test("dragging a number sideways changes it by whole steps", async ({page}) => {
  await open(page);
  const middle = slider(page, "channels in the middle");
  await middle.hover();
  await page.mouse.down();
  await page.mouse.move(0, 0);
  await page.mouse.up();
  const now = Number(await middle.getAttribute("aria-valuenow"));
  expect(now).toBeLessThan(64);
  expect(Number.isInteger(now)).toBe(true);
});

test("the equation's symbols show the numbers of now", async ({page}) => {
  await open(page);
  await slider(page, "side of the kernel").press("ArrowRight");
  const symbol = figure(page).locator('[data-symbol="K"]').first();
  await symbol.focus();
  await expect(figure(page).locator('[data-legend="K"]')).toHaveClass(/asked/);
  await expect(figure(page).locator('[data-legend="K"]')).toContainText("= 4, side of the kernel");
});

test("a reload restores the numbers, reset takes them back", async ({page}) => {
  await open(page);
  await button(page, "3a’s 5×5 branch 192→16→32").press("Enter");
  await button(page, "the whole layer").press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toContain("bview=layer");
  await page.reload();
  await figure(page).scrollIntoViewIfNeeded();
  await expect(sum(page, "detour")).toHaveText(`${(28 * 28 * 15_872).toLocaleString("en")} MAC`);
  await figure(page).getByRole("button", {name: /reset/i}).press("Enter");
  await expect(sum(page, "detour")).toHaveText("69,632 MAC");
  await expect.poll(() => new URL(page.url()).hash).toBe("");
});

test("nonsense in the fragment leaves the defaults", async ({page}) => {
  await open(page, "#bin=-3&bmid=1e9&bout=cat&bk=0&bform=%F0&bview=x&unit=joule");
  await expect(sum(page, "direct")).toHaveText("589,824 MAC");
  await expect(sum(page, "detour")).toHaveText("69,632 MAC");
});
