/** The training worker: one task after another, apart from the worker that classifies, so that neither waits for the other. */
import {STACK_SIDE} from "../nets/residual-stack.ts";
import {activationByDepth} from "./activation-depth.ts";
import {startBackend} from "./backend.ts";
import {DEEP_SIDE, gradientByDepth} from "./gradient-depth.ts";
import {type SceneContext, sceneBatch} from "./scene-batch.ts";
import type {Batch} from "./train.ts";
import type {
  ActivationResult,
  ActivationTask,
  GradientResult,
  GradientTask,
  TrainAnswer,
  TrainAsk,
  TrainResult,
  TrainTask
} from "./train-protocol.ts";
import {wasmFiles} from "./wasm-files.ts";

let last: Promise<void> = Promise.resolve();

self.addEventListener("message", ({data}: MessageEvent<TrainAsk>) => {
  last = last.then(() => answer(data));
});

async function answer({id, task}: TrainAsk): Promise<void> {
  try {
    post({id, kind: "done", result: await resultOf(task)});
  } catch (error) {
    post({id, kind: "failed", message: error instanceof Error ? error.message : String(error)});
  }
}

function resultOf(task: TrainTask): Promise<TrainResult<TrainTask>> {
  switch (task.kind) {
    case "gradient-by-depth":
      return gradients(task);
    case "activations-by-depth":
      return activations(task);
    default:
      task satisfies never;
      throw new Error("unknown task");
  }
}

async function gradients({nets, spread, size, seed}: GradientTask): Promise<GradientResult> {
  const {backend} = await startBackend({macs: 0, wasmFiles});
  const start = performance.now();
  const batch = scenes(DEEP_SIDE, size, seed);
  const strengths = [];
  for (const net of nets) strengths.push((await gradientByDepth(net, batch, {spread, seed})).strengths);
  return {strengths, backend, milliseconds: performance.now() - start};
}

async function activations({stacks, size, seed, ...how}: ActivationTask): Promise<ActivationResult> {
  const {backend} = await startBackend({macs: 0, wasmFiles});
  const start = performance.now();
  const batch = scenes(STACK_SIDE, size, seed);
  const found = [];
  for (const stack of stacks) found.push(await activationByDepth(stack, batch, {...how, seed}));
  return {stacks: found, backend, milliseconds: performance.now() - start};
}

function scenes(side: number, size: number, seed: number): Batch {
  const context = new OffscreenCanvas(side, side).getContext("2d", {willReadFrequently: true});
  if (context === null) throw new Error("this browser cannot paint pictures in a worker");
  return sceneBatch(context as unknown as SceneContext<Path2D>, Path2D, {size, side, seed});
}

function post(message: TrainAnswer): void {
  self.postMessage(message);
}
