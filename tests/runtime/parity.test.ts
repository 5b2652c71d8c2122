/** The runtime against PyTorch on the exported code; `scripts/fixtures.ts` writes the expected numbers. */
import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, test, vi} from "vitest";
import {seededWeights} from "../../scripts/seeded-weights.ts";
import {startBackend} from "../../src/lib/runtime/backend.ts";
import {wasmFolder} from "../../src/lib/runtime/node-files.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {loadModel} from "../../src/lib/runtime/model.ts";
import {bindWeights} from "../../src/lib/runtime/weights.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {type Case, families, LONGEST, type ParityFile} from "../fixtures/cases.ts";
import {relativeDifference, seededPixels} from "./numbers.ts";

// A machine that trains at the same time is slow.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

const TOLERANCE = 1e-5;

function fixture(family: string): ParityFile {
  return JSON.parse(readFileSync(new URL(`../fixtures/parity/${family}.json`, import.meta.url), "utf8")) as ParityFile;
}

/** Every watched activation and the output of a case, in full. */
async function outputs({net, input, watch}: Case): Promise<Map<string, Float32Array>> {
  const sheet = measure(flatten(net), input);
  const model = loadModel(sheet, bindWeights(sheet, seededWeights(sheet)));
  const {activations} = await model.run(seededPixels(input, -0.4), {watch: [...watch, "output"]});
  model.dispose();
  return new Map([...activations].map(([path, {values}]) => [path, values]));
}

async function worst(
  item: Case,
  expected: ParityFile["outputs"][string]
): Promise<[path: string, difference: number][]> {
  const found = await outputs(item);
  expect([...found.keys()].sort()).toEqual(Object.keys(expected).sort());
  return Object.entries(expected).map(([path, {length, step, values}]) => {
    const all = found.get(path)!;
    expect(all.length, path).toBe(length);
    expect(step).toBe(Math.ceil(length / LONGEST));
    const wanted = new Float32Array(Uint8Array.from(Buffer.from(values, "base64")).buffer);
    return [
      path,
      relativeDifference(
        all.filter((_, i) => i % step === 0),
        wanted
      )
    ];
  });
}

describe.each(["wasm", "cpu"] as const)("on the %s backend", (force) => {
  beforeAll(async () => {
    await startBackend({macs: 0, wasmFiles: wasmFolder, force});
  });

  // Plain JavaScript needs seconds for a GoogLeNet.
  const compared = Object.entries(families).filter(([family]) => force === "wasm" || family !== "googlenet");
  for (const [family, cases] of compared) {
    const {outputs: expected} = fixture(family);
    describe(family, () => {
      test("the fixtures hold exactly the cases", () => {
        expect(Object.keys(expected)).toEqual(cases.map(({name}) => name));
      });
      test.each(cases)("$name equals PyTorch to 1e-5", async (item) => {
        for (const [path, difference] of await worst(item, expected[item.name]!))
          expect(difference, path).toBeLessThan(TOLERANCE);
      });
    });
  }
});
