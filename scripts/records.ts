/**
 * Pictures as CIFAR-10's records: a label byte, then the planes of red, green and blue, 32×32 bytes each. From the data
 * set's own batches, from lossless sheets of it, and from drawn scenes.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {createCanvas, loadImage, Path2D} from "@napi-rs/canvas";
import {resizeArea} from "../src/lib/runtime/resize.ts";
import {paintScene} from "../src/lib/scenes/paint.ts";
import {randomParams} from "../src/lib/scenes/params.ts";
import {drawScene, labels} from "../src/lib/scenes/scene.ts";

/** Side of a picture, and bytes of a record. */
export const SIDE = 32;
export const RECORD = 1 + 3 * SIDE * SIDE;

/** A record from the RGBA bytes at `start` of a picture that is `width` pixels wide. */
function recordOf(label: number, rgba: ArrayLike<number>, start = 0, width = SIDE): Buffer {
  const bytes = Buffer.alloc(RECORD);
  bytes[0] = label;
  for (let at = 0; at < SIDE * SIDE; at++)
    for (let c = 0; c < 3; c++)
      bytes[1 + c * SIDE * SIDE + at] = rgba[start + 4 * (Math.floor(at / SIDE) * width + (at % SIDE)) + c]!;
  return bytes;
}

/** One record's picture as RGBA rows, perhaps its mirror image. */
export function rgbaOf(record: Uint8Array, {mirrored = false} = {}): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  for (let at = 0; at < SIDE * SIDE; at++) {
    const column = at % SIDE;
    const from = mirrored ? at - column + (SIDE - 1 - column) : at;
    for (let c = 0; c < 3; c++) rgba[at * 4 + c] = record[1 + c * SIDE * SIDE + from]!;
  }
  return rgba;
}

/**
 * CIFAR-10's test pictures from a folder of the original batches, or of sheets `test-00.webp` … of whole pictures in rows
 * with `test_labels.bin`.
 * @param take no more than so many
 * @throws if the folder has neither
 */
export async function cifar10Test(folder: string, take = Infinity): Promise<Buffer> {
  const batch = join(folder, "test_batch.bin");
  const records = existsSync(batch) ? readFileSync(batch) : await fromSheets(folder, take);
  return records.subarray(0, Math.min(records.length, take * RECORD));
}

async function fromSheets(folder: string, take: number): Promise<Buffer> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const sheets = names.filter((name) => /^test-\d+\.(webp|png)$/.test(name)).sort();
  if (sheets.length === 0) throw new Error(`${folder}: needs test_batch.bin or sheets test-00.webp …, found neither`);
  const labels = readFileSync(join(folder, "test_labels.bin"));
  const records: Buffer[] = [];
  for (const name of sheets) {
    if (records.length >= take) break;
    const image = await loadImage(join(folder, name));
    const context = createCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    const {data} = context.getImageData(0, 0, image.width, image.height);
    for (let top = 0; top < image.height; top += SIDE)
      for (let left = 0; left < image.width && records.length < labels.length; left += SIDE)
        records.push(recordOf(labels[records.length]!, data, 4 * (top * image.width + left), image.width));
  }
  return Buffer.concat(records);
}

/** Draws scenes by seed, at `pixels` × `pixels`, and reduces them as the site does; the label follows from the seed. */
export function scenePainter(range: {first: number}, pixels = 128): (seed: number) => Buffer {
  const context = createCanvas(pixels, pixels).getContext("2d");
  return (seed) => {
    const label = (seed - range.first) % labels.length;
    paintScene(context, drawScene(randomParams(seed, labels[label])), pixels, Path2D);
    const drawn = new Uint8ClampedArray(context.getImageData(0, 0, pixels, pixels).data);
    return recordOf(label, resizeArea(drawn, pixels, pixels, SIDE));
  };
}

/** Records of the seeds from `first` up to but not including `end`, some at a time. */
export async function* sceneRecords(
  range: {first: number},
  [first, end]: readonly [first: number, end: number],
  pixels?: number
): AsyncGenerator<Buffer> {
  const paint = scenePainter(range, pixels);
  for (let start = first; start < end; start += 100) {
    yield Buffer.concat(Array.from({length: Math.min(100, end - start)}, (_, i) => paint(start + i)));
    await new Promise(setImmediate); // lets the canvas package free its paths
  }
}
