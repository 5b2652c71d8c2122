import {readFileSync} from "node:fs";
import {expect, type Page, test} from "@playwright/test";
import {seenAt, settled, upload, visit} from "./picture-steps.ts";
import {animatedPng, iconOf, pngOf, whitePng} from "./pictures/png.ts";
import {avif, bmp, HEIGHT, orientedJpeg, quarterAt, WIDTH} from "./pictures/quarters.ts";

const file = (name: string): Buffer => readFileSync(new URL(`pictures/${name}`, import.meta.url));
const green = pngOf(40, 40, () => [20, 160, 40, 255]);
// Noise does not compress: half of the file is half of the picture.
const noise = pngOf(64, 64, (x, y) => [(x * 97 + y * 57) % 256, (x * y * 31) % 256, (x ^ (y * 3)) % 256, 255]);

const near = (found: number[], wanted: readonly number[], within = 12): void => {
  found.forEach((value, c) =>
    expect(Math.abs(value - wanted[c]!), `found ${found.join(", ")}`).toBeLessThanOrEqual(within)
  );
};

// One page for all: whatever it was given before, it must still work.
let page: Page;
test.beforeAll(async ({browser}) => {
  page = await browser.newPage();
  await visit(page);
});
test.afterAll(() => page.close());

// Hands over a file, and waits until the page says something of it and the network has answered.
async function give(name: string, content: Buffer, says = name, mimeType?: string): Promise<void> {
  await upload(page, name, content, mimeType);
  await expect(page.locator(".classifier .status")).toContainText(says, {timeout: 25_000});
  await expect(page.locator(".classifier .status")).not.toContainText("Reading");
  await settled(page);
}

const svg = (inside: string, box = 'viewBox="0 0 40 20"'): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${box}>${inside}</svg>`);
const fake = (start: string): Buffer => Buffer.concat([Buffer.from(start, "latin1"), Buffer.alloc(600)]);

const refused: [what: string, name: string, content: Buffer, sentence: string][] = [
  ["a file of 0 bytes", "nothing.png", Buffer.alloc(0), "the file is empty: 0 bytes"],
  [
    "text called .png",
    "notes.png",
    Buffer.from("Dear diary, this is not a picture."),
    "this is a text file, not a picture; try PNG, JPEG or WebP"
  ],
  ["random bytes", "x.jpg", Buffer.from([1, 2, 3, 0, 200, 201, 7, 0, 9]), "not a picture; try PNG, JPEG or WebP"],
  ["half a PNG", "half.png", noise.subarray(0, noise.length / 2), "the file ends early: a part of this PNG is missing"],
  [
    "half a JPEG",
    "half.jpg",
    file("exif-6.jpg").subarray(0, 600),
    "the file ends early: a part of this JPEG is missing"
  ],
  [
    "half a GIF",
    "half.gif",
    file("animated.gif").subarray(0, 150),
    "the file ends early: a part of this GIF is missing"
  ],
  ["a PNG cut inside its header", "head.png", green.subarray(0, 20), "the file ends early"],
  ["400 megapixels", "huge.png", whitePng(20_000, 20_000), "the picture is too large (20000×20000, 400 megapixels)"],
  ["a PNG with damaged content", "bad.png", damaged(noise), "its content is damaged"],
  [
    "a HEIC photo",
    "photo.heic",
    fake("\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
    "this is a HEIC photo, which browsers cannot read as a picture; save it as PNG or JPEG"
  ],
  ["a PDF", "paper.pdf", fake("%PDF-1.7\n"), "this is a PDF, which browsers cannot read as a picture"],
  [
    "a film",
    "film.mp4",
    fake("\0\0\0\x18ftypisom\0\0\0\0isommp41"),
    "this is a video, which browsers cannot read as a picture"
  ],
  [
    "an SVG that is not well-formed",
    "bad.svg",
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path'),
    "the SVG could not be drawn"
  ],
  [
    "an SVG of more than 4 MB",
    "heavy.svg",
    svg(`<desc>${"x".repeat(4_000_000)}</desc>`),
    "the SVG could not be drawn: it is not well-formed, larger than 4 MB"
  ],
  ["an SVG without size", "flat.svg", svg("", 'viewBox="0 0 0 0"'), "the picture has no pixels"]
];

function damaged(png: Buffer): Buffer {
  const copy = Buffer.from(png);
  copy.fill(0, 60, copy.length - 30);
  return copy;
}

for (const [what, name, content, sentence] of refused)
  test(`${what} is refused in one sentence, and the next picture is classified`, async () => {
    await upload(page, name, content);
    const status = page.locator(".classifier .status");
    await expect(status).toContainText(sentence, {timeout: 25_000});
    await expect(status).toContainText(name);
    await give("green.png", green, "green.png, 40×40");
    near(await seenAt(page, 0.5, 0.5), [20, 160, 40], 0);
  });

test("a picture of 100 megapixels is reduced while it is read", async () => {
  await give("large.png", whitePng(10_000, 10_000), "large.png, 10000×10000. Very large: reduced while reading.");
  near(await seenAt(page, 0.5, 0.5), [255, 255, 255], 0);
});

for (const [what, name, content] of [
  ["GIF", "animated.gif", file("animated.gif")],
  ["WebP", "animated.webp", file("animated.webp")],
  ["PNG", "animated.png", animatedPng(64, [[220, 20, 20, 255], [20, 20, 220, 255]])] // prettier-ignore
] as const)
  test(`of an animated ${what} the first frame is used, and the page says so`, async () => {
    await give(name, content, `${name}, 64×64. Animated: only its first frame is used.`);
    near(await seenAt(page, 0.5, 0.5), [220, 20, 20]);
  });

test("of an animated picture with transparent parts the first frame is laid on white", async () => {
  await give(
    "holes.gif",
    file("holes.gif"),
    "Animated: only its first frame is used. Transparent parts are laid on white."
  );
  near(await seenAt(page, 0.25, 0.5), [255, 255, 255], 0);
  near(await seenAt(page, 0.75, 0.5), [20, 20, 220]);
});

test("transparent parts are laid on white, and the page says so", async () => {
  await give(
    "holes.png",
    pngOf(64, 64, (x) => (x < 32 ? [0, 0, 0, 0] : [20, 20, 220, 255])),
    "Transparent parts are laid on white."
  );
  near(await seenAt(page, 0.25, 0.5), [255, 255, 255], 0);
  near(await seenAt(page, 0.75, 0.5), [20, 20, 220], 0);
});

test("a JPEG whose EXIF another program wrote is turned upright once", async () => {
  await give("exif-6.jpg", file("exif-6.jpg"), "exif-6.jpg, 64×96. Turned upright", "image/jpeg");
  for (const x of [0.1, 0.9]) {
    near(await seenAt(page, x, 0.1), [220, 20, 20]);
    near(await seenAt(page, x, 0.9), [20, 20, 220]);
  }
});

/** Where in the stored picture an upright one's place lies, by orientation (EXIF 2.3, tag 0x0112). */
const stored: readonly ((x: number, y: number) => [x: number, y: number])[] = [
  (x, y) => [x, y],
  (x, y) => [1 - x, y],
  (x, y) => [1 - x, 1 - y],
  (x, y) => [x, 1 - y],
  (x, y) => [y, x],
  (x, y) => [y, 1 - x],
  (x, y) => [1 - y, 1 - x],
  (x, y) => [1 - y, x]
];

async function shows(colourAt: (x: number, y: number) => readonly number[]): Promise<void> {
  for (const [x, y] of [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.2, 0.8],
    [0.8, 0.8]
  ] as const)
    // prettier-ignore
    near(await seenAt(page, x, y), colourAt(x, y), 20);
}

for (const [i, placeIn] of stored.entries())
  test(`a JPEG with EXIF orientation ${i + 1} is shown upright`, async () => {
    const orientation = i + 1;
    const name = `turned-${orientation}.jpg`;
    const size = orientation >= 5 ? `${HEIGHT}×${WIDTH}` : `${WIDTH}×${HEIGHT}`;
    await give(name, orientedJpeg(orientation, i % 2 === 0 ? "II" : "MM"), `${name}, ${size}.`, "image/jpeg");
    const status = page.locator(".classifier .status");
    await (orientation === 1 ? expect(status).not : expect(status)).toContainText("Turned upright");
    await shows((x, y) => quarterAt(...placeIn(x, y)));
  });

for (const [what, name, content] of [
  ["a BMP", "quarters.bmp", () => bmp()],
  ["an AVIF", "quarters.avif", () => avif()]
] as const)
  test(`${what} is read`, async () => {
    await give(name, await content(), `${name}, ${WIDTH}×${HEIGHT}.`);
    await shows(quarterAt);
  });

test("an icon file is read", async () => {
  await give("green.ico", iconOf(green), "green.ico, 40×40.");
  near(await seenAt(page, 0.5, 0.5), [20, 160, 40], 1);
});

test("a CMYK JPEG has its colours converted", async () => {
  await give("cmyk.jpg", file("cmyk.jpg"), "printing colours (CMYK)", "image/jpeg");
  const [r, g, b] = await seenAt(page, 0.5, 0.5);
  expect(g! - Math.max(r!, b!)).toBeGreaterThan(60);
});

test("an SVG is drawn in the shape of its viewBox, with its style, without its scripts and links", async () => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const drawing = svg(
    '<style>.a{fill:rgb(20,160,40)}</style><rect class="a" width="40" height="20"/>' +
      '<script>parent.document.title = "taken over"</script><image href="https://example.org/x.png" width="40" height="20"/>'
  );
  await give("drawing.svg", drawing, "drawing.svg, 1024×512. A drawing (SVG)", "image/svg+xml");
  near(await seenAt(page, 0.5, 0.5), [20, 160, 40], 1);
  await expect(page).toHaveTitle(/Play/);
  expect(asked.filter((url) => url.includes("example.org"))).toEqual([]);
});

for (const [name, colour] of [
  ["progressive.jpg", [20, 160, 40]],
  ["lossy.webp", [240, 140, 20]],
  ["lossless.webp", [240, 140, 20]]
] as const)
  test(`${name} is read`, async () => {
    await give(name, file(name));
    near(await seenAt(page, 0.25, 0.5), colour);
  });

test("of two files given one after the other the later one stays", async () => {
  await upload(page, "large.png", whitePng(10_000, 10_000));
  await give("green.png", green, "green.png, 40×40");
  near(await seenAt(page, 0.5, 0.5), [20, 160, 40], 0);
});
