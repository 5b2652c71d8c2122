import * as tf from "@tensorflow/tfjs-core";
import type {BackendWasm} from "@tensorflow/tfjs-backend-wasm";
import {beforeAll, describe, expect, test, vi} from "vitest";
import {network} from "../../src/lib/nets/registry.ts";
import {
  convolvePacked,
  type Geometry,
  joinChannels,
  packKernel,
  packs,
  startConvolutions
} from "../../src/lib/runtime/convolution.ts";
import {PANEL} from "../../src/lib/runtime/convolution-module.ts";
import {seededModel, use} from "./models.ts";
import {relativeDifference, seededPixels} from "./numbers.ts";

type Four = [number, number, number, number];
/** A convolution: [batch, height, width, in], kernel and stride [height, width], [top, bottom, left, right], out. */
interface Item {
  shape: Four;
  window: [number, number];
  stride: [number, number];
  pad: Four;
  channels: number;
}

const item = (shape: Four, window: [number, number], stride: [number, number], pad: Four, channels: number): Item => ({
  ...{shape, window, stride, pad, channels}
});

const items: Record<string, Item> = {
  "1×1": item([1, 5, 7, 9], [1, 1], [1, 1], [0, 0, 0, 0], 16),
  "1×1 with a stride": item([1, 7, 6, 5], [1, 1], [2, 2], [0, 0, 0, 0], 8),
  "3×3 padded": item([1, 9, 7, 5], [3, 3], [1, 1], [1, 1, 1, 1], 24),
  "3×3 with a stride that leaves a column over": item([1, 8, 9, 4], [3, 3], [2, 2], [0, 0, 0, 0], 8),
  "7×7 of one channel with a stride": item([1, 17, 15, 1], [7, 7], [2, 2], [3, 3, 3, 3], 20),
  "1×7": item([1, 4, 9, 6], [1, 7], [1, 1], [0, 0, 3, 3], 9),
  "7×1": item([1, 9, 4, 6], [7, 1], [1, 1], [3, 3, 0, 0], 7),
  "2×3 padded at two sides, strides apart": item([1, 6, 8, 3], [2, 3], [1, 2], [1, 0, 0, 1], 12),
  "5×5 on a batch": item([3, 6, 5, 4], [5, 5], [1, 1], [2, 2, 2, 2], 10),
  "1×1 on a batch": item([4, 1, 1, 13], [1, 1], [1, 1], [0, 0, 0, 0], 1),
  "one pixel, one channel": item([1, 3, 3, 2], [3, 3], [1, 1], [0, 0, 0, 0], 1),
  "a map larger than a piece": item([1, 64, 60, 24], [3, 3], [1, 1], [1, 1, 1, 1], 17)
};

interface Numbers {
  x: Float32Array;
  kernel: Float32Array;
  bias: Float32Array;
}

// Of both signs, without pattern.
const numbers = (shape: readonly number[], step: number): Float32Array =>
  Float32Array.from({length: tf.util.sizeFromShape([...shape])}, (_, i) => (((i + 1) * step) % 1009) / 1008 - 0.5);

const numbersOf = ({shape, window, channels}: Item): Numbers => ({
  x: numbers(shape, 7919),
  kernel: numbers([...window, shape[3], channels], 6763),
  bias: numbers([channels], 5519)
});

/** The convolution by TensorFlow.js on the current backend. */
function reference(
  {shape, window, stride, pad, channels}: Item,
  {x, kernel, bias}: Numbers,
  relu: boolean
): Float32Array {
  const [top, bottom, left, right] = pad;
  return tf.tidy(
    () =>
      tf.fused
        .conv2d({
          x: tf.tensor4d(x, shape),
          filter: tf.tensor4d(kernel, [...window, shape[3], channels]),
          bias: tf.tensor1d(bias),
          strides: stride,
          pad: [[0, 0], [top, bottom], [left, right], [0, 0]], // prettier-ignore
          activation: relu ? "relu" : "linear"
        })
        .dataSync() as Float32Array
  );
}

function geometryOf({window, stride, pad, channels}: Item, relu: boolean): Geometry {
  const [top, bottom, left, right] = pad;
  return {window, stride, margins: {top, bottom, left, right}, channels, relu};
}

function packed(one: Item, {x, kernel, bias}: Numbers, relu: boolean): Float32Array {
  const {values, shape} = packKernel(kernel, [...one.window, one.shape[3], one.channels], bias);
  return tf.tidy(
    () =>
      convolvePacked(
        tf.tensor4d(x, one.shape),
        tf.tensor3d(values, shape),
        geometryOf(one, relu)
      ).dataSync() as Float32Array
  );
}

const wanted = new Map<string, Float32Array>();

beforeAll(async () => {
  await use("cpu");
  expect(packs()).toBe(false);
  for (const [name, one] of Object.entries(items)) wanted.set(name, reference(one, numbersOf(one), false));
  await use("wasm");
});

/** Starts the convolutions anew in a browser that compiles only the modules that pass. */
async function startWhere(passes: (position: number) => boolean): Promise<number> {
  let asked = 0;
  const spy = vi.spyOn(WebAssembly, "validate").mockImplementation(() => passes(asked++));
  const threads = await startConvolutions(tf.backend() as BackendWasm, 1);
  spy.mockRestore();
  return threads;
}

describe.each([
  ["multiply and add in one instruction", 0],
  ["plain SIMD", 1]
])("with %s", (_, position) => {
  beforeAll(async () => {
    expect(await startWhere((asked) => asked === position)).toBe(1);
    expect(packs()).toBe(true);
  });

  test.each(Object.keys(items))("%s gives what TensorFlow.js's plain backend gives", (name) => {
    const given = numbersOf(items[name]!);
    const found = packed(items[name]!, given, false);
    if (found.length > 10) expect(found.some((value) => value < 0)).toBe(true);
    expect(relativeDifference(found, wanted.get(name)!)).toBeLessThan(2e-6);
    const above = packed(items[name]!, given, true);
    expect(above).toEqual(found.map((value) => Math.max(0, value)));
  });

  test("a number that is none stays none, and reaches only its windows", () => {
    const one = items["3×3 padded"]!;
    const given = numbersOf(one);
    given.x[0] = NaN;
    const found = packed(one, given, true);
    const spoilt = new Set([...found.keys()].filter((i) => Number.isNaN(found[i])).map((i) => Math.floor(i / 24)));
    expect([...spoilt]).toEqual([0, 1, 7, 8]);
  });

  test("no tensor and no memory of the backend is left over", () => {
    const one = items["a map larger than a piece"]!;
    const {x, kernel} = numbersOf(one);
    const {values, shape} = packKernel(kernel, [...one.window, one.shape[3], one.channels], null);
    const [map, weights] = [tf.tensor4d(x, one.shape), tf.tensor3d(values, shape)];
    const run = (): void => convolvePacked(map, weights, geometryOf(one, true)).dispose();
    run();
    const heap = (tf.backend() as unknown as {wasm: {HEAPU8: Uint8Array}}).wasm;
    const [tensors, bytes] = [tf.memory().numTensors, heap.HEAPU8.length];
    for (let i = 0; i < 100; i++) run(); // 40 MB of padded maps, were they kept
    expect(tf.memory().numTensors).toBe(tensors);
    expect(heap.HEAPU8.length).toBe(bytes);
    tf.dispose([map, weights]);
  });
});

test("joinChannels(maps) is their concatenation along the channels", () => {
  const shapes: Four[] = [[2, 3, 5, 4], [2, 3, 5, 1], [2, 3, 5, 7]]; // prettier-ignore
  tf.tidy(() => {
    const maps = shapes.map((shape, i) => tf.tensor4d(numbers(shape, 7919 + i), shape));
    const joined = joinChannels(maps);
    expect(joined.shape).toEqual([2, 3, 5, 12]);
    expect(joined.dataSync()).toEqual(tf.concat(maps, 3).dataSync());
  });
});

test("packKernel(kernel, shape, bias) puts biases before the taps of each panel and zeros beyond the last channel", () => {
  const kernel = Float32Array.from({length: 2 * 9}, (_, i) => 100 + i); // [1, 1, 2, 9]
  const {values, shape} = packKernel(
    kernel,
    [1, 1, 2, 9],
    Float32Array.from({length: 9}, (_, i) => i + 1)
  );
  expect(shape).toEqual([2, 3, PANEL]);
  const zeros = [0, 0, 0, 0, 0, 0, 0];
  expect([...values]).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7, 8, 100, 101, 102, 103, 104, 105, 106, 107, 109, 110, 111, 112, 113, 114, 115, 116],
    ...[9, ...zeros, 108, ...zeros, 117, ...zeros]
  ]);
});

test("a browser without SIMD leaves the convolutions to TensorFlow.js, with the same logits", async () => {
  const pixels = seededPixels([32, 32, 3]);
  const logits = async (): Promise<Float32Array> => {
    const model = seededModel(network("compact-v1").net(), [32, 32, 3]);
    const {logits: found} = await model.run(pixels);
    model.dispose();
    return found;
  };
  expect(await startWhere(() => true)).toBe(1);
  const ours = await logits();
  expect(await startWhere(() => false)).toBe(0);
  expect(packs()).toBe(false);
  const theirs = await logits();
  expect(relativeDifference(ours, theirs)).toBeLessThan(1e-5);
  expect(ours).not.toEqual(theirs); // not the same sums in the same order
});
