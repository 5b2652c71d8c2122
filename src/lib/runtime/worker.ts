/**
 * The worker: one request after another, each answered with a result or one sentence; a failure never stops it, and one that
 * leaves its backend beyond use says so, for the page to start another worker.
 */
import {createRunner} from "./engine.ts";
import {isFatal} from "./fatal.ts";
import type {Answer, Ask, CheckResult, RunResult} from "./protocol.ts";
import {wasmFiles} from "./wasm-files.ts";

const runner = createRunner(wasmFiles);
let last: Promise<void> = Promise.resolve();

self.addEventListener("message", ({data}: MessageEvent<Ask>) => {
  last = last.then(() => answer(data));
});

async function answer(ask: Ask): Promise<void> {
  const {id} = ask;
  try {
    const result = await runner.answer(ask, (progress) => post({id, kind: "progress", progress}));
    post({id, kind: "done", result}, buffersOf(result));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    post({id, kind: "failed", message, fatal: isFatal(error)});
  }
}

function post(answer: Answer, transfer: Transferable[] = []): void {
  self.postMessage(answer, {transfer});
}

// Each array of a result is its own; handing the buffers over saves copying the tiles.
function buffersOf(result: RunResult | CheckResult): ArrayBuffer[] {
  if (!("tiles" in result)) return [];
  const {tiles, seen} = result;
  return [...Object.values(tiles).map(({bytes}) => bytes.buffer), seen.rgba.buffer] as ArrayBuffer[];
}
