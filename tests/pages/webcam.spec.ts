import {expect, test} from "@playwright/test";
import {chromiumArgs, chromiumPath} from "../../scripts/run/chromium.mjs";
import {numberIn, settled, visit} from "./picture-steps.ts";

const executablePath = chromiumPath();
test.use({
  launchOptions: {
    args: [...chromiumArgs, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
    ...(executablePath && {executablePath})
  }
});

const picture = "[aria-label='The picture: camera'] canvas";

test("the camera is classified live, and stopping releases it", async ({page}) => {
  await page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => Object.assign(window, {stream: await ask(wanted)}).stream;
  });
  await visit(page);
  await page.getByRole("button", {name: "Use the camera"}).click();
  await expect(page.locator(`.classifier ${picture}`)).toBeVisible();
  await expect(page.locator("[data-source]")).toHaveAttribute("data-source", "live", {timeout: 45_000});
  const frame = (): Promise<string> =>
    page.locator(`.classifier ${picture}`).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const before = await frame();
  await expect.poll(frame).not.toBe(before);
  await page.getByRole("button", {name: "Stop the camera"}).click();
  await expect(page.locator(`.classifier ${picture}`)).toHaveCount(0);
  const states = await page.evaluate(() =>
    (window as unknown as {stream: MediaStream}).stream.getTracks().map((track) => track.readyState)
  );
  expect(states).toEqual(["ended"]);
});

test("on the camera, every member of the family answers live, and so does the vote of its branches", async ({page}) => {
  await visit(page);
  await page.getByRole("button", {name: "Use the camera"}).click();
  await expect(page.locator(`.classifier ${picture}`)).toBeVisible();
  await page.locator("#family").scrollIntoViewIfNeeded();
  await page.locator(".family").scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island:not([ssr]) .family")).toBeVisible();
  await page.locator(".family .start button").click();
  const members = await page.locator("[data-member]").all();
  for (const member of members) {
    await expect(member.locator("h3 small")).toHaveText("live", {timeout: 60_000});
    expect(await numberIn(member.locator("[data-time]"))).toBeGreaterThan(0);
  }
  const votes = page.locator(".branch-votes");
  await votes.scrollIntoViewIfNeeded();
  await expect(votes).toHaveAttribute("data-live", "true", {timeout: 60_000});
});

test("on the camera, the vote before and after an operation stays on the screen while the next one is asked for", async ({
  page
}) => {
  await visit(page, "#cut=4c/pool:0");
  await page.getByRole("button", {name: "Use the camera"}).click();
  await expect(page.locator(`.classifier ${picture}`)).toBeVisible();
  await page.locator("#surgery").scrollIntoViewIfNeeded();
  const figure = page.locator(".surgery");
  await figure.locator(".results").scrollIntoViewIfNeeded();
  // Until the figure lives it shows the record that the page was built with.
  await expect(page.locator("astro-island:not([ssr]) .surgery")).toBeVisible();
  for (const side of ["before", "after"])
    await expect(figure.locator(`[data-side=${side}] .share`)).toHaveCount(5, {timeout: 60_000});
  const shown = await figure.locator(".results").evaluate(async (results) => {
    const counts: number[] = [];
    for (let frame = 0; frame < 30; frame++) {
      await new Promise(requestAnimationFrame);
      counts.push(results.querySelectorAll(".share").length, results.querySelectorAll(".map canvas").length);
    }
    return [...new Set(counts)];
  });
  expect(shown).toEqual([10, 2]);
});

test("choosing another picture stops the camera", async ({page}) => {
  await visit(page);
  await page.getByRole("button", {name: "Use the camera"}).click();
  await expect(page.locator(`.classifier ${picture}`)).toBeVisible();
  await page.locator("[data-scene=stag]").click();
  await settled(page);
  await expect(page.getByRole("button", {name: "Use the camera"})).toBeVisible();
  await expect(page.locator(`.classifier ${picture}`)).toHaveCount(0);
});

test("a camera that is unplugged is said to be, and its last frame goes", async ({page}) => {
  await page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => Object.assign(window, {stream: await ask(wanted)}).stream;
  });
  await visit(page);
  await page.getByRole("button", {name: "Use the camera"}).click();
  await expect(page.locator(`.classifier ${picture}`)).toBeVisible();
  await page.evaluate(() => {
    const [track] = (window as unknown as {stream: MediaStream}).stream.getTracks();
    track!.stop();
    track!.dispatchEvent(new Event("ended")); // the browser's own, when the device goes
  });
  await expect(page.getByRole("alert")).toContainText("the camera stopped: it was unplugged or taken away");
  await expect(page.locator(`.classifier ${picture}`)).toHaveCount(0);
  await page.getByRole("button", {name: "Use the camera"}).click();
  await expect(page.locator(`.classifier ${picture}`)).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

for (const [name, sentence] of [
  ["NotAllowedError", "the camera was not allowed"],
  ["NotFoundError", "no camera was found"],
  ["NotReadableError", "in use by another program"]
] as const)
  test(`${name} is said in plain words`, async ({page}) => {
    await page.addInitScript((name) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", name));
    }, name);
    await visit(page);
    await page.getByRole("button", {name: "Use the camera"}).click();
    await expect(page.getByRole("alert")).toContainText(sentence);
  });
