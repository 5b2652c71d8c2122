import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {readHeader} from "../../src/lib/runtime/picture-header.ts";
import {animatedPng, iconOf, pngOf} from "../pages/pictures/png.ts";
import {avif, bmp, HEIGHT, orientedJpeg, WIDTH} from "../pages/pictures/quarters.ts";

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../pages/pictures/${name}`, import.meta.url)));
const text = (source: string): Uint8Array => new TextEncoder().encode(source);

describe("readHeader(bytes)", () => {
  test("reads size and orientation of a JPEG as stored, before it is turned", () => {
    expect(readHeader(file("exif-6.jpg"))).toMatchObject({
      format: "jpeg",
      width: 96,
      height: 64,
      orientation: 6,
      complete: true
    });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("reads EXIF orientation %i in either byte order, and where it stands", (n) => {
    for (const order of ["II", "MM"] as const)
      expect(readHeader(orientedJpeg(n, order))).toMatchObject({
        width: WIDTH,
        height: HEIGHT,
        orientation: n,
        exif: [6]
      });
  });

  test.each([0, 9])("takes EXIF orientation %i, which means nothing, for upright", (n) => {
    expect(readHeader(orientedJpeg(n))).toMatchObject({orientation: 1, complete: true});
  });

  test("counts the four channels of a CMYK JPEG", () => {
    expect(readHeader(file("cmyk.jpg"))).toMatchObject({
      format: "jpeg",
      width: 64,
      height: 64,
      channels: 4,
      complete: true
    });
  });

  test("walks the several scans of a progressive JPEG to its end", () => {
    expect(readHeader(file("progressive.jpg"))).toMatchObject({width: 64, height: 64, channels: 3, complete: true});
  });

  const red = [220, 20, 20, 255] as const;
  test.each([
    ["gif", file("animated.gif")],
    ["gif", file("holes.gif")],
    ["webp", file("animated.webp")],
    ["png", animatedPng(64, [red, red])]
  ])("sees that a %s has more than one frame", (format, bytes) => {
    expect(readHeader(bytes)).toMatchObject({format, width: 64, height: 64, animated: true, complete: true});
  });

  test("takes an animated PNG of one frame for a still picture", () => {
    expect(readHeader(animatedPng(8, [red]))).toMatchObject({width: 8, height: 8, animated: false, complete: true});
  });

  test("reads the size of a BMP and of an AVIF, and knows an icon file, which does not say", async () => {
    const size = {width: WIDTH, height: HEIGHT, complete: true};
    expect(readHeader(bmp())).toMatchObject({format: "bmp", ...size});
    expect(readHeader(await avif())).toMatchObject({format: "avif", animated: false, ...size});
    expect(readHeader(iconOf(pngOf(4, 4, () => red)))).toMatchObject({format: "ico", width: null, complete: true});
  });

  test.each(["lossy.webp", "lossless.webp"])("reads the size of %s", (name) => {
    expect(readHeader(file(name))).toMatchObject({
      format: "webp",
      width: 64,
      height: 48,
      animated: false,
      complete: true
    });
  });

  test("reads the size of a PNG", () => {
    expect(readHeader(pngOf(10, 7, () => [1, 2, 3, 255]))).toMatchObject({
      format: "png",
      width: 10,
      height: 7,
      complete: true
    });
  });

  test.each([
    "exif-6.jpg",
    "cmyk.jpg",
    "progressive.jpg",
    "animated.gif",
    "lossy.webp",
    "lossless.webp",
    "animated.webp",
    "holes.gif"
  ])("says of every beginning of %s that it is not complete", (name) => {
    const whole = file(name);
    for (let length = 16; length < whole.length - 2; length++)
      expect(readHeader(whole.subarray(0, length)), `${length} bytes`).toMatchObject({complete: false});
  });

  test("never throws, whatever single byte of a file is damaged", () => {
    for (const name of ["exif-6.jpg", "animated.gif", "lossy.webp"]) {
      const whole = file(name);
      for (let at = 0; at < whole.length; at++) {
        const damaged = whole.slice();
        damaged[at] = damaged[at]! ^ 0xff;
        expect(() => readHeader(damaged)).not.toThrow();
      }
    }
  });

  test.each([
    ["", "empty"],
    ["plain words, nothing more", "text"],
    ["<!doctype html><html></html>", "html"],
    ["%PDF-1.7", "pdf"],
    ["\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"],
    ["\0\0\0\x18ftypisom\0\0\0\0isommp41", "video"],
    ["PK\x03\x04rest of an archive", "zip"],
    ['<?xml version="1.0"?>\n<!-- a drawing -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', "svg"],
    ["<svg>", "svg"]
  ])("recognises %j", (source, format) => {
    expect(readHeader(text(source)).format).toBe(format);
  });
});
