import {describe, expect, test} from "vitest";
import {CIFAR10_INPUT} from "../../src/lib/nets/releases.ts";
import {preprocess, normalise} from "../../src/lib/runtime/preprocess.ts";
import {resizeArea} from "../../src/lib/runtime/resize.ts";
import {tilesOf} from "../../src/lib/runtime/tiles.ts";

describe("preprocess", () => {
  test("keeps a 32×32 picture as it is and normalises each channel", () => {
    const rgba = Uint8ClampedArray.from({length: 32 * 32 * 4}, (_, i) => (i % 4 === 3 ? 255 : (i * 7) % 256));
    const {pixels, rgba: seen} = preprocess(rgba, 32, 32, CIFAR10_INPUT);
    expect(seen).toEqual(rgba);
    expect(pixels).toHaveLength(32 * 32 * 3);
    expect(pixels[4]).toBeCloseTo((rgba[5]! / 255 - 0.4822) / 0.2435, 6);
  });

  test("takes the central square of a wide picture", () => {
    const rgba = new Uint8ClampedArray(96 * 32 * 4).fill(255);
    for (let y = 0; y < 32; y++) for (let x = 32; x < 64; x++) rgba.set([10, 20, 30, 255], (y * 96 + x) * 4);
    expect([...preprocess(rgba, 96, 32, CIFAR10_INPUT).rgba.slice(0, 4)]).toEqual([10, 20, 30, 255]);
    expect([...preprocess(rgba, 96, 32, CIFAR10_INPUT).rgba.slice(-4)]).toEqual([10, 20, 30, 255]);
  });

  test("gives BGR from 0 to 255 less the mean where a release asks for it", () => {
    const input = {size: 1, channels: "bgr", scale: 255, mean: [104, 117, 123], std: [1, 1, 1]} as const;
    expect([...normalise(Uint8ClampedArray.of(200, 100, 50, 255), input)]).toEqual([50 - 104, 100 - 117, 200 - 123]);
  });
});

describe("resizeArea", () => {
  test("averages areas, fractions of pixels included", () => {
    const grey = (values: number[]): Uint8ClampedArray => Uint8ClampedArray.from(values.flatMap((v) => [v, v, v, 255]));
    const three = grey([0, 90, 180, 0, 90, 180, 0, 90, 180]);
    expect([...resizeArea(three, 3, 3, 1)]).toEqual([90, 90, 90, 255]);
    expect(resizeArea(three, 3, 3, 2)[0]).toBe(30); // (0 · 1 + 90 · ½) / 1½
    expect(resizeArea(three, 3, 3, 2)[4]).toBe(150);
  });

  test("lays transparent pixels on white", () => {
    expect([...resizeArea(Uint8ClampedArray.of(0, 0, 0, 0), 1, 1, 1)]).toEqual([255, 255, 255, 255]);
    expect([...resizeArea(Uint8ClampedArray.of(0, 100, 0, 51), 1, 1, 1)]).toEqual([204, 224, 204, 255]);
  });
});

describe("tilesOf", () => {
  test("scales every channel between its own least and largest value", () => {
    const {shape, bytes, min, max} = tilesOf(Float32Array.of(0, 5, 1, 5, 2, 5, 4, 5), [2, 2, 2]);
    expect(shape).toEqual([2, 2, 2]);
    expect([...bytes]).toEqual([0, 64, 128, 255, 0, 0, 0, 0]);
    expect([...min, ...max]).toEqual([0, 5, 4, 5]);
  });

  test("makes 1×1 tiles of a vector", () => {
    expect(tilesOf(Float32Array.of(3, -1), [2])).toEqual({
      shape: [1, 1, 2],
      bytes: Uint8Array.of(0, 0),
      min: Float32Array.of(3, -1),
      max: Float32Array.of(3, -1)
    });
  });
});
