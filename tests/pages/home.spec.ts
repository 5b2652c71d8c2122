import {globSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "@playwright/test";

test("pages are cross-origin isolated and carry a policy without eval or foreign hosts", async ({page}) => {
  const response = await page.goto("/");
  const headers = response?.headers() ?? {};
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["cross-origin-embedder-policy"]).toBe("require-corp");
  const policy = headers["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
  expect(policy).not.toMatch(/'unsafe-eval'|https?:|script-src[^;]*'unsafe-inline'/);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

/** The address of a built file of this name, whose hash nobody knows. */
function builtAs(pattern: string): string {
  const [file] = globSync(`_astro/${pattern}`, {cwd: join(import.meta.dirname, "../../dist")});
  if (file === undefined) throw new Error(`dist/_astro/${pattern}: needed in the built site, found none`);
  return `/${file.replaceAll("\\", "/")}`;
}

const fromEverywhere = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(self), microphone=(), geolocation=()"
};
const sent: [what: string, address: () => string, type: string, policy: RegExp | null][] = [
  [
    "a page",
    () => "/",
    "text/html; charset=utf-8",
    /^default-src 'self';img-src 'self' blob: data:;.*; frame-ancestors 'self'$/
  ],
  [
    "a worker's script",
    () => builtAs("worker-*.js"),
    "text/javascript; charset=utf-8",
    /^default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self' blob:$/
  ],
  ["the engine", () => builtAs("*threaded-simd*.wasm"), "application/wasm", null],
  [
    "the sandbox for cells",
    () => "/cells/frame.html",
    "text/html; charset=utf-8",
    /^default-src 'none'; script-src ('sha256-[\w+/=]+' ){2}'unsafe-eval'; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'$/
  ]
];
for (const [what, address, type, policy] of sent)
  test(`${what} is sent with its type, isolation and policy`, async ({request}) => {
    const response = await request.get(address());
    expect(response.status()).toBe(200);
    const headers = response.headers();
    expect(headers).toMatchObject({...fromEverywhere, "content-type": type});
    if (policy === null) expect(headers["content-security-policy"]).toBeUndefined();
    else expect(headers["content-security-policy"]).toMatch(policy);
  });

test("an address without a page answers 404 with a way back", async ({page}) => {
  const response = await page.goto("/learn/inception-v99/");
  expect(response?.status()).toBe(404);
  await page.getByRole("main").getByRole("link", {name: "chapters"}).click();
  await expect(page.getByRole("heading", {level: 1})).toHaveText("Chapters");
});

test("the theme that a reader chooses is there before the next page paints, and the system's again on request", async ({
  page
}) => {
  await page.emulateMedia({colorScheme: "light"});
  await page.goto("/");
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await ground()).toBe("rgb(253, 252, 249)");
  await page.getByRole("radio", {name: "Dark"}).check({force: true});
  expect(await ground()).toBe("rgb(20, 22, 26)");
  await page.goto("/learn/");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("radio", {name: "Dark"})).toBeChecked();
  await page.getByRole("radio", {name: "As the system"}).check({force: true});
  expect(await ground()).toBe("rgb(253, 252, 249)");
});

test("the dark theme has the same values whether the system or the reader asks for it", async ({page}) => {
  await page.goto("/");
  const tokens = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return Object.fromEntries(
        [...style].filter((name) => name.startsWith("--")).map((name) => [name, style.getPropertyValue(name)])
      );
    });
  await page.emulateMedia({colorScheme: "dark"});
  const asked = await tokens();
  await page.emulateMedia({colorScheme: "light"});
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
  const chosen = await tokens();
  expect(chosen).toEqual(asked);
  expect(chosen["--ground"]).toBe("#14161a");
});

test("the keyboard's first stop skips to the content", async ({page}) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", {name: "Skip to the content"})).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("the front page's doors lead to pages", async ({page}) => {
  for (const [door, heading] of [
    ["Learn", "Chapters"],
    ["Inception V1", "Inception V1"],
    ["Play", "Play"]
  ] as const) {
    await page.goto("/");
    await page.getByRole("main").getByRole("link", {name: door, exact: true}).click();
    await expect(page.getByRole("heading", {level: 1})).toHaveText(heading);
  }
});

test("no link of the front page leads nowhere", async ({page}) => {
  await page.goto("/");
  const links = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
});

test("the front picture shows nine modules of four branches, on maps of 28, 14 and 7 pixels", async ({page}) => {
  await page.goto("/");
  const picture = page.getByRole("img", {name: /GoogLeNet as one stream/});
  await expect(picture).toHaveCount(1);
  await expect(picture.locator("path:not(.band, .stage path)")).toHaveCount(9 * 4);
  await expect(picture.locator("text")).toHaveText(["28×28", "14×14", "7×7"]);
});
