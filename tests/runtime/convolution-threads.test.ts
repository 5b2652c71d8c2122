import {Worker as NodeWorker} from "node:worker_threads";
import {afterEach, expect, test, vi} from "vitest";
import {convolutionModule, PANEL, tileRows} from "../../src/lib/runtime/convolution-module.ts";
import {compute, gather, type Team, type Work} from "../../src/lib/runtime/convolution-team.ts";

const helpers: BrowserWorker[] = [];

/** A browser's `Worker` on a thread of Node's; without a program it fails as one whose program cannot be loaded. */
class BrowserWorker {
  onmessage: () => void = () => undefined;
  onerror: (event: {message: string; preventDefault(): void}) => void = () => undefined;
  ended = false;
  #thread: NodeWorker;
  constructor() {
    this.#thread = new NodeWorker(new URL(`./${BrowserWorker.program}`, import.meta.url));
    this.#thread.on("message", () => this.onmessage());
    this.#thread.on("error", () => this.onerror({message: "", preventDefault: () => undefined}));
    helpers.push(this);
  }
  postMessage(data: unknown): void {
    this.#thread.postMessage(data);
  }
  terminate(): void {
    this.ended = true;
    void this.#thread.terminate();
  }
  static program = "convolution-worker.mjs";
}

vi.stubGlobal("Worker", BrowserWorker);

afterEach(() => {
  helpers.splice(0).forEach((helper) => helper.terminate());
  BrowserWorker.program = "convolution-worker.mjs";
});

const never = new AbortController().signal;
const bytes = convolutionModule({fused: false, shared: true});
const newMemory = (): WebAssembly.Memory => new WebAssembly.Memory({initial: 40, maximum: 40, shared: true});

/** A 1×1 convolution of 900 pixels, 64 channels to 44, which starts at an address. */
function workOn(memory: WebAssembly.Memory, start: number): {work: Work; out: Float32Array} {
  const [pixels, inside, channels] = [900, 64, 44];
  const [tiles, panels] = [Math.ceil(pixels / tileRows({fused: false})), Math.ceil(channels / PANEL)];
  const sizes = [pixels, pixels * inside, panels * (inside + 1) * PANEL];
  const [offsets, x, kernel, out] = [0, 1, 2, 3].map(
    (i) => start + 4 * sizes.slice(0, i).reduce((a, b) => a + b, 0)
  ) as [number, number, number, number];
  const places = new Int32Array(memory.buffer, offsets, pixels);
  places.forEach((_, i) => (places[i] = i * inside * 4));
  const numbers = new Float32Array(memory.buffer, x, sizes[1]! + sizes[2]!);
  numbers.forEach((_, i) => (numbers[i] = Math.sin(i + start)));
  const given = [x, offsets, pixels, 1, 4 * inside, 4 * inside, kernel, out, channels, 0];
  const [inputBytes, kernelBytes] = [4 * sizes[1]!, 4 * sizes[2]!];
  return {
    work: {tiles, panels, inputBytes, kernelBytes, given},
    out: new Float32Array(memory.buffer, out, pixels * channels)
  };
}

async function found(threads: number, runs: number): Promise<{results: Float32Array[]; team: Team}> {
  const memory = newMemory();
  const team = await gather(bytes, memory, threads, never);
  const works = [0, 1 << 20].map((start) => workOn(memory, start));
  const results: Float32Array[] = [];
  for (let run = 0; run < runs; run++) {
    const {work, out} = works[run % 2]!;
    out.fill(NaN);
    compute(team, work);
    results.push(out.slice());
  }
  return {results, team};
}

test("compute(team, work) gives the same with helpers as without, run after run", async () => {
  const {results: wanted} = await found(1, 2);
  const {results, team} = await found(3, 300);
  expect(team.helpers).toHaveLength(2);
  expect(wanted[0]!.some((value) => value > 1)).toBe(true);
  expect(wanted[0]).not.toEqual(wanted[1]);
  expect(results.filter((result, run) => !result.every((value, i) => value === wanted[run % 2]![i]))).toHaveLength(0);
});

test("helpers take pieces: one alone computes a convolution while its starter only waits", async () => {
  const memory = newMemory();
  const team = await gather(bytes, memory, 2, never);
  const {work, out} = workOn(memory, 0);
  const idle = {...team, exports: {...team.exports, convolve: vi.fn(() => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300))}}; // prettier-ignore
  out.fill(NaN);
  compute(idle, work);
  expect(idle.exports.convolve.mock.calls.length).toBeLessThanOrEqual(1);
  expect([...out].filter((value) => !Number.isNaN(value)).length).toBeGreaterThan(out.length / 2);
});

test("gather() ends all helpers and throws if one does not start, or if it is given up", async () => {
  BrowserWorker.program = "nowhere.mjs";
  await expect(gather(bytes, newMemory(), 3, never)).rejects.toThrow("a helper thread of the convolutions failed");
  expect(helpers.map(({ended}) => ended)).toEqual([true, true]);
  BrowserWorker.program = "convolution-worker.mjs";
  const abandoned = new AbortController();
  const start = gather(bytes, newMemory(), 2, abandoned.signal);
  abandoned.abort(new Error("given up"));
  await expect(start).rejects.toThrow("given up");
  expect(helpers.every(({ended}) => ended)).toBe(true);
});
