/**
 * Every whole network at its full size against PyTorch on the exported code, and those that torchvision has against its
 * own models. Weights come from the tensors' names alone; `scripts/fixtures.ts` writes the expected logits.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {beforeAll, describe, expect, test, vi} from "vitest";
import {seededWeights} from "../../scripts/seeded-weights.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {loadModel} from "../../src/lib/runtime/model.ts";
import {bindWeights} from "../../src/lib/runtime/weights.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import type {ParityFile} from "../fixtures/cases.ts";
import {FULL_SIZE_LONGEST, TORCHVISION, wholeNetworks} from "../fixtures/full-size.ts";
import {use} from "./models.ts";
import {relativeDifference, seededPixels} from "./numbers.ts";

// A machine that trains at the same time is slow.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

const FOLDERS = {"the exported PyTorch code": "full-size", "torchvision's own model": "torchvision"} as const;
const TOLERANCE = {"full-size": 2e-5, torchvision: 1e-4} as const;

type Folder = keyof typeof TOLERANCE;
const address = (folder: Folder, id = ""): URL =>
  new URL(`../fixtures/${folder}/${id && `${id}.json`}`, import.meta.url);

function expected(folder: Folder, id: string): ParityFile["outputs"][string] {
  const file = address(folder, id);
  if (!existsSync(file))
    throw new Error(
      `${id}: has no fixture; make it with PYTHON=/usr/bin/python3 node scripts/run/with-node.mjs scripts/fixtures.ts ${id}`
    );
  return (JSON.parse(readFileSync(file, "utf8")) as ParityFile).outputs[id]!;
}

const ids = wholeNetworks.map(({id}) => id);
const idsOf: Record<Folder, readonly string[]> = {"full-size": ids, torchvision: Object.keys(TORCHVISION)};

test.each(Object.entries(FOLDERS))("the fixtures of %s are those of the networks", (_, folder) => {
  const names = readdirSync(address(folder)).map((file) => file.replace(/\.json$/, ""));
  expect(names.sort()).toEqual([...idsOf[folder]].sort());
});

/** The logits of a network and of its heads, from one run each network. */
async function outputs(id: string): Promise<ReadonlyMap<string, Float32Array>> {
  const {net, input} = network(id);
  const sheet = measure(flatten(net()), input);
  const model = loadModel(sheet, bindWeights(sheet, seededWeights(sheet)));
  try {
    const {activations} = await model.run(seededPixels(input, -0.4), {watch: [...sheet.graph.outputs.keys()]});
    return new Map([...activations].map(([path, {values}]) => [path, values]));
  } finally {
    model.dispose();
  }
}

function difference(
  found: ReadonlyMap<string, Float32Array>,
  wanted: ParityFile["outputs"][string]
): [path: string, number][] {
  expect([...found.keys()].sort()).toEqual(Object.keys(wanted).sort());
  return Object.entries(wanted).map(([path, {length, step, values}]) => {
    const all = found.get(path)!;
    expect(all.length, path).toBe(length);
    expect(step).toBe(Math.ceil(length / FULL_SIZE_LONGEST));
    const kept = new Float32Array(Uint8Array.from(Buffer.from(values, "base64")).buffer);
    expect(Math.max(...kept) - Math.min(...kept), path).toBeGreaterThan(0);
    const sampled = all.filter((_, i) => i % step === 0);
    return [path, relativeDifference(sampled, kept)];
  });
}

describe("at full size", () => {
  beforeAll(() => use("wasm"));

  test.each(ids)("%s gives PyTorch's logits", async (id) => {
    const found = await outputs(id);
    const folders: Folder[] = id in TORCHVISION ? ["full-size", "torchvision"] : ["full-size"];
    for (const folder of folders)
      for (const [path, worst] of difference(found, expected(folder, id))) {
        if (process.env["REPORT"] !== undefined) console.log(folder, id, path, worst);
        expect(worst, `${folder}: ${path}`).toBeLessThan(TOLERANCE[folder]);
      }
  });
});
