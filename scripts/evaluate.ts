/**
 * Measures a release's top-1 with the site's own runtime on the file that ships, whole preprocessing included:
 * `npm run -s evaluate -- compact-v1 --data DIR [--scenes FILE] [--weights FILE] [--json FILE]`.
 *
 * DIR holds CIFAR-10's `test_batch.bin`; FILE the same kind of records: a label byte, then 1,024 bytes each of red, green, blue.
 */
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {total} from "../src/lib/analysis/total.ts";
import {type Release, release} from "../src/lib/nets/releases.ts";
import {type Backend, startBackend} from "../src/lib/runtime/backend.ts";
import {sha256Of, sheetOf, weightsOf} from "../src/lib/runtime/fetch-weights.ts";
import {loadModel, type Model} from "../src/lib/runtime/model.ts";
import {wasmFolder} from "../src/lib/runtime/node-files.ts";
import {preprocess} from "../src/lib/runtime/preprocess.ts";
import {readSafetensors} from "../src/lib/runtime/safetensors.ts";
import {bindWeights} from "../src/lib/runtime/weights.ts";

const SIDE = 32;
const RECORD = 1 + 3 * SIDE * SIDE;
const BATCH = 50;

/** Right answers on a set of pictures. `confusion[label][answer]` counts pictures. */
interface Score {
  file: string;
  pictures: number;
  right: number;
  top1: number;
  confusion: number[][];
}

/** One record's picture as RGBA rows. */
function rgbaOf(record: Uint8Array): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  for (let at = 0; at < SIDE * SIDE; at++)
    for (let c = 0; c < 3; c++) rgba[at * 4 + c] = record[1 + c * SIDE * SIDE + at]!;
  return rgba;
}

async function score(model: Model, {labels, input}: Release, file: string): Promise<Score> {
  const bytes = readFileSync(file);
  if (bytes.length === 0 || bytes.length % RECORD !== 0)
    throw new Error(`${file}: needs records of ${RECORD} bytes, found ${bytes.length} bytes`);
  const count = bytes.length / RECORD;
  const confusion = labels.map(() => labels.map(() => 0));
  for (let first = 0; first < count; first += BATCH) {
    const records = Array.from({length: Math.min(BATCH, count - first)}, (_, i) =>
      bytes.subarray((first + i) * RECORD, (first + i + 1) * RECORD)
    );
    const pixels = new Float32Array(records.length * input.size ** 2 * 3);
    records.forEach((record, i) =>
      pixels.set(preprocess(rgbaOf(record), SIDE, SIDE, input).pixels, i * input.size ** 2 * 3)
    );
    const {logits} = await model.run(pixels, {batch: records.length});
    records.forEach((record, i) => {
      const own = logits.subarray(i * labels.length, (i + 1) * labels.length);
      const row = confusion[record[0]!];
      if (row === undefined) throw new Error(`${file}: needs labels below ${labels.length}, found ${record[0]}`);
      row[own.indexOf(own.reduce((a, b) => Math.max(a, b), -Infinity))]!++;
    });
    if (process.stderr.isTTY) process.stderr.write(`\r${first + records.length} of ${count} `);
  }
  const right = confusion.reduce((sum, row, label) => sum + row[label]!, 0);
  return {file: file.split("/").pop()!, pictures: count, right, top1: right / count, confusion};
}

// WebAssembly, else plain JavaScript.
function start(macs: number): Promise<Backend> {
  return startBackend({macs, wasmFiles: wasmFolder, force: "wasm"}).catch(() =>
    startBackend({macs, wasmFiles: wasmFolder, force: "cpu"})
  );
}

async function main(): Promise<void> {
  const {values, positionals} = parseArgs({
    options: {data: {type: "string"}, scenes: {type: "string"}, weights: {type: "string"}, json: {type: "string"}},
    allowPositionals: true
  });
  const [id] = positionals;
  if (id === undefined || (values.data === undefined && values.scenes === undefined))
    throw new Error("evaluate <release> --data DIR [--scenes FILE] [--weights FILE] [--json FILE]");
  const facts = release(id);
  const sheet = sheetOf(facts);
  const file = new Uint8Array(readFileSync(values.weights ?? join(import.meta.dirname, "../public", facts.file)))
    .buffer;
  const weights =
    values.weights === undefined ? await weightsOf(facts, sheet, file) : bindWeights(sheet, readSafetensors(file));
  const {backend} = await start(total(sheet).macs);
  const model = loadModel(sheet, weights);
  const sets = [
    ...(values.data === undefined ? [] : [["cifar10", join(values.data, "test_batch.bin")] as const]),
    ...(values.scenes === undefined ? [] : [["scenes", values.scenes] as const])
  ];
  const result: Record<string, unknown> = {
    release: id,
    weights: {sha256: await sha256Of(file), bytes: file.byteLength},
    runtime: `TensorFlow.js, ${backend}`
  };
  for (const [name, path] of sets) {
    const found = await score(model, facts, path);
    result[name] = found;
    console.log(`${name}: ${(100 * found.top1).toFixed(2)} % top-1 (${found.right} of ${found.pictures})`);
  }
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      `${JSON.stringify(result, null, 1).replace(/\[\s+([\d,\s]+?)\s+\]/g, (_, row: string) => `[${row.replace(/\s+/g, " ")}]`)}\n`
    );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
