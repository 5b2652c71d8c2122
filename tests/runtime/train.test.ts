/** Training against PyTorch on the exported code; `scripts/gradients.ts` writes the expected numbers. */
import * as tf from "@tensorflow/tfjs-core";
import {beforeAll, describe, expect, test, vi} from "vitest";
import {seededNumbers, seededWeights} from "../../scripts/seeded-weights.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {initialWeights} from "../../src/lib/runtime/initial-weights.ts";
import {type Batch, createTrainee, type Trainee} from "../../src/lib/runtime/train.ts";
import {bindWeights, wantedTensors} from "../../src/lib/runtime/weights.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import * as b from "../../src/lib/spec/build.ts";
import fixture from "../fixtures/gradients.json";
import {type Sampled, type TrainingCase, trainingCases, type TrainingFile} from "../fixtures/training.ts";
import {use} from "./models.ts";
import {relativeDifference, seededPixels} from "./numbers.ts";

vi.setConfig({testTimeout: 120_000, hookTimeout: 120_000});

const {cases} = fixture as TrainingFile;

function ready({net, input}: Pick<TrainingCase, "net" | "input">): Trainee {
  const sheet = measure(flatten(net), input);
  return createTrainee(sheet, bindWeights(sheet, seededWeights(sheet)));
}

function batchOf({input, size, labels}: TrainingCase, {sheet}: Trainee): Batch {
  const length = size * sheet.rows.at(-1)!.shape.reduce((a, c) => a * c, 1);
  return {
    size,
    pixels: seededPixels([size, ...input]),
    target: labels.length > 0 ? {labels} : {values: Float32Array.from(seededNumbers("target", length))}
  };
}

function difference(values: Float32Array, {length, step, values: packed}: Sampled): number {
  const wanted = new Float32Array(Uint8Array.from(Buffer.from(packed, "base64")).buffer);
  return values.length === length ? relativeDifference(values.filter((_, i) => i % step === 0), wanted) : Infinity; // prettier-ignore
}

describe.each(["wasm", "cpu"] as const)("on the %s backend", (backend) => {
  beforeAll(async () => {
    await use(backend);
  });

  for (const one of trainingCases) {
    test(`${one.name}: loss and every gradient agree with PyTorch to 1e-4`, async () => {
      const trainee = ready(one);
      const {loss, gradients} = await trainee.gradients(batchOf(one, trainee));
      const wanted = cases[one.name]!;
      expect(loss).toBeCloseTo(wanted.loss, 4);
      expect(gradients.map(({name}) => name).sort()).toEqual(Object.keys(wanted.gradients).sort());
      for (const {name, values} of gradients)
        expect(difference(values, wanted.gradients[name]!), name).toBeLessThan(1e-4);
      trainee.dispose();
    });

    if (one.watch !== undefined)
      test(`${one.name}: activations with the batch’s statistics agree with PyTorch to 1e-4`, async () => {
        const trainee = ready(one);
        const found = await trainee.activations(batchOf(one, trainee), one.watch!);
        const {activations} = cases[one.name]!;
        expect(found.map(({path}) => path.replaceAll("/", "."))).toEqual(Object.keys(activations));
        for (const {path, values} of found) expect(difference(values, activations[path]!), path).toBeLessThan(1e-4);
        trainee.dispose();
      });

    test(`${one.name}: two clipped steps with momentum leave PyTorch's parameters and statistics`, async () => {
      const trainee = ready(one);
      const batch = batchOf(one, trainee);
      const wanted = cases[one.name]!;
      await trainee.step(batch, {rate: 0.1, momentum: 0.9, clip: one.clip});
      const {norm, scaled} = await trainee.step(batch, {rate: 0.1, momentum: 0.9, clip: one.clip});
      expect(norm / wanted.norm).toBeCloseTo(1, 3);
      expect(scaled).toBeCloseTo(Math.min(1, one.clip / wanted.norm), 3);
      const after = await trainee.weights();
      for (const {node, weight, name} of wantedTensors(trainee.sheet))
        expect(difference(after.get(node)![weight.name]!, wanted.after[name]!), name).toBeLessThan(2e-4);
      trainee.dispose();
    });
  }

  test("the gradient by an activation in front of the mean is the logits' gradient, shared out", async () => {
    const one = trainingCases[0]!;
    const trainee = ready(one);
    const {signals, gradients} = await trainee.gradients(batchOf(one, trainee), ["fc", "mean", "down"]);
    const [logits, mean, map] = signals.map(({values}) => values);
    expect(signals.map(({shape}) => shape.join("×"))).toEqual(["5", "8", "2×2×8"]);
    // Of a bias, the gradient is the sum of the logits' over the batch.
    const bias = gradients.find(({name}) => name === "fc.bias")!.values;
    for (const k of [0, 1, 2, 3, 4]) expect(logits![k]! + logits![5 + k]! + logits![10 + k]!).toBeCloseTo(bias[k]!, 5);
    for (let channel = 0; channel < 8; channel++) expect(map![channel]! * 4).toBeCloseTo(mean![channel]!, 5);
    await expect(trainee.gradients(batchOf(one, trainee), ["nowhere"])).rejects.toThrow("nowhere: no such path");
    trainee.dispose();
  });

  test("gradients and steps leave no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const trainee = ready(trainingCases[0]!);
    const batch = batchOf(trainingCases[0]!, trainee);
    await trainee.gradients(batch);
    await trainee.step(batch, {rate: 0.1, momentum: 0.9});
    await trainee.activations(batch, ["block", "fc"]);
    const during = tf.memory().numTensors;
    await trainee.step(batch, {rate: 0.1, momentum: 0.9});
    expect(tf.memory().numTensors).toBe(during);
    trainee.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test("twenty steps make the loss of a batch smaller by half", async () => {
    const one = trainingCases[0]!;
    const trainee = ready(one);
    const batch = batchOf(one, trainee);
    const {loss: first} = await trainee.step(batch, {rate: 0.05});
    for (let i = 0; i < 19; i++) await trainee.step(batch, {rate: 0.05});
    const {loss: last} = await trainee.gradients(batch);
    expect(last).toBeLessThan(first / 2);
    trainee.dispose();
  });
});

describe("initialWeights(sheet, {spread, seed})", () => {
  const sheet = measure(flatten(b.series({conv: b.conv(3, 64), bn: b.batchNorm(), mean: b.globalAvgPool, fc: b.dense(10)})), [8, 8, 32]); // prettier-ignore
  const deviation = (values: Float32Array): number =>
    Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);

  test("spreads √(2 / inputs), √(2 / (inputs + outputs)) or as told, and starts the rest at 0 and 1", () => {
    const of = (spread: "he" | "glorot" | number) => initialWeights(sheet, {spread, seed: 1}).get(1)!;
    expect(deviation(of("he").weight!) / Math.sqrt(2 / 288)).toBeCloseTo(1, 1);
    expect(deviation(of("glorot").weight!) / Math.sqrt(2 / (288 + 576))).toBeCloseTo(1, 1);
    expect(deviation(of(0.01).weight!) / 0.01).toBeCloseTo(1, 1);
    expect([...of("he").bias!]).toEqual(Array(64).fill(0));
    expect([...initialWeights(sheet, {spread: "he", seed: 1}).get(2)!.variance!]).toEqual(Array(64).fill(1));
  });

  test("draws the same numbers from the same seed only", () => {
    const first = (seed: number) => initialWeights(sheet, {spread: "he", seed}).get(1)!.weight!.slice(0, 4);
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
  });
});
