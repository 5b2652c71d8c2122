import * as tf from "@tensorflow/tfjs-core";
import {beforeAll, describe, expect, test, vi} from "vitest";
import {network} from "../../src/lib/nets/registry.ts";
import {loadModel, type Model, softmax} from "../../src/lib/runtime/model.ts";
import {nodeAt} from "../../src/lib/spec/graph.ts";
import {add, concat, conv, maxPool, relu, series} from "../../src/lib/spec/build.ts";
import {sheetOfNetwork, seededModel, use} from "./models.ts";
import {relativeDifference, seededPixels} from "./numbers.ts";

// A machine that trains at the same time is slow.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

beforeAll(async () => {
  await use("wasm");
});

const compact = (options: {folding?: boolean} = {}): Model =>
  seededModel(network("compact-v1").net(), [32, 32, 3], options);
const pixels = seededPixels([32, 32, 3]);
const memory = (): {numTensors: number; numBytes: number; numDataBuffers: number} => {
  const {numTensors, numBytes, numDataBuffers} = tf.memory();
  return {numTensors, numBytes, numDataBuffers};
};

describe("folding", () => {
  test("changes no activation of compact-v1 by more than 1e-5", async () => {
    const [folded, apart] = [compact(), compact({folding: false})];
    const watch = [...folded.sheet.graph.outline.parts.map(({path}) => path), "3a/1x1/bn", "4a/5x5/conv"];
    const [a, b] = [await folded.run(pixels, {watch}), await apart.run(pixels, {watch})];
    for (const path of watch)
      expect(relativeDifference(a.activations.get(path)!.values, b.activations.get(path)!.values), path).toBeLessThan(
        1e-5
      );
    expect(relativeDifference(a.logits, b.logits)).toBeLessThan(1e-5);
    folded.dispose();
    apart.dispose();
  });

  test("uploads fewer tensors than batch normalisation apart", () => {
    const before = tf.memory().numTensors;
    const folded = compact();
    const few = tf.memory().numTensors - before;
    const apart = compact({folding: false});
    const many = tf.memory().numTensors - before - few;
    const units = folded.sheet.rows.filter(({op}) => op.kind === "batchNorm").length;
    const dense = folded.sheet.rows.filter(({op}) => op.kind === "dense").length;
    expect(few).toBe(units + 2 * dense); // kernel with its offsets per unit; kernel and offset per dense layer
    expect(many).toBe(3 * units + 2 * dense); // kernel, factor and offset
    folded.dispose();
    apart.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("watching", () => {
  test("gives every node's activation in its measured shape, the same as alone", async () => {
    const model = compact();
    const {graph, rows} = model.sheet;
    const all = graph.nodes.map(({path}) => path).filter((path) => path !== "");
    const {activations, logits} = await model.run(pixels, {watch: all});
    for (const [path, {shape, values}] of activations) {
      expect(shape).toEqual(rows[nodeAt(graph, path)]!.shape);
      expect(values.length).toBe(shape.reduce((a, b) => a * b, 1));
    }
    const plain = await model.run(pixels);
    expect(relativeDifference(logits, plain.logits)).toBeLessThan(1e-5);
    const [conv, bn, unit] = ["conv1/conv", "conv1/bn", "conv1"].map((path) => activations.get(path)?.values);
    expect(conv!.some((value) => value < 0)).toBe(true);
    expect(bn!.some((value) => value < 0)).toBe(true);
    expect(activations.get("conv1/relu")!.values.every((value, i) => value === Math.max(0, bn![i]!))).toBe(true);
    expect(unit).toBeUndefined(); // a scope's path, not a node's
    model.dispose();
  });

  test("a batch gives each picture's own logits", async () => {
    const model = compact();
    const two = Float32Array.from([...pixels, ...seededPixels([32, 32, 3], 0, "another")]);
    const {logits} = await model.run(two, {batch: 2});
    const one = await model.run(two.slice(3072));
    expect(relativeDifference(logits.slice(10), one.logits)).toBeLessThan(1e-5);
    model.dispose();
  });
});

describe("silencing", () => {
  test("a branch puts zeros into its share of the concatenation and leaves the others", async () => {
    const model = compact();
    const plain = await model.run(pixels, {watch: ["3a"]});
    const silenced = await model.run(pixels, {watch: ["3a", "3a/3x3"], silence: ["3a/3x3"]});
    const channels = ["1x1", "3x3"].map((name) => model.sheet.rows[nodeAt(model.sheet.graph, `3a/${name}`)]!.shape[2]!);
    const width = plain.activations.get("3a")!.shape[2]!;
    const [from, to] = [channels[0]!, channels[0]! + channels[1]!];
    plain.activations.get("3a")!.values.forEach((value, i) => {
      const inside = i % width >= from && i % width < to;
      expect(silenced.activations.get("3a")!.values[i]).toBe(inside ? 0 : value);
    });
    expect(silenced.activations.get("3a/3x3")!.values.every((value) => value === 0)).toBe(true);
    expect(relativeDifference(silenced.logits, plain.logits)).toBeGreaterThan(1e-3);
    model.dispose();
  });

  test("everything before the dense layer leaves its biases as logits", async () => {
    const model = compact();
    const {logits} = await model.run(pixels, {silence: ["pool3"]});
    const other = await model.run(seededPixels([32, 32, 3], 0, "another"), {silence: ["pool3"]});
    expect(logits).toEqual(other.logits);
    model.dispose();
  });

  test("the shortcut of a residual block leaves only the long way, and the other way round", async () => {
    const net = series({
      stem: conv(1, 4),
      block: add({shortcut: series([]), long: series({conv: conv(3, 4), relu})}),
      tail: relu
    });
    const model = seededModel(net, [5, 5, 4]);
    const input = seededPixels([5, 5, 4]);
    const {activations: plain} = await model.run(input, {watch: ["stem", "block/long", "block"]});
    const read = async (path: string): Promise<Float32Array> =>
      (await model.run(input, {silence: [path], watch: ["block"]})).activations.get("block")!.values;
    expect(relativeDifference(await read("block/shortcut"), plain.get("block/long")!.values)).toBeLessThan(1e-6);
    expect(relativeDifference(await read("block/long"), plain.get("stem")!.values)).toBeLessThan(1e-6);
    model.dispose();
  });

  test("a part that only passes its input through outside a fork cannot be silenced", async () => {
    const model = seededModel(series({a: conv(1, 2), nothing: series([]), b: relu}), [3, 3, 2]);
    await expect(model.run(seededPixels([3, 3, 2]), {silence: ["nothing"]})).rejects.toThrow(
      "nothing: cannot be changed, it passes its input through"
    );
    model.dispose();
  });
});

describe("editing", () => {
  test("a factor multiplies a branch's share of the concatenation and leaves the others", async () => {
    const model = compact();
    const plain = await model.run(pixels, {watch: ["3a", "3a/3x3"]});
    const doubled = await model.run(pixels, {watch: ["3a", "3a/3x3", "3a/1x1"], edit: {"3a/3x3": 2}});
    const twice = plain.activations.get("3a/3x3")!.values.map((value) => 2 * value);
    expect(relativeDifference(doubled.activations.get("3a/3x3")!.values, twice)).toBeLessThan(1e-6);
    const [first, second] = ["1x1", "3x3"].map(
      (name) => model.sheet.rows[nodeAt(model.sheet.graph, `3a/${name}`)]!.shape[2]!
    );
    const width = plain.activations.get("3a")!.shape[2]!;
    plain.activations.get("3a")!.values.forEach((value, i) => {
      const factor = i % width >= first! && i % width < first! + second! ? 2 : 1;
      expect(doubled.activations.get("3a")!.values[i]).toBeCloseTo(factor * value, 5);
    });
    expect(relativeDifference(doubled.logits, plain.logits)).toBeGreaterThan(1e-3);
    model.dispose();
  });

  test("a factor of 1 changes nothing and 0 silences", async () => {
    const model = compact();
    const [plain, same] = [await model.run(pixels), await model.run(pixels, {edit: {"4a/5x5": 1}})];
    expect(relativeDifference(same.logits, plain.logits)).toBeLessThan(1e-6);
    const [zero, silent] = [{edit: {"4a/5x5": 0}}, {silence: ["4a/5x5"]}];
    expect((await model.run(pixels, zero)).logits).toEqual((await model.run(pixels, silent)).logits);
    model.dispose();
  });

  test("the mean of a branch is one number per channel, that of its map", async () => {
    const model = compact();
    const watch = ["3a/5x5"];
    const before = (await model.run(pixels, {watch})).activations.get("3a/5x5")!;
    const after = (await model.run(pixels, {watch, edit: {"3a/5x5": "mean"}})).activations.get("3a/5x5")!;
    const [height, width, channels] = before.shape as [number, number, number];
    for (let c = 0; c < channels; c++) {
      const of = (values: Float32Array): Float32Array => values.filter((_, i) => i % channels === c);
      const mean = of(before.values).reduce((a, b) => a + b) / (height * width);
      for (const value of of(after.values)) expect(value).toBeCloseTo(mean, 5);
    }
    model.dispose();
  });

  test("the shortcut of a residual block can be scaled on its way into the sum", async () => {
    const net = series({stem: conv(1, 4), block: add({shortcut: series([]), long: conv(3, 4)})});
    const model = seededModel(net, [5, 5, 4]);
    const {activations} = await model.run(seededPixels([5, 5, 4]), {
      watch: ["stem", "block/long", "block"],
      edit: {"block/shortcut": 0.5}
    });
    const [stem, long] = ["stem", "block/long"].map((path) => activations.get(path)!.values);
    const wanted = stem!.map((value, i) => 0.5 * value + long![i]!);
    expect(relativeDifference(activations.get("block")!.values, wanted)).toBeLessThan(1e-6);
    model.dispose();
  });

  test("a factor that is no number is refused with the path", async () => {
    const model = compact();
    await expect(model.run(pixels, {edit: {"3a/1x1": NaN}})).rejects.toThrow(
      '3a/1x1: needs a finite factor or "mean", found NaN'
    );
    model.dispose();
  });
});

describe("class activation map", () => {
  test("its mean plus the bias is the logit to 1e-4, for every class, with branches silenced too", async () => {
    const model = compact();
    for (let index = 0; index < 10; index++) {
      const {logits, cam} = await model.run(pixels, {cam: index, silence: index % 2 === 0 ? ["4a/pool"] : []});
      expect(cam).toMatchObject({index, height: 8, width: 8});
      expect(Math.abs(cam!.values.reduce((a, b) => a + b) / 64 + cam!.bias - logits[index]!)).toBeLessThan(1e-4);
    }
    model.dispose();
  });

  test("is refused where it would not be exact", async () => {
    const model = compact();
    await expect(model.run(pixels, {cam: 10})).rejects.toThrow("needs a class from 0 to 9, found 10");
    await expect(model.run(pixels, {cam: 1, silence: ["pool3"]})).rejects.toThrow("cannot be exact");
    model.dispose();
    const other = seededModel(series({conv: conv(3, 2), pool: maxPool(2)}), [4, 4, 1]);
    await expect(other.run(seededPixels([4, 4, 1]), {cam: 0})).rejects.toThrow(
      "pool: a class activation map needs a network that ends in global average pooling and at most one dense layer, found maxPool"
    );
    other.dispose();
  });
});

describe("memory", () => {
  test("200 runs leave no tensor, byte or buffer behind, whether they work or fail", async () => {
    const model = compact();
    await model.run(pixels);
    const before = memory();
    const kinds = [
      {},
      {watch: ["3a", "3a/1x1/conv", "4a/5x5/reduce/bn", "input", "output"]},
      {silence: ["3b/pool", "4a"], watch: ["4a"]},
      {cam: 4, watch: ["conv1"]},
      {edit: {"3a": 0.5, "3b/5x5": "mean", "4a/pool": 0}, watch: ["3b/5x5"]} as const,
      {watch: ["nowhere"]},
      {cam: 77}
    ];
    let failed = 0;
    for (let i = 0; i < 200; i++) await model.run(pixels, kinds[i % kinds.length]!).catch(() => failed++);
    expect(failed).toBe(56); // the last two of seven kinds
    expect(memory()).toEqual(before);
    model.dispose();
    expect(memory().numTensors).toBe(0);
  });

  test("an operation that throws in the middle of a run leaves nothing behind, and the next run works", async () => {
    const net = series({
      conv: conv(3, 2),
      fork: concat({a: conv(1, 2), b: {kind: "lrn", size: 4, alpha: 1, beta: 1, bias: 1}})
    });
    const model = seededModel(net, [4, 4, 2]);
    const before = memory();
    const input = seededPixels([4, 4, 2]);
    await expect(model.run(input)).rejects.toThrow("fork/b: local response normalisation needs an odd size, found 4");
    expect(memory()).toEqual(before);
    const {activations} = await model.run(input, {silence: ["fork/b"], watch: ["fork"]});
    expect(activations.get("fork")!.values.some((value) => value !== 0)).toBe(true);
    model.dispose();
  });
});

test("pixels that do not fit the input are refused with both counts", async () => {
  const model = compact();
  await expect(model.run(new Float32Array(3071))).rejects.toThrow("input: needs 1×32×32×3 = 3072 numbers, found 3071");
  model.dispose();
});

test("a network without weights for a part names that part", async () => {
  const sheet = sheetOfNetwork("compact-v1");
  const model = loadModel(sheet, new Map());
  await expect(model.run(pixels)).rejects.toThrow("conv1/conv: no weights were loaded for this part");
  model.dispose();
});

test("softmax(logits) sums to 1 and does not overflow", () => {
  const found = softmax(Float32Array.of(1000, 1001, -1000));
  expect(found[1]).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
  expect(found.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
});
