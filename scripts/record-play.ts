/**
 * Records what the figures of the Play page show before a reader starts a network: `node scripts/record-play.ts [network…]`
 * runs every release (or those named) and writes src/components/figures/recorded-play.json.
 */
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {createCanvas, Path2D} from "@napi-rs/canvas";
import {firstSample} from "../src/components/parts/samples.ts";
import type {RecordedPlay} from "../src/components/parts/recorded-play.ts";
import type {RecordedTiles} from "../src/components/parts/recorded.ts";
import {branchModules} from "../src/lib/analysis/branch-modules.ts";
import {type Release, release, releases} from "../src/lib/nets/releases.ts";
import {rightOf, type SceneAt} from "../src/lib/runtime/alterations.ts";
import {startBackend} from "../src/lib/runtime/backend.ts";
import type {ClassMap} from "../src/lib/runtime/cam.ts";
import {sheetOf, weightsOf} from "../src/lib/runtime/fetch-weights.ts";
import {loadModel, type Model} from "../src/lib/runtime/model.ts";
import {VALIDATION_SCENES} from "../src/lib/runtime/limits.ts";
import {wasmFolder} from "../src/lib/runtime/node-files.ts";
import {preprocess} from "../src/lib/runtime/preprocess.ts";
import {tilesOf} from "../src/lib/runtime/tiles.ts";
import {sceneLabel, scenePixels, type ScenePainter} from "../src/lib/runtime/validation.ts";
import {paintScene} from "../src/lib/scenes/paint.ts";
import {drawScene, type SceneParams} from "../src/lib/scenes/scene.ts";

const FILE = new URL("../src/components/figures/recorded-play.json", import.meta.url);
const SIDE = 128;
const PERCENT = [20, 30, 40, 50, 60, 70, 80, 90, 100];

Object.assign(globalThis, {Path2D}); // as a worker has it
const canvas = createCanvas(SIDE, SIDE);
const painter: ScenePainter = (paint, side) => {
  const context = canvas.getContext("2d");
  paint(context as unknown as OffscreenCanvasRenderingContext2D);
  return new Uint8ClampedArray(context.getImageData(0, 0, side, side).data);
};
const scenes = new Map<number, Float32Array>();

const round = (x: number): number => Number(x.toFixed(4));
const bestOf = (logits: Float32Array): number => logits.indexOf(Math.max(...logits));

function pixelsOf(params: SceneParams, input: Release["input"]): Float32Array {
  const rgba = painter((context) => paintScene(context, drawScene(params), SIDE, globalThis.Path2D), SIDE);
  return preprocess(rgba, SIDE, SIDE, input).pixels;
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

async function recordVotes(
  model: Model,
  pixels: Float32Array,
  labels: readonly string[]
): Promise<RecordedPlay["votes"]> {
  const all = [];
  for (const index of labels.keys()) all.push(await model.run(pixels, {votes: index}));
  const best = bestOf(all[0]!.logits);
  const votes = all.map((one) => one.votes!);
  const {height, width, gated, parts} = votes[best]!;
  const stacked = Float32Array.from(
    {length: height * width * parts.length},
    (_, i) => parts[i % parts.length]!.values[Math.floor(i / parts.length)]!
  );
  return {
    ...{best, height, width, gated},
    parts: votes.map((one) =>
      one.parts.map(({path, channel, rest}) => ({path, channel, rest}) as RecordedPlay["votes"]["parts"][0][0])
    ),
    shares: votes.map((one) => one.parts.map(({share}) => round(share))),
    bias: votes.map(({bias}) => round(bias)),
    maps: packed(stacked, [height, width, parts.length])
  };
}

// All classes over each other, as [height][width][class].
async function recordClassMaps(
  model: Model,
  pixels: Float32Array,
  labels: readonly string[]
): Promise<RecordedPlay["classMaps"]> {
  const maps: ClassMap[] = [];
  for (const index of labels.keys()) maps.push((await model.run(pixels, {cam: index})).cam!);
  const {height, width} = maps[0]!;
  const stacked = Float32Array.from(
    {length: height * width * maps.length},
    (_, i) => maps[i % maps.length]!.values[Math.floor(i / maps.length)]!
  );
  return {...packed(stacked, [height, width, maps.length]), bias: maps.map(({bias}) => round(bias))};
}

async function recordSizes(model: Model, {input}: Release): Promise<RecordedPlay["sizes"]> {
  const watch = branchModules(model.sheet.graph).flatMap(({parts}) => parts.map(({path}) => path));
  const branches: Record<string, number[]> = Object.fromEntries(watch.map((path) => [path, []]));
  const logits: number[][] = [];
  for (const percent of PERCENT) {
    const found = await model.run(pixelsOf({...firstSample, size: percent / 100}, input), {watch});
    logits.push(Array.from(found.logits, round));
    for (const [path, {values}] of found.activations)
      branches[path]!.push(round(values.reduce((a, b) => a + b, 0) / values.length));
  }
  return {percent: PERCENT, branches, logits};
}

async function recordScenes(model: Model, sceneAt: SceneAt): Promise<RecordedPlay["scenes"]> {
  const all = {first: 0, count: VALIDATION_SCENES};
  const silenced: Record<string, number> = {};
  for (const {parts} of branchModules(model.sheet.graph))
    for (const {path} of parts) silenced[path] = await rightOf(model, sceneAt, sceneLabel, all, {silence: [path]});
  return {count: VALIDATION_SCENES, right: await rightOf(model, sceneAt, sceneLabel, all), silenced};
}

async function recordHeads(facts: Release, pixels: Float32Array): Promise<number[][]> {
  const sheet = sheetOf(facts);
  const read = (file: string): ArrayBuffer =>
    new Uint8Array(readFileSync(new URL(`../public/${file}`, import.meta.url))).buffer;
  const model = loadModel(sheet, await weightsOf(facts, sheet, read(facts.file), read(facts.heads!.file)));
  const watch = [...sheet.graph.outputs.keys()].filter((path) => path !== "output");
  const {activations, logits} = await model.run(pixels, {watch});
  model.dispose();
  return [...watch.map((path) => activations.get(path)!.values), logits].map((one) => Array.from(one, round));
}

async function record(facts: Release): Promise<RecordedPlay> {
  const sheet = sheetOf(facts);
  const file = new Uint8Array(readFileSync(new URL(`../public/${facts.file}`, import.meta.url))).buffer;
  const model = loadModel(sheet, await weightsOf(facts, sheet, file));
  const sceneAt = (index: number): Float32Array => {
    const known = scenes.get(index) ?? scenePixels(index, facts.input, painter);
    scenes.set(index, known);
    return known;
  };
  const pixels = pixelsOf(firstSample, facts.input);
  const {logits} = await model.run(pixels);
  const cam = (await model.run(pixels, {cam: bestOf(logits)})).cam!;
  const recorded = {
    weights: facts.sha256,
    logits: Array.from(logits, round),
    votes: await recordVotes(model, pixels, facts.labels),
    ...(facts.heads === undefined ? {} : {heads: await recordHeads(facts, pixels)}),
    cam: {...packed(cam.values, [cam.height, cam.width, 1]), index: cam.index, bias: round(cam.bias)},
    classMaps: await recordClassMaps(model, pixels, facts.labels),
    scenes: await recordScenes(model, sceneAt),
    sizes: await recordSizes(model, facts)
  };
  model.dispose();
  return recorded;
}

await startBackend({macs: 0, wasmFiles: wasmFolder, force: "wasm"});
const named = process.argv.slice(2);
const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Record<string, RecordedPlay>) : {};
const after: Record<string, RecordedPlay> = {};
for (const facts of releases.values()) {
  const known = before[facts.id];
  const wanted = named.length > 0 ? named.includes(facts.id) : known?.weights !== facts.sha256;
  after[facts.id] = wanted || known === undefined ? await record(release(facts.id)) : known;
  console.log(`${facts.id}: ${wanted ? "recorded" : "kept"}`);
}
writeFileSync(FILE, `${JSON.stringify(after)}\n`);
