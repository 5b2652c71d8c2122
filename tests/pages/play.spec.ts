import {expect, test} from "@playwright/test";
import recorded from "../../src/components/figures/recorded.json" with {type: "json"};
import {release} from "../../src/lib/nets/releases.ts";
import {hand, live, numberIn, seenAt, settled, sharesOf, start, visit} from "./picture-steps.ts";
import {pngOf} from "./pictures/png.ts";

const scenes = recorded.scenes as Record<string, {logits: number[]}>;
const best = (id: string): string => recorded.labels[scenes[id]!.logits.indexOf(Math.max(...scenes[id]!.logits))]!;
const weights = release("compact-v1");
const green = pngOf(40, 40, () => [20, 160, 40, 255]);

test("a recorded answer is shown, and no engine and no weights are loaded, until the reader asks", async ({page}) => {
  const heavy: string[] = [];
  page.on("request", (request) => {
    if (/\.wasm|\.safetensors|worker/.test(request.url())) heavy.push(request.url());
  });
  await visit(page);
  await expect(page.locator("[data-source]")).toHaveAttribute("data-source", "recorded");
  await expect(page.locator(".classifier button[data-class]").first()).toHaveAttribute("data-class", best("airliner"));
  expect(await page.locator("[data-scene]").count()).toBeGreaterThanOrEqual(30);
  await page.waitForLoadState("networkidle");
  expect(heavy).toEqual([]);
});

test("started, the network answers as recorded and says with what", async ({page}) => {
  const sizes: Promise<number>[] = [];
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await visit(page);
  await page.waitForLoadState("networkidle");
  page.on("requestfinished", (request) => {
    if (!/\.js|\.wasm/.test(request.url())) return;
    // A request that ends with the page has no size, and its error would fail whatever test comes next.
    sizes.push(
      request.sizes().then(
        (found) => found.responseBodySize,
        () => 0
      )
    );
  });
  const promised = await numberIn(page.getByRole("button", {name: /^Start the network/}).first());
  await start(page);
  await settled(page);
  await expect(page.locator(".classifier button[data-class]").first()).toHaveAttribute("data-class", best("airliner"));
  const sum = [...(await sharesOf(page)).values()].reduce((a, b) => a + b, 0);
  expect(Math.abs(sum - 100)).toBeLessThanOrEqual(0.5);
  const engineBytes = (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
  expect(Math.abs(promised * 1e6 - weights.bytes - engineBytes)).toBeLessThan(200_000);
  const own = new URL(page.url()).origin;
  const wanted = asked.map((url) => new URL(url));
  expect(wanted.filter(({origin, protocol}) => origin !== own && protocol !== "data:").map(String)).toEqual([]);
  expect(wanted.filter(({pathname}) => /\.(wasm|safetensors)$/.test(pathname)).length).toBeGreaterThanOrEqual(2);
  await page.locator(".classifier details summary").click();
  await expect(page.locator(".classifier [data-fact=weights]")).toHaveText(weights.sha256);
  expect(await numberIn(page.locator(".classifier [data-fact=threads]"))).toBeGreaterThanOrEqual(1);
  expect(await numberIn(page.locator(".classifier [data-fact=time]"))).toBeGreaterThan(0);
  await expect(page.locator(".classifier [data-fact=precision]")).toContainText("32-bit floats; the weights");
});

for (const source of ["recorded", "live"] as const)
  test(`mean of the map plus bias is the logit as displayed, ${source}, for every class`, async ({page}) => {
    await visit(page);
    if (source === "live") await start(page);
    for (const label of recorded.labels) {
      await page.locator(`[data-class="${label}"]`).click();
      await expect(page.locator(".evidence h2")).toHaveText(`Evidence for “${label}”`);
      if (source === "live") await settled(page);
      const [mean, bias, logit] = await Promise.all(
        ["mean", "bias", "logit"].map((part) => numberIn(page.locator(`b[data-sum=${part}]`)))
      );
      // Recorded maps have 8 bits.
      expect(Math.abs(mean! + bias! - logit!)).toBeLessThan(source === "live" ? 0.003 : 0.1);
    }
  });

test("choosing a picture of the gallery starts the network, shows its class and writes the address", async ({page}) => {
  await visit(page);
  for (const id of ["sitting-frog", "fire-engine"]) {
    await page.locator(`[data-scene="${id}"]`).click();
    await settled(page);
    await expect(page.locator(".classifier button[data-class]").first()).toHaveAttribute("data-class", best(id));
    await expect(page).toHaveURL(new RegExp(`scene=${id}`));
    const sum = [...(await sharesOf(page)).values()].reduce((a, b) => a + b, 0);
    expect(Math.abs(sum - 100)).toBeLessThanOrEqual(0.5);
  }
});

test("the address restores picture, its changes and the class", async ({page}) => {
  await visit(page, "#scene=stag&scene-size=40&class=ship");
  await expect(page.locator("[data-scene=stag]")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("[data-knob=size]").first()).toHaveValue("40");
  await expect(page.locator("[data-class=ship]")).toHaveAttribute("aria-pressed", "true");
});

test("the address shows its picture and that picture's recorded answer", async ({page}) => {
  await visit(page, "#scene=stag");
  await expect(page.locator(".classifier .stage img")).toHaveAttribute("src", /stag\.svg$/);
  const first = page.locator(".classifier button[data-class]").first();
  await expect(first).toHaveAttribute("data-class", best("stag"));
  expect((await sharesOf(page)).get(best("stag"))).toBeGreaterThan(50);
});

test("nonsense in the address is ignored and the default shown", async ({page}) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await visit(page, "#scene=teapot&class=%ff&scene-size=-9999&scene-x=NaN&maps=9z&off=4b/7x7&maps-scale=loud");
  await expect(page.locator("[data-scene=airliner]")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("[data-knob=size]").first()).toHaveValue("86");
  await expect(page.locator(".classifier button[data-class]").first()).toHaveAttribute("aria-pressed", "true");
  expect(errors).toEqual([]);
});

test("on the keyboard: focus previews a class, Enter chooses it, arrows on a slider redraw the scene", async ({
  page
}) => {
  await visit(page);
  await page.locator("[data-class=ship]").focus();
  await expect(page.locator(".evidence h2")).toHaveText("Evidence for “ship”");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/class=ship/);
  const before = await numberIn(page.locator("b[data-sum=logit]"));
  await page.locator("[data-knob=size]").first().focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowLeft");
  await settled(page);
  await expect(page).toHaveURL(/scene-size=76/);
  expect(await numberIn(page.locator("b[data-sum=logit]"))).not.toBe(before);
});

for (const way of ["drop", "paste"] as const)
  test(`a picture given by ${way} anywhere on the page is classified`, async ({page}) => {
    await visit(page);
    await page.waitForLoadState("networkidle");
    await hand(page, way, "green.png", green);
    await settled(page);
    await expect(page.locator(".classifier .status")).toContainText("green.png, 40×40");
    expect(await seenAt(page, 0.5, 0.5)).toEqual([20, 160, 40]);
  });

test("a dropped link is refused in one sentence", async ({page}) => {
  await visit(page);
  await page.waitForLoadState("networkidle");
  await hand(page, "drop", "", "https://example.org/cat.png");
  await expect(page.locator(".classifier .status")).toContainText("that was a link, not a file");
});

test("loading can be cancelled, and started again", async ({page}) => {
  await visit(page);
  await page.route("**/weights.safetensors", () => undefined); // never answers
  const begin = page.getByRole("button", {name: /^Start the network/}).first();
  await begin.click();
  await page.getByRole("button", {name: "Cancel"}).first().click();
  await expect(begin).toBeVisible();
  await expect(page.locator("[data-source]")).toHaveAttribute("data-source", "recorded");
  await page.unroute("**/weights.safetensors");
  await start(page);
});

const failures: [name: string, path: string, answer: {status: number; body?: Buffer}][] = [
  ["weights that are missing", "**/weights.safetensors", {status: 404}],
  ["weights that are damaged", "**/weights.safetensors", {status: 200, body: Buffer.alloc(weights.bytes, 7)}],
  ["weights that are cut off", "**/weights.safetensors", {status: 200, body: Buffer.alloc(1000, 7)}],
  ["a worker that does not load", "**/worker-*.js", {status: 404}]
];
for (const [name, path, answer] of failures)
  test(`${name}: one sentence, the page stays usable, and trying again works`, async ({page}) => {
    await visit(page);
    await page.route(path, (route) => route.fulfill(answer));
    await page
      .getByRole("button", {name: /^Start the network/})
      .first()
      .click();
    const alert = page.locator(".classifier [role=alert]");
    await expect(alert).toContainText("The network did not start: ", {timeout: 45_000});
    await expect(page.locator("[data-source]")).toHaveAttribute("data-source", "recorded");
    await page.locator("[data-class=ship]").click();
    await expect(page.locator(".evidence h2")).toHaveText("Evidence for “ship”");
    await page.unroute(path);
    await page.getByRole("button", {name: "Try again"}).first().click();
    await live(page);
    await expect(alert).toHaveCount(0);
  });

test("reset goes back to the first picture and the class with most votes", async ({page}) => {
  await visit(page, "#scene=stag&scene-size=40&class=ship");
  const reset = page.locator(".classifier").getByRole("button", {name: "Reset"});
  await reset.click();
  await expect(page.locator("[data-scene=airliner]")).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/\/play\/$/);
  await expect(reset).toBeDisabled();
});

for (const [name, of] of [
  ["recorded", ".classifier"],
  ["compact-v1", ".viewer"]
] as const)
  test(`without its record (${name}.json) a figure wakes all the same, says so, and answers live`, async ({page}) => {
    await page.route(`**/_astro/${name}.*.json`, (route) => route.fulfill({status: 404}));
    await page.goto("/play/");
    const figure = page.locator(of);
    await figure.scrollIntoViewIfNeeded();
    await expect(page.locator(`astro-island:not([ssr]) ${of}`)).toBeVisible();
    const lost = figure.getByText("the recorded answers did not arrive: start the network, or reload the page");
    await expect(lost.first()).toBeVisible();
    await figure.getByRole("button", {name: /^Start the network/}).click();
    await expect(figure.getByText("live", {exact: true}).first()).toBeVisible({timeout: 60_000});
    await expect(lost).toHaveCount(0);
    await expect(figure.locator(".share").first()).toHaveText(/%$/);
  });
