/**
 * The paper's network with its authors' weights on real photographs. Neither is part of the project: the test runs where
 * INCEPTION_SHARED (or ../shared beside the project) has them, and is skipped elsewhere.
 */
import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {createCanvas, loadImage} from "@napi-rs/canvas";
import {beforeAll, describe, expect, test, vi} from "vitest";
import {sha256Of} from "../../src/lib/runtime/fetch-weights.ts";
import {loadModel, type Model, softmax} from "../../src/lib/runtime/model.ts";
import {preprocess} from "../../src/lib/runtime/preprocess.ts";
import {readSafetensors} from "../../src/lib/runtime/safetensors.ts";
import {bindWeights} from "../../src/lib/runtime/weights.ts";
import {sheetOfNetwork, use} from "./models.ts";

// A machine that trains at the same time is slow.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

const shared = process.env["INCEPTION_SHARED"] ?? join(import.meta.dirname, "../../../shared");
const weightsFile = join(shared, "weights/googlenet-bvlc.safetensors");
const INPUT = {size: 224, channels: "bgr", scale: 255, mean: [104, 117, 123], std: [1, 1, 1]} as const;

interface Reference {
  photos: {
    file: string;
    label: number;
    top10: [index: number, probability: number][];
    checks: Record<string, {shape: number[]; mean: number; max: number}>;
  }[];
}

/** Caffe's blob for a tensor: `3a.5x5.reduce.conv.weight` is `inception_3a/5x5_reduce.weight`. */
function caffeName(name: string): string {
  const kind = name.slice(name.lastIndexOf("."));
  const path = name.slice(0, -kind.length).replace(/\.conv$/, "");
  const whole: Record<string, string> = {
    conv1: "conv1/7x7_s2",
    "conv2.reduce": "conv2/3x3_reduce",
    "conv2.conv": "conv2/3x3",
    fc: "loss3/classifier"
  };
  const [module, branch, part] = path.split(".");
  const inside = branch === "pool" ? "pool_proj" : part === "reduce" ? `${branch}_reduce` : branch;
  return `${whole[path] ?? `inception_${module}/${inside}`}${kind}`;
}

/** A PNG without its colour profile: the reference took the bytes as they are, a canvas would convert them to sRGB. */
function withoutProfile(png: Buffer): Buffer {
  const kept = [png.subarray(0, 8)];
  for (let at = 8; at < png.length;) {
    const end = at + 12 + png.readUInt32BE(at); // length, kind, data, checksum
    if (png.toString("latin1", at + 4, at + 8) !== "iCCP") kept.push(png.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

describe.skipIf(!existsSync(weightsFile))(
  "GoogLeNet with its authors' weights (skipped where they are not at hand)",
  () => {
    let model: Model;
    let reference: Reference;
    beforeAll(async () => {
      await use("wasm");
      const file = new Uint8Array(await readFile(weightsFile)).buffer;
      expect(await sha256Of(file)).toBe("0fde5ce14ed572273e8a82662836638b6276aefe019225c2d95ecfc85fde3877");
      const sheet = sheetOfNetwork("googlenet@bvlc");
      model = loadModel(sheet, bindWeights(sheet, readSafetensors(file), {rename: caffeName, heads: false}));
      reference = JSON.parse(
        await readFile(join(shared, "weights/googlenet-bvlc.reference.json"), "utf8")
      ) as Reference;
    });

    async function run(photo: string, watch: readonly string[] = []) {
      const image = await loadImage(withoutProfile(await readFile(join(shared, "photos", photo))));
      const context = createCanvas(image.width, image.height).getContext("2d");
      context.drawImage(image, 0, 0);
      const {data, width, height} = context.getImageData(0, 0, image.width, image.height);
      return model.run(preprocess(data, width, height, INPUT).pixels, {watch});
    }

    test("gives the reference's ten best classes and probabilities for all forty photographs, 31 of them right", async () => {
      let right = 0;
      for (const {file, label, top10} of reference.photos) {
        const probabilities = softmax((await run(file)).logits);
        const order = Array.from(probabilities, (_, index) => index).sort(
          (a, b) => probabilities[b]! - probabilities[a]!
        );
        for (const [index, probability] of top10)
          expect(Math.abs(probabilities[index]! - probability), `${file} ${index}`).toBeLessThan(1e-5);
        // The reference is rounded to six digits: below 1e-5 neighbours may swap.
        const sure = top10.filter(([, probability]) => probability > 1e-5).map(([index]) => index);
        expect(order.slice(0, sure.length), file).toEqual(sure);
        if (order[0] === label) right++;
      }
      expect(reference.photos).toHaveLength(40);
      expect(right).toBe(31);
    });

    test("gives the reference's means and maxima inside the network", async () => {
      const {file, checks} = reference.photos[0]!;
      const {graph} = model.sheet;
      const names = Object.keys(checks).filter((name) => graph.outline.parts.some((part) => part.path === name));
      expect(names.length).toBeGreaterThan(4);
      const {activations} = await run(file, names);
      for (const name of names) {
        const {shape, values} = activations.get(name)!;
        const {mean, max, shape: wanted} = checks[name]!;
        expect(shape, name).toEqual(wanted);
        expect(values.reduce((a, b) => a + b, 0) / values.length / mean, name).toBeCloseTo(1, 4);
        expect(values.reduce((a, b) => Math.max(a, b), -Infinity) / max, name).toBeCloseTo(1, 4);
      }
    });
  }
);
