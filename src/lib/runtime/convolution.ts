/**
 * Our own convolutions on the memory of TensorFlow.js's WebAssembly backend, for kernels that were packed beforehand; faster
 * than the backend's own on one thread and on two. `npm run bench` measures them.
 *
 * A map is first laid into zeros where windows reach beyond it; then the convolution is one product of matrices, see
 * `convolution-module.ts`, which is cut into pieces for the threads, see `convolution-team.ts`. The threads are ours: the
 * backend's own look for work a million times before they sleep (pthreadpool, `PTHREADPOOL_SPIN_WAIT_ITERATIONS`), and would
 * hold the cores. Depthwise and grouped convolutions, training and all other operations stay with TensorFlow.js, on one thread;
 * so does everything in a browser without SIMD.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {BackendWasm} from "@tensorflow/tfjs-backend-wasm";
import type {Margins} from "../analysis/measure.ts";
import type {Pair} from "../spec/net.ts";
import {convolutionModule, PANEL, tileRows} from "./convolution-module.ts";
import {compute, gather, type Team} from "./convolution-team.ts";

/** What a convolution with a packed kernel is told. */
export interface Geometry {
  window: Pair;
  stride: Pair;
  margins: Margins;
  /** Output channels. */
  channels: number;
  relu: boolean;
}

interface Running {
  memory: WebAssembly.Memory;
  team: Team;
  /** Pixels in a tile. */
  height: number;
}

let running: Running | null = null;
let starting = new AbortController();

/** Whether kernels for the current backend are to be packed. */
export function packs(): boolean {
  return running !== null && tf.getBackend() === "wasm";
}

/**
 * Starts the convolutions on the backend's memory, with multiply and add in one instruction if the browser has it.
 * @returns the threads in use: one where the memory is not shared; 0 if the browser lacks SIMD, and TensorFlow.js has to convolve
 * @throws if helper threads do not start
 */
export async function startConvolutions(backend: BackendWasm, threads: number): Promise<number> {
  stopConvolutions();
  const {wasmMemory, asm} = heapOf(backend);
  const memory = wasmMemory ?? asm?.memory;
  if (memory === undefined) return 0;
  const shared = !(memory.buffer instanceof ArrayBuffer);
  const choices = [true, false].map((fused) => ({
    height: tileRows({fused}),
    bytes: convolutionModule({fused, shared})
  }));
  const chosen = choices.find(({bytes}) => WebAssembly.validate(bytes));
  if (chosen === undefined) return 0;
  const {signal} = starting;
  const team = await gather(chosen.bytes, memory, shared ? threads : 1, signal);
  signal.throwIfAborted();
  running = {memory, team, height: chosen.height};
  for (const [kernelName, kernelFunc] of Object.entries(kernels))
    if (tf.getKernel(kernelName, "wasm") === undefined)
      tf.registerKernel({kernelName, backendName: "wasm", kernelFunc: kernelFunc as unknown as tf.KernelFunc});
  return 1 + team.helpers.length;
}

/** Ends the helper threads; kernels packed before are of no more use. */
export function stopConvolutions(): void {
  starting.abort(new Error("the start of the convolutions was given up"));
  starting = new AbortController();
  running?.team.helpers.forEach((helper) => helper.terminate());
  running = null;
}

/** What Emscripten's module has beside what TensorFlow.js declares: it holds the memory that it shares, or exports its own. */
interface Heap {
  _malloc(bytes: number): number;
  _free(address: number): void;
  wasmMemory?: WebAssembly.Memory;
  asm?: {memory?: WebAssembly.Memory};
}

const heapOf = ({wasm}: BackendWasm): Heap => wasm as unknown as Heap;

/**
 * A kernel [height, width, in, out] as the convolutions read it: [panel of eight output channels][biases, then each tap][8],
 * filled up with zeros.
 */
export function packKernel(
  kernel: Float32Array,
  shape: readonly number[],
  bias: Float32Array | null
): {values: Float32Array; shape: [number, number, number]} {
  const channels = shape[3]!;
  const taps = kernel.length / channels;
  const panels = Math.ceil(channels / PANEL);
  const values = new Float32Array(panels * (taps + 1) * PANEL);
  for (let tap = -1; tap < taps; tap++)
    for (let c = 0; c < channels; c++)
      values[(Math.floor(c / PANEL) * (taps + 1) + tap + 1) * PANEL + (c % PANEL)] =
        tap < 0 ? (bias?.[c] ?? 0) : kernel[tap * channels + c]!;
  return {values, shape: [panels, taps + 1, PANEL]};
}

/** Convolves [batch, height, width, channels] with a packed kernel, its biases and perhaps a ReLU included. */
export function convolvePacked(x: tf.Tensor4D, kernel: tf.Tensor, geometry: Geometry): tf.Tensor4D {
  return tf.engine().runKernel("PackedConvolution", {x, kernel}, geometry as unknown as tf.NamedAttrMap);
}

/** Puts maps [batch, height, width, …] of one size side by side, channels after channels; only where `packs()`. */
export function joinChannels(maps: readonly tf.Tensor[]): tf.Tensor {
  return tf.engine().runKernel("JoinedChannels", maps as unknown as tf.NamedTensorMap);
}

interface Call<Inputs> {
  inputs: Inputs;
  attrs: Geometry;
  backend: BackendWasm;
}

const kernels = {
  PackedConvolution({
    inputs: {x, kernel},
    attrs,
    backend
  }: Call<{x: tf.TensorInfo; kernel: tf.TensorInfo}>): tf.TensorInfo {
    const {memory, team, height: tileHeight} = needed();
    const heap = heapOf(backend);
    const {window, stride, margins, channels, relu} = attrs;
    const [batch, height, width, inside] = x.shape as [number, number, number, number];
    const {top, bottom, left, right} = margins;
    const [paddedHeight, paddedWidth] = [top + height + bottom, left + width + right];
    const outHeight = Math.floor((paddedHeight - window[0]) / stride[0]) + 1;
    const outWidth = Math.floor((paddedWidth - window[1]) / stride[1]) + 1;
    const out = backend.makeOutput([batch, outHeight, outWidth, channels], "float32");

    // 1. Room for the windows' places and, if anything is to be padded, for the padded maps.
    const pixels = batch * outHeight * outWidth;
    const tiles = Math.ceil(pixels / tileHeight);
    const [pixel, row, image] = [4 * inside, 4 * inside * paddedWidth, 4 * inside * paddedWidth * paddedHeight];
    const padded = top + bottom + left + right > 0;
    const offsets = heap._malloc(4 * tiles * tileHeight + (padded ? batch * image : 0)) >>> 0;
    if (offsets === 0) throw new Error("convolution: out of memory");

    // 2. Where the window of each output pixel begins, the last pixel's repeated.
    const places = new Int32Array(memory.buffer, offsets, tiles * tileHeight);
    for (let n = 0, at = 0; n < batch; n++)
      for (let y = 0; y < outHeight; y++)
        for (let i = 0; i < outWidth; i++, at++) places[at] = n * image + y * stride[0] * row + i * stride[1] * pixel;
    places.fill(places[pixels - 1]!, pixels);

    // 3. The maps within zeros.
    const given = addressOf(backend, x);
    const from = padded ? offsets + places.byteLength : given;
    const first = top * row + left * pixel;
    for (let n = 0; padded && n < batch; n++)
      team.exports.lay(given + n * height * width * pixel, height, width * pixel, from + n * image, image, first, row);

    // 4. The product.
    compute(team, {
      tiles,
      panels: kernel.shape[0]!,
      inputBytes: batch * image,
      kernelBytes: 4 * tf.util.sizeFromShape(kernel.shape),
      given: [
        ...[from, offsets, pixels, window[0], window[1] * pixel, row, addressOf(backend, kernel)],
        ...[addressOf(backend, out), channels, relu ? 0 : MINUS_INFINITY]
      ]
    });
    heap._free(offsets);
    return out;
  },

  JoinedChannels({inputs, backend}: Call<tf.TensorInfo[]>): tf.TensorInfo {
    const [first] = inputs as [tf.TensorInfo];
    const channels = inputs.map(({shape}) => shape.at(-1)!);
    const all = channels.reduce((a, b) => a + b, 0);
    const out = backend.makeOutput([...first.shape.slice(0, -1), all], "float32");
    const pixels = tf.util.sizeFromShape(first.shape) / channels[0]!;
    let before = 0;
    for (const [i, map] of inputs.entries()) {
      needed().team.exports.lay(addressOf(backend, map), pixels, 4 * channels[i]!, addressOf(backend, out), 0, 4 * before, 4 * all); // prettier-ignore
      before += channels[i]!;
    }
    return out;
  }
};

function needed(): Running {
  if (running === null) throw new Error("our own convolutions are not running");
  return running;
}

function addressOf(backend: BackendWasm, {dataId}: tf.TensorInfo): number {
  return backend.dataIdMap.get(dataId).memoryOffset;
}

const MINUS_INFINITY = 0xff800000; // float32's bits
