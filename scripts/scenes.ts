// Draws a contact sheet of scenes: node scripts/scenes.ts --out sheet.png [--label cat] [--size 128] [--columns 10] [--rows 10] [--seed 1] [--gallery]
import {writeFileSync} from "node:fs";
import {parseArgs} from "node:util";
import {createCanvas, Path2D, type Canvas} from "@napi-rs/canvas";
import {gallery} from "../src/lib/scenes/gallery.ts";
import {paintScene} from "../src/lib/scenes/paint.ts";
import {randomParams} from "../src/lib/scenes/params.ts";
import {drawScene, labels, type Label, type SceneParams} from "../src/lib/scenes/scene.ts";

const {values} = parseArgs({
  options: {
    out: {type: "string"},
    label: {type: "string"},
    size: {type: "string", default: "128"},
    columns: {type: "string", default: "10"},
    rows: {type: "string", default: "10"},
    seed: {type: "string", default: "1"},
    gallery: {type: "boolean", default: false}
  }
});

if (!values.out) throw new Error("--out: needs the name of a PNG file");
const size = Number(values.size);
const columns = Number(values.columns);
const chosen = values.gallery ? gallery : sampled(columns * Number(values.rows), Number(values.seed), values.label);
writeFileSync(values.out, sheet(chosen).toBuffer("image/png"));

/** Random scenes, one class a column unless a label is given. */
function sampled(count: number, seed: number, label: string | undefined): SceneParams[] {
  if (label !== undefined && !labels.includes(label as Label))
    throw new Error(`--label: needs one of ${labels.join(", ")}, found ${label}`);
  return Array.from({length: count}, (_, i) => randomParams(seed + i, (label ?? labels[i % labels.length]) as Label));
}

function sheet(scenes: readonly SceneParams[]): Canvas {
  const canvas = createCanvas(columns * size, Math.ceil(scenes.length / columns) * size);
  const context = canvas.getContext("2d");
  scenes.forEach((params, i) => {
    const tile = createCanvas(size, size);
    paintScene(tile.getContext("2d"), drawScene(params), size, Path2D);
    context.drawImage(tile, (i % columns) * size, Math.floor(i / columns) * size);
  });
  return canvas;
}
