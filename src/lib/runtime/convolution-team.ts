/** The threads that compute our own convolutions: the caller and its helpers, each on the same memory. */
import {
  type ConvolutionExports,
  CONTROLS,
  DONE,
  LEFT,
  takePieces,
  TILES,
  TURN,
  waitWhile
} from "./convolution-share.ts";
import type {ThreadStart} from "./convolution-thread.ts";

/** The caller's functions and what it tells its helpers. */
export interface Team {
  exports: ConvolutionExports;
  control: Int32Array;
  helpers: readonly Worker[];
}

/**
 * Starts the helpers.
 * @param threads in all, the caller's among them; more than one only on a shared memory
 * @param abandoned ends them if they are no longer wanted before all have started
 * @throws if one does not start; then all are ended
 */
export async function gather(
  bytes: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
  threads: number,
  abandoned: AbortSignal
): Promise<Team> {
  const {module, instance} = await WebAssembly.instantiate(bytes, {env: {memory}});
  const room = CONTROLS * Int32Array.BYTES_PER_ELEMENT;
  const control = new Int32Array(threads > 1 ? new SharedArrayBuffer(room) : new ArrayBuffer(room));
  const helpers = Array.from(
    {length: threads - 1},
    () => new Worker(new URL("./convolution-thread.ts", import.meta.url), {type: "module"})
  );
  try {
    await Promise.all(helpers.map((helper) => startHelper(helper, {module, memory, control}, abandoned)));
  } catch (error) {
    helpers.forEach((helper) => helper.terminate());
    throw error;
  }
  return {exports: instance.exports as unknown as ConvolutionExports, control, helpers};
}

function startHelper(helper: Worker, start: ThreadStart, abandoned: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (abandoned.aborted) return reject(abandoned.reason as Error);
    helper.onmessage = () => resolve();
    helper.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || "a helper thread of the convolutions failed"));
    };
    abandoned.addEventListener("abort", () => reject(abandoned.reason as Error));
    helper.postMessage(start);
  });
}

/** A convolution to be computed: its size, and the arguments of `convolve` behind the first four. */
export interface Work {
  tiles: number;
  panels: number;
  inputBytes: number;
  kernelBytes: number;
  given: readonly number[];
}

/** Computes a convolution with all threads. */
export function compute({control, exports, helpers}: Team, work: Work): void {
  const {each, pieces} = cut(work, helpers.length + 1);
  control.set([work.tiles, each.tiles, work.panels, each.panels, ...work.given], TILES);
  Atomics.store(control, DONE, 0);
  Atomics.store(control, LEFT, pieces);
  if (helpers.length > 0 && pieces > 1) {
    Atomics.add(control, TURN, 1);
    Atomics.notify(control, TURN);
  }
  takePieces(control, exports);
  for (let done = Atomics.load(control, DONE); done < pieces; done = Atomics.load(control, DONE))
    if (!waitWhile(control, DONE, done, PATIENCE))
      throw new Error("aborted(a helper thread of the convolutions stopped)");
}

/**
 * Cuts a convolution into pieces of tiles and panels. A piece's part of the map is to stay in a core's cache while panel after
 * panel goes over it. Of several threads each is to get some pieces, for one may be held up; they share the larger of map and
 * kernel between them, and all read the smaller.
 */
export function cut(
  {tiles, panels, inputBytes, kernelBytes}: Omit<Work, "given">,
  threads: number
): {each: {tiles: number; panels: number}; pieces: number} {
  const multiplyAdds = (tiles * kernelBytes) / 4; // for one pixel of each tile
  const wanted = threads === 1 ? 1 : Math.max(1, Math.min(4 * threads, Math.floor(multiplyAdds / LEAST)));
  const byPanel = kernelBytes > inputBytes;
  const cached = Math.max(1, Math.floor((CACHED / inputBytes) * tiles));
  const each = {
    tiles: Math.min(cached, byPanel ? tiles : Math.ceil(tiles / wanted)),
    panels: byPanel ? Math.ceil(panels / wanted) : panels
  };
  return {each, pieces: Math.ceil(tiles / each.tiles) * Math.ceil(panels / each.panels)};
}

const CACHED = 256 * 1024; // bytes of the map in a piece: a part of the second-level cache
const LEAST = 1e5; // multiply–adds for one pixel of each tile of a piece: some 0.02 ms
const PATIENCE = 60_000; // milliseconds
