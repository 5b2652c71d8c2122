/** Every network that ships against what was measured of it, the bars it must pass, and what is written about it. */
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {type Arguments, RECIPE} from "../../src/components/figures/training-settings.ts";
import {type Release, release, releases, type WeightsFile} from "../../src/lib/nets/releases.ts";

/** One set of pictures, as scripts/evaluate.ts counts it: `confusion[label][answer]`. */
interface Score {
  pictures: number;
  right: number;
  top1: number;
  confusion: number[][];
  heads?: Record<string, {right: number; top1: number}>;
}

interface Results {
  finished: boolean;
  epochs: number;
  curve: unknown[];
  arguments: Arguments;
  shipped: {release: string; weights: {sha256: string; bytes: number}; runtime: string; cifar10: Score; scenes: Score};
}

const read = (path: string): Buffer => readFileSync(new URL(`../../${path}`, import.meta.url));
const resultsOf = (name: string): Results => JSON.parse(read(`training/results/${name}.json`).toString()) as Results;
const all = [...releases.values()];
const headed = all.filter((one): one is Release & {heads: WeightsFile} => one.heads !== undefined);

describe.each(all)("$id", (facts) => {
  const {finished, epochs, curve, shipped} = resultsOf(facts.id);

  test("ships the file its facts describe, in float16, of at most 600,000 bytes", () => {
    const file = read(`public/${facts.file}`);
    expect(file.length).toBe(facts.bytes);
    expect(file.length).toBeLessThanOrEqual(600_000);
    expect(createHash("sha256").update(file).digest("hex")).toBe(facts.sha256);
    const header = JSON.parse(file.toString("utf8", 8, 8 + file.readUInt32LE(0))) as Record<string, {dtype: string}>;
    const tensors = Object.entries(header).filter(([name]) => name !== "__metadata__");
    expect(new Set(tensors.map(([, {dtype}]) => dtype))).toEqual(new Set(["F16"]));
  });

  test("was measured as it ships, by the runtime that ships, on all pictures, after a finished run", () => {
    expect(shipped).toMatchObject({release: facts.id, weights: {sha256: facts.sha256, bytes: facts.bytes}});
    expect(shipped.runtime).toMatch(/^TensorFlow\.js, /);
    expect([shipped.cifar10.pictures, shipped.scenes.pictures]).toEqual([10_000, 1000]);
    expect({finished, epochs: curve.length}).toEqual({finished: true, epochs});
    for (const {pictures, right, top1, confusion} of [shipped.cifar10, shipped.scenes]) {
      expect(confusion.map((row) => row.reduce((a, b) => a + b, 0))).toEqual(facts.labels.map(() => pictures / 10));
      expect(confusion.reduce((sum, row, label) => sum + row[label]!, 0)).toBe(right);
      expect(top1).toBe(right / pictures);
    }
  });

  test("names at least 89.5 % of CIFAR-10's test pictures rightly", () => {
    expect(shipped.cifar10.top1).toBeGreaterThanOrEqual(0.895);
  });
});

test("the best network names at least 91.25 % rightly, what ResNet-20 published", () => {
  expect(Math.max(...all.map(({id}) => resultsOf(id).shipped.cifar10.top1))).toBeGreaterThanOrEqual(0.9125);
});

test("compact-v1 names at least 90 % of CIFAR-10's test pictures and 95 % of the held-out scenes rightly", () => {
  const {cifar10, scenes} = resultsOf("compact-v1").shipped;
  expect(cifar10.top1).toBeGreaterThanOrEqual(0.9);
  expect(scenes.top1).toBeGreaterThanOrEqual(0.95);
});

test.each(headed)("$id ships the heads its facts describe, measured behind its own trunk", ({id, heads, sha256}) => {
  const file = read(`public/${heads.file}`);
  expect({bytes: file.length, sha256: createHash("sha256").update(file).digest("hex")}).toMatchObject({
    bytes: heads.bytes,
    sha256: heads.sha256
  });
  const {finished, shipped} = resultsOf(`${id}-heads`);
  expect(finished).toBe(true);
  expect(shipped.weights.sha256).toBe(sha256);
  expect([shipped.cifar10.pictures, shipped.scenes.pictures]).toEqual([10_000, 1000]);
  for (const {pictures, heads: found} of [shipped.cifar10, shipped.scenes]) {
    expect(Object.keys(found!).length).toBeGreaterThan(0);
    for (const {right, top1} of Object.values(found!)) expect(top1).toBe(right / pictures);
  }
});

const percents = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

test("README tells the lowest and the highest accuracy and the largest size of those that ship", () => {
  const text = read("README.md").toString().replace(/\s+/g, " ");
  const shares = all.map(({id}) => resultsOf(id).shipped.cifar10.top1);
  const [lowest, highest] = [Math.min(...shares), Math.max(...shares)].map((share) => (100 * share).toFixed(1));
  const largest = Math.round(Math.max(...all.map(({bytes}) => bytes)) / 1000);
  expect(text).toContain(`${lowest} to ${highest} % on CIFAR-10's test pictures, at most ${largest} kB each`);
});

test("training/README's accuracies are those of networks and heads that ship, compact-v1's among them", () => {
  const found = percents(read("training/README.md").toString(), /\*\*(\d+\.\d+) %\*\*/g);
  const scoresOf = ({id, heads}: Release): string[] => {
    const {shipped} = resultsOf(id);
    const behind = heads === undefined ? [] : Object.values(resultsOf(`${id}-heads`).shipped.cifar10.heads!);
    return [shipped.cifar10, shipped.scenes, ...behind].map(({top1}) => (100 * top1).toFixed(2));
  };
  expect(all.flatMap(scoresOf)).toEqual(expect.arrayContaining(found));
  expect(found).toEqual(expect.arrayContaining(scoresOf(release("compact-v1"))));
});

/** The default of an argument in training/settings.py, for a run behind a trunk or for a whole network; null where it has none. */
function defaultOf(key: string, trunk: boolean): number | string | null {
  const source = read("training/settings.py").toString();
  const value = (text: string): number | string =>
    Number.isNaN(Number(text)) ? text.replaceAll('"', "") : Number(text);
  const own = new RegExp(`set_defaults\\(.*\\b${key}=([^,)]+)`).exec(source);
  if (trunk && own !== null) return value(own[1]!);
  if (key === "lr") return value(/PEAK = \{"muon": ([\d.]+)/.exec(source)![1]!);
  const line = new RegExp(`"--${key.replaceAll("_", "-")}",.*`).exec(source)![0];
  const found = /default=([^,)]+)/.exec(line);
  return found === null ? null : value(found[1]!);
}

test.each([...all.map(({id}) => id), ...headed.map(({id}) => `${id}-heads`)])(
  "%s was trained with what training/settings.py has for defaults",
  (name) => {
    const given = resultsOf(name).arguments;
    const defaults = RECIPE.map((key) => [key, defaultOf(key, name.endsWith("-heads"))]);
    expect(Object.fromEntries(defaults)).toEqual(Object.fromEntries(RECIPE.map((key) => [key, given[key]])));
    expect(defaultOf("evaluate_every", name.endsWith("-heads"))).toBe(given["evaluate_every"]);
  }
);

test("training/README tells the defaults: rate, epochs, batch, scenes", () => {
  const text = read("training/README.md").toString();
  const [, rate] = /peak rate ([\d.]+)\)/.exec(text)!;
  const [, epochs, batch] = /\*\*(\d+) epochs in batches of (\d+)\*\*/.exec(text)!;
  const [, scenes] = /`--scenes-per-epoch` scenes \(([\d,]+)\)/.exec(text)!;
  expect([rate, epochs, batch, scenes!.replace(",", "")].map(Number)).toEqual(
    ["lr", "epochs", "batch", "scenes_per_epoch"].map((key) => defaultOf(key, false))
  );
});
