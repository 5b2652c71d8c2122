/** Runs exported TensorFlow.js code on its WebAssembly backend, with the numbers that PyTorch was given. */
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join, sep} from "node:path";
import {runInThisContext} from "node:vm";
import {setWasmPaths, version_wasm} from "@tensorflow/tfjs-backend-wasm";
import * as core from "@tensorflow/tfjs-core";
import type {Job, Run} from "./check-exports.ts";

/** What is used of TensorFlow.js's layers, which are not among the site's packages. */
interface LayersModel {
  layers: {name: string; weights: {originalName: string; shape: number[]}[]; setWeights: (w: core.Tensor[]) => void}[];
  trainableWeights: {shape: number[]}[];
  nonTrainableWeights: {shape: number[]}[];
  predict: (x: core.Tensor) => core.Tensor;
  dispose: () => void;
}
type BuildModel = (options?: {heads?: boolean}) => LayersModel;
type LayersApi = Record<"layers", Record<string, (config: object) => unknown>>;

interface Stored {
  tensor: (name: string) => core.Tensor;
  values: (name: string) => Float32Array;
}

/** Counts of every model, and how far its output is from PyTorch's. */
export async function runTfjs(jobs: Readonly<Record<string, Job>>, folder: string): Promise<Run> {
  const name: string = "@tensorflow/tfjs-layers";
  const api = (await import(name)) as LayersApi & {version_layers: string};
  setWasmPaths(dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm")) + sep);
  await core.setBackend("wasm");
  const rows: Run["rows"] = {};
  for (const [id, {code}] of Object.entries(jobs)) {
    rows[id] = rowOf(buildModelOf(code, api), storedIn(folder, id));
    console.error(`tfjs ${id}: ${JSON.stringify(rows[id])}`);
  }
  return {ranBy: `layers ${api.version_layers}, wasm ${version_wasm}`, rows};
}

/** The text's `buildModel`, with the packages that "@tensorflow/tfjs" puts together. */
function buildModelOf(code: string, api: LayersApi): BuildModel {
  // Kernels start from 0: they are replaced anyway, and chance takes long.
  const zero = (make: (config: object) => unknown) => (config: object) => make({kernelInitializer: "zeros", ...config});
  const layers = {...api.layers, conv2d: zero(api.layers["conv2d"]!), dense: zero(api.layers["dense"]!)};
  const body = code.replace(/^import .*$/m, "").replace(/^export /gm, "");
  const define = runInThisContext(`(tf) => {"use strict";${body}\nreturn buildModel;}`) as (tf: unknown) => BuildModel;
  return define({...core, ...api, layers});
}

function rowOf(build: BuildModel, stored: Stored): Run["rows"][string] {
  const size = (weights: {shape: number[]}[]): number =>
    weights.reduce((sum, {shape}) => sum + shape.reduce((a, b) => a * b, 1), 0);
  const whole = build({heads: true});
  const withHeads = size(whole.trainableWeights);
  whole.dispose();
  const model = build();
  for (const layer of model.layers) core.tidy(() => fill(layer, stored));
  const output = core.tidy(() => model.predict(stored.tensor("input")));
  const row = {
    ...{output: output.shape.slice(1), params: size(model.trainableWeights), withHeads},
    ...{statistics: size(model.nonTrainableWeights), difference: difference(output.dataSync(), stored.values("output"))}
  };
  output.dispose();
  model.dispose();
  return row;
}

const KINDS: Readonly<Record<string, string>> = {
  ...{kernel: "weight", gamma: "weight", bias: "bias", beta: "bias"},
  ...{moving_mean: "running_mean", moving_variance: "running_var"}
};

function fill(layer: LayersModel["layers"][number], stored: Stored): void {
  if (layer.weights.length === 0) return;
  layer.setWeights(
    layer.weights.map(({originalName, shape}) => {
      const kind = KINDS[originalName.split("/").pop()!]!;
      const share = /^(.*)\.(\d+)$/.exec(layer.name);
      // A share of a grouped convolution: its filters lie together.
      if (share !== null && kind === "weight" && shape.length === 4) {
        const value = inTensorFlow(stored.tensor(`${share[1]}.${kind}`));
        return core.slice(value, [0, 0, 0, Number(share[2]) * shape[3]!], [-1, -1, -1, shape[3]!]);
      }
      return inTensorFlow(stored.tensor(`${layer.name}.${kind}`));
    })
  );
}

function inTensorFlow(value: core.Tensor): core.Tensor {
  return value.rank === 4 ? core.transpose(value, [2, 3, 1, 0]) : core.transpose(value);
}

function difference(found: ArrayLike<number>, wanted: Float32Array): number {
  const largest = wanted.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - found[i]!)), 0) / largest;
}

function storedIn(folder: string, id: string): Stored {
  type Place = {shape: number[]; start: number};
  const index = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as Record<string, Place>;
  const {buffer, byteOffset, length} = readFileSync(join(folder, `${id}.bin`));
  const numbers = new Float32Array(buffer, byteOffset, length / 4);
  const values = (name: string): Float32Array => {
    const place = index[name];
    if (place === undefined) throw new Error(`${id}: PyTorch has no "${name}"`);
    return numbers.subarray(place.start, place.start + place.shape.reduce((a, b) => a * b, 1));
  };
  return {values, tensor: (name) => core.tensor(values(name), index[name]!.shape)};
}
