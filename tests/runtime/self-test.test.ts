import {readFileSync} from "node:fs";
import {expect, test, vi} from "vitest";
import {releases} from "../../src/lib/nets/releases.ts";
import {sheetOf, weightsOf} from "../../src/lib/runtime/fetch-weights.ts";
import {loadModel} from "../../src/lib/runtime/model.ts";
import {differenceOf, recordedLogits, selfTest, testPixels} from "../../src/lib/runtime/self-test.ts";
import {TOLERANCE} from "../../src/lib/runtime/limits.ts";
import {use} from "./models.ts";

// A machine that trains at the same time is slow.
vi.setConfig({testTimeout: 300_000});

test.each([...releases.values()].map((one) => [one.id, one] as const))(
  "%s: the record is of the weights that ship (else: node scripts/record-self-test.ts), and WebAssembly agrees with it",
  async (_, release) => {
    expect(recordedLogits(release)?.logits).toHaveLength(release.labels.length);
    await use("wasm");
    const sheet = sheetOf(release);
    const file = new Uint8Array(readFileSync(`public/${release.file}`)).buffer;
    const weights = await weightsOf(release, sheet, file);
    const model = loadModel(sheet, weights);
    expect(await selfTest(release, model)).toBeLessThan(1e-4);
    model.dispose();

    // One kernel that is 1 % off is found out.
    const [id, numbers] = [...weights].find(([, {weight}]) => weight !== undefined)!;
    const wrong = loadModel(
      sheet,
      new Map(weights).set(id, {...numbers, weight: numbers.weight!.map((x) => 1.01 * x)})
    );
    expect(await selfTest(release, wrong)).toBeGreaterThan(TOLERANCE);
    wrong.dispose();
  }
);

test("weights that nothing was recorded for are not tested", () => {
  const [release] = releases.values();
  expect(recordedLogits({...release!, sha256: "0"})).toBeUndefined();
});

test("differenceOf(found, wanted) is infinite for what is no number", () => {
  expect(differenceOf([1, 2], [1, 4])).toBe(0.5);
  expect(differenceOf([1, NaN], [1, 4])).toBe(Infinity);
  expect(differenceOf([1], [1, 4])).toBe(Infinity);
});

test("the test picture is between −2 and 2 and uses the whole range", () => {
  const pixels = testPixels([32, 32, 3]);
  expect([Math.min(...pixels), Math.max(...pixels)]).toEqual([-2, 2]);
});
