/**
 * Makes the optional sheet of real test photographs: `npm run samples -- --cifar10 DIR [--each 8] [--out FOLDER]` reads
 * CIFAR-10's test pictures from DIR, the original `test_batch.bin` or lossless sheets, and writes cifar10.png and
 * cifar10.json to public/samples, which git ignores; the Play page shows them once the site is built again. The first
 * pictures of each class are taken as they come, none chosen.
 */
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {createCanvas} from "@napi-rs/canvas";
import {CIFAR10_LABELS} from "../src/lib/nets/releases.ts";
import {cifar10Test, RECORD, rgbaOf, SIDE} from "./records.ts";

const usage = "samples --cifar10 DIR [--each 8] [--out FOLDER]";

/**
 * Lays the first pictures of each class side by side, one class a row, as a PNG of `each` × 10 pictures.
 * @throws if the bytes are no records, or a class has fewer than `each`
 */
function photoSheet(records: Buffer, each: number): Buffer {
  if (records.length === 0 || records.length % RECORD !== 0)
    throw new Error(`CIFAR-10's test pictures: need records of ${RECORD} bytes, found ${records.length} bytes`);
  const sheet = createCanvas(each * SIDE, CIFAR10_LABELS.length * SIDE);
  const context = sheet.getContext("2d");
  const taken = CIFAR10_LABELS.map(() => 0);
  for (let start = 0; start < records.length && taken.some((count) => count < each); start += RECORD) {
    const label = records[start]!;
    const column = taken[label];
    if (column === undefined)
      throw new Error(`CIFAR-10's test pictures: need labels below ${CIFAR10_LABELS.length}, found ${label}`);
    if (column >= each) continue;
    const picture = context.createImageData(SIDE, SIDE);
    picture.data.set(rgbaOf(records.subarray(start, start + RECORD)));
    context.putImageData(picture, column * SIDE, label * SIDE);
    taken[label] = column + 1;
  }
  const short = taken.findIndex((count) => count < each);
  if (short >= 0)
    throw new Error(`--each ${each}: there are only ${taken[short]} pictures of “${CIFAR10_LABELS[short]}”`);
  return sheet.toBuffer("image/png");
}

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {cifar10: {type: "string"}, each: {type: "string", default: "8"}, out: {type: "string"}}
  });
  const each = Number(values.each);
  if (values.cifar10 === undefined) throw new Error(`--cifar10: needs the folder of CIFAR-10, found none\n${usage}`);
  if (!Number.isInteger(each) || each < 1 || each > 50)
    throw new Error(`--each: needs a whole number from 1 to 50, found ${values.each}`);
  const png = photoSheet(await cifar10Test(values.cifar10), each);
  const folder = values.out ?? join(import.meta.dirname, "../public/samples");
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "cifar10.png"), png);
  writeFileSync(
    join(folder, "cifar10.json"),
    `${JSON.stringify({side: SIDE, columns: each, labels: CIFAR10_LABELS})}\n`
  );
  console.log(
    `cifar10.png: ${each * CIFAR10_LABELS.length} pictures; run \`npm start\`, which builds the site with them`
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
