import {createCanvas, Path2D} from "@napi-rs/canvas";
import {expect, test, vi} from "vitest";
import {gallery} from "../../src/lib/scenes/gallery.ts";
import {paintScene} from "../../src/lib/scenes/paint.ts";
import {randomParams} from "../../src/lib/scenes/params.ts";
import {drawScene, type Scene} from "../../src/lib/scenes/scene.ts";

vi.setConfig({testTimeout: 60_000});

function painted(scene: Scene, pixels: number): Uint8ClampedArray {
  const context = createCanvas(pixels, pixels).getContext("2d");
  paintScene(context, scene, pixels, Path2D);
  return new Uint8ClampedArray(context.getImageData(0, 0, pixels, pixels).data);
}

const pixel = (rgba: Uint8ClampedArray, side: number, x: number, y: number): number[] => [
  ...rgba.slice((y * side + x) * 4, (y * side + x) * 4 + 4)
];

test("paintScene(context, scene, pixels, Path) scales the box of 100 to the pixels, in order, with opacity and clip", () => {
  const scene: Scene = {
    size: 100,
    shapes: [
      {d: "M0 0L100 0L100 100L0 100Z", fill: "#ffffff"},
      {d: "M0 0L50 0L50 100L0 100Z", fill: "#ff0000"},
      {d: "M0 50L100 50L100 100L0 100Z", fill: "#0000ff", clip: "M50 0L100 0L100 100L50 100Z"},
      {d: "M0 80L100 80L100 100L0 100Z", fill: "#000000", opacity: 0.5},
      {d: "M50 25L100 25", stroke: "#00ff00", strokeWidth: 10}
    ]
  };
  const rgba = painted(scene, 40);
  expect(pixel(rgba, 40, 5, 5)).toEqual([255, 0, 0, 255]);
  expect(pixel(rgba, 40, 30, 4)).toEqual([255, 255, 255, 255]);
  expect(pixel(rgba, 40, 5, 25)).toEqual([255, 0, 0, 255]);
  expect(pixel(rgba, 40, 30, 25)).toEqual([0, 0, 255, 255]);
  expect(pixel(rgba, 40, 30, 10)).toEqual([0, 255, 0, 255]);
  expect(pixel(rgba, 40, 5, 35)[0]).toBeCloseTo(128, -1);
});

test("paintScene leaves the context as it was", () => {
  const context = createCanvas(8, 8).getContext("2d");
  context.globalAlpha = 0.2;
  paintScene(context, drawScene(gallery[0]!), 8, Path2D);
  expect(context.globalAlpha).toBeCloseTo(0.2);
  context.globalAlpha = 1;
  context.fillStyle = "#123456";
  context.fillRect(7, 7, 1, 1);
  expect([...context.getImageData(7, 7, 1, 1).data]).toEqual([0x12, 0x34, 0x56, 255]);
});

test("a scene covers its whole frame and is the same to the byte when painted again", () => {
  for (const params of [...gallery, ...Array.from({length: 30}, (_, seed) => randomParams(seed))]) {
    const rgba = painted(drawScene(params), 48);
    expect(rgba.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
    expect(Buffer.from(painted(drawScene(params), 48)).equals(Buffer.from(rgba))).toBe(true);
  }
});
