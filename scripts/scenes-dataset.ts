// Writes scenes as CIFAR-10 binary records (a label byte, then the planes R, G, B of 32 × 32), labels in turn:
// node scripts/scenes-dataset.ts --count 30000 --seed 1000 --out FILE [--render 128] [--held-out]
// --seed n counts from the first training seed (see src/lib/scenes/params.ts); --held-out writes held-out seeds instead.
import {closeSync, openSync, writeSync} from "node:fs";
import {parseArgs} from "node:util";
import {createCanvas, Path2D} from "@napi-rs/canvas";
import {resizeArea} from "../src/lib/runtime/resize.ts";
import {paintScene} from "../src/lib/scenes/paint.ts";
import {heldOutSeeds, randomParams, trainSeeds} from "../src/lib/scenes/params.ts";
import {drawScene, labels} from "../src/lib/scenes/scene.ts";

const SIDE = 32;
const RECORD = 1 + 3 * SIDE * SIDE;
const BATCH = 100;

const {values} = parseArgs({
  options: {
    count: {type: "string", default: "30000"},
    seed: {type: "string", default: "0"},
    out: {type: "string"},
    render: {type: "string", default: "128"},
    "held-out": {type: "boolean", default: false}
  }
});

if (!values.out) throw new Error("--out: needs the name of a file");
const count = Number(values.count);
const pixels = Number(values.render);
const range = values["held-out"] ? heldOutSeeds : trainSeeds;
const first = range.first + Number(values.seed);
if (first + count > range.end)
  throw new Error(`--seed and --count: seeds must stay below ${range.end}, found ${first + count}`);

const context = createCanvas(pixels, pixels).getContext("2d");
const file = openSync(values.out, "w");
for (let start = 0; start < count; start += BATCH) {
  const records = Array.from({length: Math.min(BATCH, count - start)}, (_, i) => record(first + start + i));
  writeSync(file, Buffer.concat(records));
  await new Promise(setImmediate); // lets the canvas package free its paths
}
closeSync(file);

/** One record: [label, R plane, G plane, B plane]; the label follows from the seed. */
function record(seed: number): Buffer {
  const label = (seed - range.first) % labels.length;
  paintScene(context, drawScene(randomParams(seed, labels[label])), pixels, Path2D);
  const rgba = resizeArea(new Uint8ClampedArray(context.getImageData(0, 0, pixels, pixels).data), pixels, pixels, SIDE);
  const bytes = Buffer.alloc(RECORD);
  bytes[0] = label;
  for (let i = 0; i < SIDE * SIDE; i++)
    for (let c = 0; c < 3; c++) bytes[1 + c * SIDE * SIDE + i] = rgba[i * 4 + c] ?? 0;
  return bytes;
}
