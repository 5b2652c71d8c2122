/** The training worker: one task after another, apart from the worker that classifies, so that neither waits for the other. */
import {startBackend} from "./backend.ts";
import {DEEP_SIDE, gradientByDepth} from "./gradient-depth.ts";
import {type SceneContext, sceneBatch} from "./scene-batch.ts";
import type {GradientResult, GradientTask, TrainAnswer, TrainAsk} from "./train-protocol.ts";
import {wasmFiles} from "./wasm-files.ts";

let last: Promise<void> = Promise.resolve();

self.addEventListener("message", ({data}: MessageEvent<TrainAsk>) => {
  last = last.then(() => answer(data));
});

async function answer({id, task}: TrainAsk): Promise<void> {
  try {
    post({id, kind: "done", result: await gradients(task)});
  } catch (error) {
    post({id, kind: "failed", message: error instanceof Error ? error.message : String(error)});
  }
}

async function gradients({nets, spread, size, seed}: GradientTask): Promise<GradientResult> {
  const {backend} = await startBackend({macs: 0, wasmFiles});
  const start = performance.now();
  const context = new OffscreenCanvas(DEEP_SIDE, DEEP_SIDE).getContext("2d", {willReadFrequently: true});
  if (context === null) throw new Error("this browser cannot paint pictures in a worker");
  const batch = sceneBatch(context as unknown as SceneContext<Path2D>, Path2D, {size, side: DEEP_SIDE, seed});
  const strengths = [];
  for (const net of nets) strengths.push((await gradientByDepth(net, batch, {spread, seed})).strengths);
  return {strengths, backend, milliseconds: performance.now() - start};
}

function post(message: TrainAnswer): void {
  self.postMessage(message);
}
