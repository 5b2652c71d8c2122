/**
 * Chooses where TensorFlow.js computes: WebGPU, WebGL, WebAssembly (SIMD, threads where the page may have them), plain
 * JavaScript last. A backend's code is loaded only when it is tried, and it must first get a small convolution right.
 *
 * The choice is a rule by the size of the network, not a race: a race would load every backend and keep the reader waiting.
 * Networks below `SMALL_NETWORK_MACS` start with WebAssembly, larger ones with the GPU; one that the processor only imitates
 * is passed over, being 20 to 70 times slower than WebAssembly. Threads that do not start leave WebAssembly on one thread.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {BackendWasm} from "@tensorflow/tfjs-backend-wasm";
import {convolvePacked, packKernel, packs, startConvolutions, stopConvolutions} from "./convolution.ts";

/** Names of backends as TensorFlow.js knows them. */
export type BackendName = "webgpu" | "webgl" | "wasm" | "cpu";

/** A backend in use. `threads` is 1 for all but WebAssembly. */
export interface Backend {
  backend: BackendName;
  threads: number;
  simd: boolean;
  /** Bits of the floats that it computes with. */
  precision: 16 | 32;
}

/** Where the three WebAssembly binaries are, by TensorFlow.js's own file names, or their folder. */
export type WasmFiles =
  | string
  | Record<"tfjs-backend-wasm.wasm" | "tfjs-backend-wasm-simd.wasm" | "tfjs-backend-wasm-threaded-simd.wasm", string>;

/** What decides about the backend. */
export interface BackendRequest {
  /** Multiply–adds of one run of the network. */
  macs: number;
  wasmFiles: WasmFiles;
  /** Try only this one; software renderers are then allowed, for tests. */
  force?: BackendName | undefined;
  /** Not these: they computed wrong numbers before. */
  except?: readonly BackendName[];
  /** Threads for WebAssembly; by `threadCount` unless told. */
  threads?: number | undefined;
}

/**
 * Below this, a GPU spends longer on starting the operations of a network one by one (some 0.1 ms each, and a read-back)
 * than WebAssembly spends on computing them (about 25 million multiply–adds in 2–5 ms).
 */
export const SMALL_NETWORK_MACS = 100e6;

/** The order in which backends are tried for a network of a size. */
export function preference(macs: number): readonly BackendName[] {
  return macs < SMALL_NETWORK_MACS ? ["wasm", "webgpu", "webgl", "cpu"] : ["webgpu", "webgl", "wasm", "cpu"];
}

/**
 * Threads for WebAssembly: one unless the page is cross-origin isolated; all of up to two cores; of more, half, because
 * the browser counts hyperthreads and oversubscribing is very slow; at most eight.
 *
 * A small network gets one: its 60 operations take some 50 µs each, less than threads need to meet after each of them,
 * and where another program holds a core they wait for it sixty times (seen: 3 ms on one thread, 1 s on two).
 */
export function threadCount(isolated: boolean, cores: number, macs: number): number {
  if (!isolated || macs < SMALL_NETWORK_MACS) return 1;
  return cores <= 2 ? Math.max(1, cores) : Math.min(8, Math.floor(cores / 2));
}

/**
 * Starts the best backend that works and makes it current. A backend once started stays and is taken again.
 * @throws listing what was tried and why it failed
 */
export async function startBackend(request: BackendRequest): Promise<Backend> {
  const wanted = request.force === undefined ? preference(request.macs) : [request.force];
  const names = wanted.filter((name) => !request.except?.includes(name));
  const failures: string[] = [];
  for (const name of names) {
    try {
      return await start(name, request);
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`no way to compute works in this browser (${failures.join("; ")}); try a newer one`);
}

const started = new Map<BackendName, Backend>();

async function start(name: BackendName, request: BackendRequest): Promise<Backend> {
  const running = started.get(name);
  if (
    running !== undefined &&
    (name !== "wasm" || request.threads === undefined || request.threads === running.threads)
  ) {
    await tf.setBackend(name);
    return running;
  }
  const backend = name === "wasm" ? await startWasm(request) : await attempt(name, request);
  started.set(name, backend);
  return backend;
}

/** WebAssembly with its threads; where they do not start, on one. */
async function startWasm(request: BackendRequest): Promise<Backend> {
  const {threads, macs} = request;
  const isolated = globalThis.crossOriginIsolated === true;
  const count = Math.max(1, threads ?? threadCount(isolated, navigator.hardwareConcurrency, macs));
  try {
    return await attempt("wasm", {...request, threads: count});
  } catch (error) {
    if (count === 1) throw error;
    forget("wasm");
    return attempt("wasm", {...request, threads: 1});
  }
}

function attempt(name: BackendName, request: BackendRequest): Promise<Backend> {
  return within(START_LIMIT, async () => {
    const backend = await starters[name](request);
    await selfCheck();
    return backend;
  });
}

/** Undoes a start, so that the next one begins afresh. */
function forget(name: BackendName): void {
  stopConvolutions();
  const factory = tf.findBackendFactory(name);
  if (factory === null) return;
  tf.removeBackend(name);
  tf.registerBackend(name, factory);
}

// A backend whose helper threads cannot start would otherwise wait for ever.
const START_LIMIT = 20_000;

/** Waits for work up to a limit; an error that its helpers let fall meanwhile, which would end this worker, ends the wait. */
async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    const late = (): void => reject(new Error(`did not start within ${milliseconds / 1000} s`));
    const timer = setTimeout(late, milliseconds);
    over.signal.addEventListener("abort", () => clearTimeout(timer));
    const dropped = (event: Event): void => {
      event.preventDefault();
      reject(new Error((event as ErrorEvent).message || "a helper thread failed"));
    };
    globalThis.addEventListener?.("error", dropped, {signal: over.signal});
  });
  return Promise.race([work(), failed]).finally(() => over.abort());
}

async function activate(name: BackendName): Promise<void> {
  if (!(await tf.setBackend(name))) throw new Error("could not be started");
  await tf.ready();
}

let wasmLocated = false;

const starters: Record<BackendName, (request: BackendRequest) => Promise<Backend>> = {
  async webgpu({force}) {
    if (force === undefined) await needHardwareWebGpu();
    await import("@tensorflow/tfjs-backend-webgpu");
    await activate("webgpu");
    return {backend: "webgpu", threads: 1, simd: false, precision: 32};
  },
  async webgl({force}) {
    if (force === undefined) needHardwareWebGl();
    await import("@tensorflow/tfjs-backend-webgl");
    await activate("webgl");
    // Where a driver cannot draw into textures of 32-bit floats, TensorFlow.js takes those of 16 bits.
    const precision = tf.env().getBool("WEBGL_RENDER_FLOAT32_ENABLED") ? 32 : 16;
    return {backend: "webgl", threads: 1, simd: false, precision};
  },
  async wasm({threads: count = 1, wasmFiles}) {
    if (started.has("wasm")) throw new Error("is already running with another number of threads");
    const wasm = await import("@tensorflow/tfjs-backend-wasm");
    if (!wasmLocated) wasm.setWasmPaths(wasmFiles); // refused after a failed start
    wasmLocated = true;
    wasm.setThreadsCount(1); // the threads are our convolutions' own
    if (count === 1) tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    await activate("wasm");
    return {
      backend: "wasm",
      threads: Math.max(1, await startConvolutions(tf.backend() as BackendWasm, count)),
      simd: (await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT")) === true,
      precision: 32
    };
  },
  async cpu() {
    await import("@tensorflow/tfjs-backend-cpu");
    await activate("cpu");
    return {backend: "cpu", threads: 1, simd: false, precision: 32};
  }
};

// The few properties of the WebGPU interface that are asked here; TypeScript's own library does not have it yet.
interface GpuAdapter {
  isFallbackAdapter?: boolean;
  info?: {isFallbackAdapter?: boolean; vendor?: string; architecture?: string; description?: string};
}

/** Whether the name of a graphics device means that it is drawn by the processor. */
export function isSoftware(name: string): boolean {
  return /swiftshader|llvmpipe|software|basic render|lavapipe/i.test(name);
}

async function needHardwareWebGpu(): Promise<void> {
  const {gpu} = navigator as {gpu?: {requestAdapter(): Promise<GpuAdapter | null>}};
  const adapter = await gpu?.requestAdapter();
  if (adapter === undefined || adapter === null) throw new Error("not available");
  const {info = {}} = adapter;
  const name = [info.vendor, info.architecture, info.description].join(" ");
  if (adapter.isFallbackAdapter === true || info.isFallbackAdapter === true || isSoftware(name))
    throw new Error("only in software");
}

function needHardwareWebGl(): void {
  if (typeof OffscreenCanvas === "undefined") throw new Error("not available");
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (gl === null) throw new Error("not available");
  const named = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(named === null ? gl.RENDERER : named.UNMASKED_RENDERER_WEBGL));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  if (isSoftware(name)) throw new Error("only in software");
}

/**
 * Runs a small convolution, by TensorFlow.js and if they run by our own convolutions, and compares it with plain arithmetic.
 * @throws if a number is off by more than 1 in 10,000, as with drivers that compute in half precision
 */
export async function selfCheck(): Promise<void> {
  const [size, inside, out] = [6, 3, 4];
  const x = Float32Array.from({length: size * size * inside}, (_, i) => Math.sin(i));
  const k = Float32Array.from({length: 9 * inside * out}, (_, i) => Math.cos(i));
  const shape: [number, number, number, number] = [3, 3, inside, out];
  const ways = [(map: tf.Tensor4D): tf.Tensor => tf.relu(tf.conv2d(map, tf.tensor4d(k, shape), 1, "valid"))];
  const margins = {top: 0, bottom: 0, left: 0, right: 0};
  const packed = packKernel(k, shape, null);
  if (packs())
    ways.push(
      (map) =>
      convolvePacked(map, tf.tensor3d(packed.values, packed.shape), {window: [3, 3], stride: [1, 1], margins, channels: out, relu: true}) // prettier-ignore
    );
  for (const way of ways) {
    const y = tf.tidy(() => way(tf.tensor4d(x, [1, size, size, inside])));
    const found = await y.data();
    y.dispose();
    for (let at = 0; at < found.length; at++) {
      const [c, column, row] = [at % out, Math.floor(at / out) % 4, Math.floor(at / out / 4)];
      let sum = 0;
      for (let tap = 0; tap < 9 * inside; tap++) {
        const [i, dx, dy] = [tap % inside, Math.floor(tap / inside) % 3, Math.floor(tap / inside / 3)];
        sum += x[((row + dy) * size + column + dx) * inside + i]! * k[tap * out + c]!;
      }
      const wanted = Math.max(0, sum);
      if (!(Math.abs(found[at]! - wanted) <= 1e-4 * Math.max(1, wanted)))
        throw new Error(`computes wrong numbers (${found[at]} for ${wanted})`);
    }
  }
}
