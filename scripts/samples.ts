/**
 * Makes the optional sheet of real test photographs: `npm run samples -- --cifar10 DIR [--each 8]` reads CIFAR-10's
 * `test_batch.bin` in DIR and writes public/samples/cifar10.png and cifar10.json, which git ignores; the Play page shows them
 * where they are. The first pictures of each class are taken as they come, none chosen.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {createCanvas} from "@napi-rs/canvas";
import {CIFAR10_LABELS} from "../src/lib/nets/releases.ts";

const SIDE = 32;
const RECORD = 1 + 3 * SIDE * SIDE;

function main(): void {
  const {values} = parseArgs({options: {cifar10: {type: "string"}, each: {type: "string", default: "8"}}});
  const each = Number(values.each);
  if (values.cifar10 === undefined) throw new Error("samples --cifar10 DIR [--each 8]");
  if (!Number.isInteger(each) || each < 1 || each > 50)
    throw new Error(`--each: needs a whole number from 1 to 50, found ${values.each}`);
  const file = join(values.cifar10, "test_batch.bin");
  if (!existsSync(file)) throw new Error(`${file}: not found; DIR must hold CIFAR-10 in its binary form`);
  const bytes = readFileSync(file);
  if (bytes.length === 0 || bytes.length % RECORD !== 0)
    throw new Error(`${file}: needs records of ${RECORD} bytes, found ${bytes.length} bytes`);
  const sheet = createCanvas(each * SIDE, CIFAR10_LABELS.length * SIDE);
  const context = sheet.getContext("2d");
  const taken = CIFAR10_LABELS.map(() => 0);
  for (let start = 0; start < bytes.length && taken.some((count) => count < each); start += RECORD) {
    const label = bytes[start]!;
    const column = taken[label];
    if (column === undefined) throw new Error(`${file}: needs labels below ${CIFAR10_LABELS.length}, found ${label}`);
    if (column >= each) continue;
    const picture = context.createImageData(SIDE, SIDE);
    for (let at = 0; at < SIDE * SIDE; at++)
      for (let c = 0; c < 4; c++) picture.data[at * 4 + c] = c === 3 ? 255 : bytes[start + 1 + c * SIDE * SIDE + at]!;
    context.putImageData(picture, column * SIDE, label * SIDE);
    taken[label] = column + 1;
  }
  const folder = join(import.meta.dirname, "../public/samples");
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "cifar10.png"), sheet.toBuffer("image/png"));
  writeFileSync(
    join(folder, "cifar10.json"),
    `${JSON.stringify({side: SIDE, columns: each, labels: CIFAR10_LABELS})}\n`
  );
  console.log(`public/samples/cifar10.png: ${taken.reduce((a, b) => a + b, 0)} pictures`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
