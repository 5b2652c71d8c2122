/**
 * Records what the chapter on batch normalisation shows before a reader starts the network:
 * `node scripts/record-norm.ts DIR` runs the shipped weights on a batch of scenes, writes the outputs of a few convolutions
 * as histograms with their exact moments, and the first layer's numbers for folding, to
 * src/components/figures/norm-record.json.
 *
 * The shipped file has each running mean folded into the shift. Here it is measured again, on the first training pictures of
 * CIFAR-10 (DIR holds its sheets, `train-00.webp`), and taken out of the shift; their product stays what ships.
 */
import {createHash} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {createCanvas, loadImage, Path2D} from "@napi-rs/canvas";
import {histogramOf} from "../src/lib/analysis/histogram.ts";
import {batchMoments, type Moments, momentsOf} from "../src/lib/analysis/batch-norm.ts";
import {NORM_CHOICES} from "../src/components/parts/norm-choices.ts";
import {sampleById} from "../src/components/parts/samples.ts";
import {startBackend} from "../src/lib/runtime/backend.ts";
import {release} from "../src/lib/nets/releases.ts";
import {sheetOf, weightsOf} from "../src/lib/runtime/fetch-weights.ts";
import {type Activation, loadModel} from "../src/lib/runtime/model.ts";
import {wasmFolder} from "../src/lib/runtime/node-files.ts";
import {normalise, preprocess} from "../src/lib/runtime/preprocess.ts";
import {paintScene} from "../src/lib/scenes/paint.ts";
import {drawScene, type SceneParams} from "../src/lib/scenes/scene.ts";
import {nodeAt} from "../src/lib/spec/graph.ts";

const SIDE = 128;
const BATCH = 50;
const {eps: EPS, pictures: PICTURES} = NORM_CHOICES;
const {network, layers, scenes, bins} = NORM_CHOICES;

await startBackend({macs: 0, wasmFiles: wasmFolder, force: "wasm"});
const facts = release(network);
const sheet = sheetOf(facts);
const file = readFileSync(new URL(`../public/${facts.file}`, import.meta.url));
const weights = await weightsOf(facts, sheet, new Uint8Array(file).buffer);
const model = loadModel(sheet, weights);
const exact = (x: number): number => Number(x.toPrecision(7));

const watch = layers.map(({path}) => `${path}/conv`);
const runs: ReadonlyMap<string, Activation>[] = [];
for (const id of scenes) runs.push((await model.run(pixelsOf(sampleById.get(id)!), {watch})).activations);

const usual = await usualMoments(process.argv[2] ?? ".");
const recorded = Object.fromEntries(
  layers.map(({path, channels}) => [path, channels.map((channel) => channelOf(path, channel))])
);
const first = weights.get(nodeAt(sheet.graph, "conv1/conv"))!;
const record = {
  weights: createHash("sha256").update(file).digest("hex"),
  layers: recorded,
  fold: {
    kernel: Array.from(first.weight!, exact),
    norms: Array.from(first.weight!.slice(0, 32), (_, c) => normOf("conv1", c))
  }
};
const text = `${JSON.stringify(record)}\n`;
writeFileSync(new URL("../src/components/figures/norm-record.json", import.meta.url), text);
console.log(`norm-record.json: ${(text.length / 1000).toFixed(0)} kB`);

function channelOf(path: string, channel: number): unknown {
  const pictures = runs.map((run) => {
    const {shape, values} = run.get(`${path}/conv`)!;
    return values.filter((_, i) => i % shape.at(-1)! === channel);
  });
  const all = pictures.flatMap((values) => Array.from(values));
  const range = [Math.min(...all), Math.max(...all)].map((x) => Number(x.toFixed(3))) as [number, number];
  return {
    channel,
    range,
    norm: normOf(path, channel),
    moments: pictures.map((values) => {
      const {mean, variance} = momentsOf(values);
      return [exact(mean), exact(variance)];
    }),
    counts: pictures.map((values) => Array.from(histogramOf(values, range, bins)))
  };
}

// Gamma, beta, mean and variance.
function normOf(path: string, channel: number): number[] {
  const {scale, shift, mean, variance} = weights.get(nodeAt(sheet.graph, `${path}/bn`))!;
  const [gamma, own, measured] = [scale![channel]!, variance![channel]!, usual.get(path)![channel]!];
  if (mean![channel] !== 0) throw new Error(`${path}: needs running means of 0, found ${mean![channel]}`);
  console.log(path, channel, "variance measured / running", (measured.variance / own).toFixed(3)); // near 1 if the data fit
  return [gamma, shift![channel]! + (gamma * measured.mean) / Math.sqrt(own + EPS), measured.mean, own].map(exact);
}

// Means and variances of the layers' outputs on the first training pictures, by layer and channel.
async function usualMoments(folder: string): Promise<Map<string, Moments[]>> {
  const sheetPixels = await trainingPixels(join(folder, "train-00.webp"));
  const batches = new Map<string, Moments[][]>(layers.map(({path}) => [path, []]));
  for (let at = 0; at < PICTURES; at += BATCH) {
    const pixels = normalise(sheetPixels.subarray(at * 32 * 32 * 4, (at + BATCH) * 32 * 32 * 4), facts.input);
    const {activations} = await model.run(pixels, {batch: BATCH, watch});
    for (const {path} of layers) {
      const {shape, values} = activations.get(`${path}/conv`)!;
      const channels = shape.at(-1)!;
      batches
        .get(path)!
        .push(Array.from({length: channels}, (_, c) => momentsOf(values.filter((_, i) => i % channels === c))));
    }
  }
  return new Map(
    [...batches].map(([path, rows]) => [path, rows[0]!.map((_, c) => batchMoments(rows.map((row) => row[c]!)))])
  );
}

// The sheet's pictures one after another, RGBA.
async function trainingPixels(file: string): Promise<Uint8ClampedArray> {
  const image = await loadImage(file);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const across = image.width / 32;
  const all = new Uint8ClampedArray(PICTURES * 32 * 32 * 4);
  for (let i = 0; i < PICTURES; i++) {
    const {data} = context.getImageData((i % across) * 32, Math.floor(i / across) * 32, 32, 32);
    all.set(data, i * data.length);
  }
  return all;
}

function pixelsOf(params: SceneParams): Float32Array {
  const context = createCanvas(SIDE, SIDE).getContext("2d");
  paintScene(context, drawScene(params), SIDE, Path2D);
  return preprocess(new Uint8ClampedArray(context.getImageData(0, 0, SIDE, SIDE).data), SIDE, SIDE, facts.input).pixels;
}
