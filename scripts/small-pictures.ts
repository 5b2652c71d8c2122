/**
 * Paints a few scenes so small that single pixels can be seen: `node scripts/small-pictures.ts` writes
 * src/components/figures/small-pictures.json. Each pixel is the mean of 8 × 8 painted ones.
 */
import {writeFileSync} from "node:fs";
import {createCanvas, Path2D} from "@napi-rs/canvas";
import {gallery} from "../src/lib/scenes/gallery.ts";
import {paintScene} from "../src/lib/scenes/paint.ts";
import {drawScene, type SceneParams} from "../src/lib/scenes/scene.ts";

const SIDE = 24;
const FINE = 8;
const CHOSEN = ["cat-face", "saloon", "sailing-boat", "frog-above"];

const pictures = CHOSEN.map((id) => {
  const scene = gallery.find((one) => one.id === id);
  if (scene === undefined) throw new Error(`${id}: no such scene`);
  return {id, caption: scene.caption, rgb: Buffer.from(small(scene)).toString("base64")};
});
const file = new URL("../src/components/figures/small-pictures.json", import.meta.url);
writeFileSync(file, `${JSON.stringify({side: SIDE, pictures})}\n`);

/** RGB bytes, SIDE × SIDE × 3. */
function small(params: SceneParams): Uint8Array {
  const side = SIDE * FINE;
  const context = createCanvas(side, side).getContext("2d");
  paintScene(context, drawScene(params), side, Path2D);
  const {data} = context.getImageData(0, 0, side, side);
  return Uint8Array.from({length: SIDE * SIDE * 3}, (_, i) => {
    const [channel, column, row] = [i % 3, Math.floor(i / 3) % SIDE, Math.floor(i / 3 / SIDE)];
    let sum = 0;
    for (let at = 0; at < FINE * FINE; at++) {
      const [x, y] = [column * FINE + (at % FINE), row * FINE + Math.floor(at / FINE)];
      sum += data[(y * side + x) * 4 + channel]!;
    }
    return Math.round(sum / FINE ** 2);
  });
}
