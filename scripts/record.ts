/**
 * Records the answers that the live figures show before a reader starts the network:
 * `node scripts/record.ts` runs the shipped weights on every scene of the gallery and writes
 * src/components/figures/recorded.json (Play) and recorded-maps/*.json (branch viewer, of every network that has branches).
 */
import {createHash} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {createCanvas, Path2D} from "@napi-rs/canvas";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import type {RecordedMaps, RecordedTiles} from "../src/components/parts/recorded.ts";
import {firstSample, samples} from "../src/components/parts/samples.ts";
import {branchModules} from "../src/lib/analysis/branch-modules.ts";
import {type Release, release, releases} from "../src/lib/nets/releases.ts";
import type {Scope} from "../src/lib/spec/graph.ts";
import {sheetOf, weightsOf} from "../src/lib/runtime/fetch-weights.ts";
import {loadModel, type Model} from "../src/lib/runtime/model.ts";
import {preprocess} from "../src/lib/runtime/preprocess.ts";
import {tilesOf} from "../src/lib/runtime/tiles.ts";
import {paintScene} from "../src/lib/scenes/paint.ts";
import {drawScene, type SceneParams} from "../src/lib/scenes/scene.ts";

const NETWORK = "compact-v1";
const SIDE = 128;
const folder = new URL("../src/components/figures/", import.meta.url);

await tf.setBackend("cpu");
const round = (x: number): number => Number(x.toFixed(4));
const {facts, weights, model} = await shipped(NETWORK);
const {labels} = facts;

const scenes: Record<string, unknown> = {};
let bias: number[] = [];
for (const params of samples) {
  const runs = [];
  for (const index of labels.keys()) runs.push(await model.run(pixelsOf(params), {cam: index}));
  bias = runs.map(({cam}) => round(cam!.bias));
  const {height, width} = runs[0]!.cam!;
  const stacked = new Float32Array(height * width * labels.length); // [height][width][class]
  runs.forEach(({cam}, index) => cam!.values.forEach((value, at) => (stacked[at * labels.length + index] = value)));
  scenes[params.id] = {
    logits: Array.from(runs[0]!.logits, round),
    maps: packed(stacked, [height, width, labels.length])
  };
}
write("recorded.json", {weights, labels, bias, scenes});

for (const id of releases.keys()) {
  const record = await mapsOf(id);
  if (record !== null) write(`recorded-maps/${id}.json`, record);
}

async function shipped(id: string): Promise<{facts: Release; weights: string; model: Model}> {
  const facts = release(id);
  const sheet = sheetOf(facts);
  const file = readFileSync(new URL(`../public/${facts.file}`, import.meta.url));
  const weights = createHash("sha256").update(file).digest("hex");
  return {facts, weights, model: loadModel(sheet, await weightsOf(facts, sheet, new Uint8Array(file).buffer))};
}

async function mapsOf(id: string): Promise<RecordedMaps | null> {
  const {facts, weights, model} = await shipped(id);
  const {graph, rows} = model.sheet;
  const side = ({output}: Scope): number => rows[output]!.shape[0]!;
  // The first, the last, and whatever comes first on a smaller map.
  const modules = branchModules(graph).filter(
    (module, i, all) => i === 0 || i === all.length - 1 || side(module) < side(all[i - 1]!)
  );
  if (modules.length === 0) return null;
  const watch = modules.flatMap(({parts}) => parts.map(({path}) => path));
  const {logits, activations} = await model.run(pixelsOf(firstSample, facts), {watch});
  const tiles = Object.fromEntries([...activations].map(([path, {values, shape}]) => [path, packed(values, shape)]));
  const {labels} = facts;
  return {network: id, weights, labels, scene: firstSample.id, logits: Array.from(logits, round), tiles};
}

function pixelsOf(params: SceneParams, {input} = facts): Float32Array {
  const context = createCanvas(SIDE, SIDE).getContext("2d");
  paintScene(context, drawScene(params), SIDE, Path2D);
  return preprocess(new Uint8ClampedArray(context.getImageData(0, 0, SIDE, SIDE).data), SIDE, SIDE, input).pixels;
}

function packed(values: Float32Array, shape: readonly number[]): RecordedTiles {
  const {bytes, min, max} = tilesOf(values, shape);
  return {
    shape,
    bytes: Buffer.from(bytes).toString("base64"),
    min: Array.from(min, round),
    max: Array.from(max, round)
  };
}

function write(name: string, record: unknown): void {
  const text = `${JSON.stringify(record)}\n`;
  writeFileSync(new URL(name, folder), text);
  console.log(`${name}: ${(text.length / 1000).toFixed(0)} kB`);
}
