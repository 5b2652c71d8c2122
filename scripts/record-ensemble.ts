/**
 * Measures the mean of the compact networks' probabilities on CIFAR-10's test pictures, with the files that ship and the runtime
 * that ships: `node scripts/record-ensemble.ts --data DIR [--take N]` writes src/components/figures/ensemble-record.json.
 *
 * Every network sees each picture and its mirror image, so that one network alone has something to average, too.
 */
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {shares} from "../src/components/parts/recorded.ts";
import {bestOf, meanVotes} from "../src/lib/analysis/ensemble.ts";
import {total} from "../src/lib/analysis/total.ts";
import {type Release, releases} from "../src/lib/nets/releases.ts";
import {startBackend} from "../src/lib/runtime/backend.ts";
import {sheetOf, weightsOf} from "../src/lib/runtime/fetch-weights.ts";
import {loadModel, type Model} from "../src/lib/runtime/model.ts";
import {wasmFolder} from "../src/lib/runtime/node-files.ts";
import {preprocess} from "../src/lib/runtime/preprocess.ts";
import {cifar10Test, RECORD, rgbaOf, SIDE} from "./records.ts";

const FILE = new URL("../src/components/figures/ensemble-record.json", import.meta.url);
const BATCH = 50;

/** Probabilities of every picture. */
type Votes = number[][];

const {values} = parseArgs({options: {data: {type: "string"}, take: {type: "string", default: "Infinity"}}});
if (values.data === undefined) throw new Error("record-ensemble --data DIR [--take N]");
const bytes = await cifar10Test(values.data, Number(values.take));
const records = Array.from({length: bytes.length / RECORD}, (_, i) => bytes.subarray(i * RECORD, (i + 1) * RECORD));
const share = (votes: Votes): number =>
  votes.filter((one, i) => bestOf(one) === records[i]![0]).length / records.length;
const together = (all: readonly Votes[]): Votes => records.map((_, i) => meanVotes(all.map((votes) => votes[i]!)));

const members = [];
const [plain, both]: [Votes[], Votes[]] = [[], []];
for (const facts of [...releases.values()].filter(({network}) => network.startsWith("compact-"))) {
  const model = await load(facts);
  const whole = await ask(model, facts, false);
  const mirror = await ask(model, facts, true);
  const mean = together([whole, mirror]);
  plain.push(whole);
  both.push(mean);
  members.push({network: facts.id, weights: facts.sha256, top1: share(whole), mirrored: share(mean)});
  console.log(JSON.stringify(members.at(-1)));
}
const all = {top1: share(together(plain)), mirrored: share(together(both))};
console.log(JSON.stringify(all));
writeFileSync(FILE, `${JSON.stringify({pictures: records.length, members, together: all}, null, 2)}\n`);

async function load(facts: Release): Promise<Model> {
  const sheet = sheetOf(facts);
  const file = new Uint8Array(readFileSync(join(import.meta.dirname, "../public", facts.file))).buffer;
  await startBackend({macs: total(sheet).macs, wasmFiles: wasmFolder, force: "wasm"});
  return loadModel(sheet, await weightsOf(facts, sheet, file));
}

/** Every picture's probabilities. */
async function ask(model: Model, {labels, input}: Release, mirrored: boolean): Promise<Votes> {
  const votes: Votes = [];
  const numbers = input.size ** 2 * 3;
  for (let first = 0; first < records.length; first += BATCH) {
    const some = records.slice(first, first + BATCH);
    const pixels = new Float32Array(some.length * numbers);
    some.forEach((one, i) => {
      pixels.set(preprocess(rgbaOf(one, {mirrored}), SIDE, SIDE, input).pixels, i * numbers);
    });
    const {logits} = await model.run(pixels, {batch: some.length});
    some.forEach((_, i) => votes.push(shares(Array.from(logits.subarray(i * labels.length, (i + 1) * labels.length)))));
  }
  return votes;
}
