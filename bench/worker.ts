/** One contestant in a worker of its own: a network in an engine with a number of threads. */
import type * as Ort from "onnxruntime-web";
import {seededNumbers, seededWeights} from "../scripts/seeded-weights.ts";
import {branchModules} from "../src/lib/analysis/branch-modules.ts";
import {measure, type Sheet} from "../src/lib/analysis/measure.ts";
import {network} from "../src/lib/nets/registry.ts";
import {CIFAR10_INPUT} from "../src/lib/nets/releases.ts";
import {startBackend} from "../src/lib/runtime/backend.ts";
import {loadModel} from "../src/lib/runtime/model.ts";
import {preprocess} from "../src/lib/runtime/preprocess.ts";
import {tilesOf} from "../src/lib/runtime/tiles.ts";
import {wasmFiles} from "../src/lib/runtime/wasm-files.ts";
import {bindWeights, type Weights} from "../src/lib/runtime/weights.ts";
import {flatten} from "../src/lib/spec/graph.ts";
import {onnx} from "./onnx.ts";

/**
 * What a contestant is. `pictures` runs the site's preprocessing of a picture as large as the camera's too; `tiles` names a module
 * and makes the tiles of all its branches as well, as the branch viewer asks for them.
 */
export interface Contestant {
  engine: "ours" | "onnxruntime-web";
  network: string;
  threads: number;
  pictures?: boolean;
  tiles?: string;
}

/** One timed run: milliseconds from pixels to logits read back. */
export interface Lap {
  milliseconds: number;
  logits: Float32Array;
}

type Run = () => Promise<Float32Array>;

function ready(id: string): {sheet: Sheet; weights: Weights; pixels: Float32Array} {
  const {net, input} = network(id);
  const sheet = measure(flatten(net()), input);
  const main = [...seededWeights(sheet)].filter(([name]) => !name.startsWith("aux"));
  const pixels = Float32Array.from(
    seededNumbers(
      "input",
      input.reduce((a, b) => a * b, 1)
    )
  );
  return {sheet, weights: bindWeights(sheet, new Map(main), {heads: false}), pixels};
}

/** Side in pixels of a frame of the camera, as parts/Webcam.svelte hands it over. */
const FRAME = 256;

async function ours({network: id, threads, pictures = false, tiles}: Contestant): Promise<Run> {
  const {sheet, weights, pixels} = ready(id);
  const started = await startBackend({macs: 0, wasmFiles, force: "wasm", threads});
  if (started.threads !== threads) throw new Error(`needed ${threads} threads, found ${started.threads}`);
  const model = loadModel(sheet, weights);
  if (!pictures) return async () => (await model.run(pixels)).logits;
  const rgba = Uint8ClampedArray.from({length: FRAME * FRAME * 4}, (_, i) => (i % 4 === 3 ? 255 : (i * 31) % 256));
  const module = branchModules(sheet.graph).find(({path}) => path === tiles);
  if (tiles !== undefined && module === undefined)
    throw new Error(`${id}: needs a module with branches, found "${tiles}"`);
  const watch = module?.parts.map(({path}) => path) ?? [];
  return async () => {
    const {logits, activations} = await model.run(preprocess(rgba, FRAME, FRAME, CIFAR10_INPUT).pixels, {watch});
    for (const {values, shape} of activations.values()) tilesOf(values, shape);
    return logits;
  };
}

async function onnxruntime({network: id, threads}: Contestant): Promise<Run> {
  const {sheet, weights, pixels} = ready(id);
  const address = "/ort/ort.wasm.min.mjs";
  const ort = (await import(/* @vite-ignore */ address)) as typeof Ort;
  ort.env.wasm.wasmPaths = "/ort/";
  ort.env.wasm.numThreads = threads;
  const session = await ort.InferenceSession.create(onnx(sheet, weights), {
    executionProviders: ["wasm"],
    graphOptimizationLevel: "all"
  });
  const [height, width, channels] = sheet.input as [number, number, number];
  const planes = Float32Array.from(
    pixels,
    (_, i) => pixels[(i % (height * width)) * channels + Math.floor(i / (height * width))]!
  );
  const [output] = session.outputNames;
  return async () => {
    const input = new ort.Tensor("float32", planes, [1, channels, height, width]);
    return (await session.run({input}))[output!]!.data as Float32Array;
  };
}

let run: Run | undefined;

self.addEventListener("message", async ({data}: MessageEvent<Contestant | "run">) => {
  try {
    if (data !== "run") {
      run = await (data.engine === "ours" ? ours(data) : onnxruntime(data));
      self.postMessage({ready: true});
      return;
    }
    const start = performance.now();
    const logits = await run!();
    self.postMessage({milliseconds: performance.now() - start, logits: Float32Array.from(logits)} satisfies Lap);
  } catch (error) {
    self.postMessage({failed: error instanceof Error ? error.message : String(error)});
  }
});
