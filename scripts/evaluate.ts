/**
 * Measures a release's top-1 with the site's own runtime on the file that ships, whole preprocessing included:
 * `npm run -s evaluate -- compact-v1 --data DIR [--heads] [--take N] [--scenes FILE] [--weights FILE] [--json FILE]`.
 *
 * On CIFAR-10's test pictures, from DIR with the original `test_batch.bin` or with lossless sheets, and on the 1,000 held-out
 * scenes, which it draws, or those of FILE (records as CIFAR-10's). `--take` stops after so many of each; `--heads` measures
 * the auxiliary heads that the release ships, too.
 */
import {readFileSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {parseArgs} from "node:util";
import {total} from "../src/lib/analysis/total.ts";
import {type Release, release, releases} from "../src/lib/nets/releases.ts";
import {type Backend, startBackend} from "../src/lib/runtime/backend.ts";
import {sha256Of, sheetOf, weightsOf} from "../src/lib/runtime/fetch-weights.ts";
import {loadModel, type Model} from "../src/lib/runtime/model.ts";
import {wasmFolder} from "../src/lib/runtime/node-files.ts";
import {preprocess} from "../src/lib/runtime/preprocess.ts";
import {readSafetensors} from "../src/lib/runtime/safetensors.ts";
import {bindWeights} from "../src/lib/runtime/weights.ts";
import {heldOutSeeds} from "../src/lib/scenes/params.ts";
import {cifar10Test, RECORD, rgbaOf, sceneRecords, SIDE} from "./records.ts";

const BATCH = 50;
const usage = "evaluate <release> --data DIR [--heads] [--take N] [--scenes FILE] [--weights FILE] [--json FILE]";

/** Right answers on a set of pictures. `confusion[label][answer]` counts pictures. */
interface Score {
  source: string;
  pictures: number;
  right: number;
  top1: number;
  confusion: number[][];
  /** Right answers of each auxiliary head by its path, if they were measured. */
  heads?: Record<string, {right: number; top1: number}>;
}

/** Records with where they come from. */
interface PictureSet {
  source: string;
  bytes: Buffer;
}

async function heldOutScenes(take: number): Promise<PictureSet> {
  const {first, end} = heldOutSeeds;
  const parts: Buffer[] = [];
  for await (const records of sceneRecords(heldOutSeeds, [first, Math.min(end, first + take)])) parts.push(records);
  return {source: "held-out scenes, drawn for this", bytes: Buffer.concat(parts)};
}

function scenesFile(file: string, take: number): PictureSet {
  const bytes = readFileSync(file);
  return {source: basename(file), bytes: bytes.subarray(0, Math.min(bytes.length, take * RECORD))};
}

const largest = (logits: Float32Array): number => logits.indexOf(logits.reduce((a, b) => Math.max(a, b), -Infinity));

async function score(
  model: Model,
  {labels, input}: Release,
  {source, bytes}: PictureSet,
  heads: readonly string[]
): Promise<Score> {
  if (bytes.length === 0 || bytes.length % RECORD !== 0)
    throw new Error(`${source}: needs records of ${RECORD} bytes, found ${bytes.length} bytes`);
  const count = bytes.length / RECORD;
  const confusion = labels.map(() => labels.map(() => 0));
  const rightHeads = new Map(heads.map((path) => [path, 0]));
  for (let first = 0; first < count; first += BATCH) {
    const records = Array.from({length: Math.min(BATCH, count - first)}, (_, i) =>
      bytes.subarray((first + i) * RECORD, (first + i + 1) * RECORD)
    );
    const pixels = new Float32Array(records.length * input.size ** 2 * 3);
    records.forEach((record, i) =>
      pixels.set(preprocess(rgbaOf(record), SIDE, SIDE, input).pixels, i * input.size ** 2 * 3)
    );
    const {logits, activations} = await model.run(pixels, {batch: records.length, watch: heads});
    records.forEach((record, i) => {
      const answer = (all: Float32Array): number => largest(all.subarray(i * labels.length, (i + 1) * labels.length));
      const row = confusion[record[0]!];
      if (row === undefined) throw new Error(`${source}: needs labels below ${labels.length}, found ${record[0]}`);
      row[answer(logits)]!++;
      for (const [path, right] of rightHeads)
        if (answer(activations.get(path)!.values) === record[0]) rightHeads.set(path, right + 1);
    });
    if (process.stderr.isTTY) process.stderr.write(`\r${first + records.length} of ${count} `);
  }
  const right = confusion.reduce((sum, row, label) => sum + row[label]!, 0);
  const ofHeads = [...rightHeads].map(([path, n]) => [path, {right: n, top1: n / count}] as const);
  return {
    ...{source, pictures: count, right, top1: right / count, confusion},
    ...(heads.length > 0 && {heads: Object.fromEntries(ofHeads)})
  };
}

// WebAssembly, else plain JavaScript.
function start(macs: number): Promise<Backend> {
  return startBackend({macs, wasmFiles: wasmFolder, force: "wasm"}).catch(() =>
    startBackend({macs, wasmFiles: wasmFolder, force: "cpu"})
  );
}

const bytesOf = (path: string): ArrayBuffer => new Uint8Array(readFileSync(path)).buffer;

async function main(): Promise<void> {
  const {values, positionals} = parseArgs({
    options: {
      data: {type: "string"},
      heads: {type: "boolean", default: false},
      scenes: {type: "string"},
      take: {type: "string"},
      weights: {type: "string"},
      json: {type: "string"}
    },
    allowPositionals: true
  });
  const [id] = positionals;
  if (id === undefined)
    throw new Error(`release: needs one of ${[...releases.keys()].join(", ")}, found none\n${usage}`);
  const facts = release(id);
  if (values.data === undefined) throw new Error(`--data: needs the folder of CIFAR-10, found none\n${usage}`);
  const take = values.take === undefined ? Infinity : Number(values.take);
  if (values.take !== undefined && (!Number.isInteger(take) || take < 1))
    throw new Error(`--take: needs a whole number of pictures from 1, found ${values.take}`);
  const sheet = sheetOf(facts);
  if (values.heads && facts.heads === undefined) throw new Error(`${id}: it ships no auxiliary heads`);
  const shipped = (path: string): ArrayBuffer => bytesOf(join(import.meta.dirname, "../public", path));
  const file = values.weights === undefined ? shipped(facts.file) : bytesOf(values.weights);
  const headsFile = values.heads ? shipped(facts.heads!.file) : undefined;
  const weights =
    values.weights === undefined
      ? await weightsOf(facts, sheet, file, headsFile)
      : bindWeights(sheet, readSafetensors(file), {heads: false});
  const heads = values.heads ? [...sheet.graph.outputs.keys()].filter((path) => path !== "output") : [];
  const {backend} = await start(total(sheet).macs);
  const model = loadModel(sheet, weights);
  const sets = {
    cifar10: {source: "CIFAR-10's test pictures", bytes: await cifar10Test(values.data, take)},
    scenes: values.scenes === undefined ? await heldOutScenes(take) : scenesFile(values.scenes, take)
  };
  const result: Record<string, unknown> = {
    release: id,
    weights: {sha256: await sha256Of(file), bytes: file.byteLength},
    runtime: `TensorFlow.js, ${backend}`
  };
  for (const [name, set] of Object.entries(sets)) {
    const found = await score(model, facts, set, heads);
    result[name] = found;
    console.log(`${name}: ${(100 * found.top1).toFixed(2)} % top-1 (${found.right} of ${found.pictures})`);
    for (const [path, {top1}] of Object.entries(found.heads ?? {}))
      console.log(`  ${path}: ${(100 * top1).toFixed(2)} %`);
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
