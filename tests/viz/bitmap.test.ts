import {createCanvas, loadImage} from "@napi-rs/canvas";
import {describe, expect, it} from "vitest";
import {
  bitmapUri,
  clearUri,
  greyUri,
  indexedUri,
  inkOn,
  largestMagnitude,
  signedColour,
  signedUri
} from "../../src/lib/viz/bitmap.ts";

async function rgbaOf(uri: string): Promise<number[]> {
  const image = await loadImage(Buffer.from(uri.slice(uri.indexOf(",") + 1), "base64"));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return [...context.getImageData(0, 0, image.width, image.height).data];
}

async function pixels(uri: string): Promise<number[]> {
  return (await rgbaOf(uri)).filter((_, i) => i % 4 !== 3);
}

describe("bitmapUri(width, height, rgb)", () => {
  it("is a picture that another decoder reads back, whatever its width", async () => {
    for (const width of [1, 2, 3, 5]) {
      const rgb = Array.from({length: width * 2 * 3}, (_, i) => (i * 37) % 256);
      expect(await pixels(bitmapUri(width, 2, rgb))).toEqual(rgb);
    }
  });
});

describe("indexedUri(width, height, indices, colours)", () => {
  it("looks up every pixel's colour, whatever its width", async () => {
    const colours = Array.from({length: 768}, (_, i) => (i * 53) % 256);
    for (const width of [1, 3, 4, 7]) {
      const indices = Array.from({length: 2 * width}, (_, i) => (i * 91) % 256);
      expect(await pixels(indexedUri(width, 2, indices, colours))).toEqual(
        indices.flatMap((index) => colours.slice(3 * index, 3 * index + 3))
      );
    }
  });
});

describe("clearUri(width, height, rgba)", () => {
  it("keeps colours and opacity", async () => {
    const rgba = [255, 0, 51, 255, 0, 255, 0, 255, 0, 0, 255, 51, 0, 0, 0, 0, 255, 0, 0, 102, 255, 255, 255, 255];
    expect(await rgbaOf(clearUri(3, 2, rgba))).toEqual(rgba);
  });
});

describe("greyUri and signedUri", () => {
  it("write 0 to 255 as grey, and signed numbers blue, pale, orange", async () => {
    expect(await pixels(greyUri(2, 1, [0, 200]))).toEqual([0, 0, 0, 200, 200, 200]);
    const [low, middle, high] = [-5, 0, 5].map((value) => signedColour(value, 5));
    expect(await pixels(signedUri(3, 1, [-5, 0, 9], 5))).toEqual([...low!, ...middle!, ...high!]);
    expect(low![2]).toBeGreaterThan(low![0]);
    expect(high![0]).toBeGreaterThan(high![2]);
  });

  it("inkOn takes the ink with more contrast", () => {
    expect([inkOn([255, 255, 255]), inkOn([0, 0, 0]), inkOn([117, 117, 117]), inkOn([118, 118, 118])]).toEqual([
      ...["#000", "#fff", "#fff", "#000"]
    ]);
  });

  it("largestMagnitude looks at both signs", () => {
    expect(largestMagnitude([3, -7, 2])).toBe(7);
    expect(largestMagnitude([])).toBe(0);
  });
});
