import {describe, expect, test, vi} from "vitest";
import {seededWeights} from "../../scripts/seeded-weights.ts";
import {release} from "../../src/lib/nets/releases.ts";
import {checkFile, sha256Of, sheetOf, weightsOf} from "../../src/lib/runtime/fetch-weights.ts";
import {affineOf, fold, foldablePairs, toHWIO} from "../../src/lib/runtime/fold.ts";
import {writeSafetensors} from "../../src/lib/runtime/safetensors.ts";
import {bindWeights, WeightsError, wantedTensors} from "../../src/lib/runtime/weights.ts";
import {batchNorm, concat, conv, dense, flattenOp, relu, series, tap} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {sheetOfNetwork} from "./models.ts";

describe("bindWeights(sheet, file)", () => {
  const sheet = sheetOfNetwork("compact-v1");

  test("asks for PyTorch's names", () => {
    const names = wantedTensors(sheet).map(({name}) => name);
    expect(names.slice(0, 5)).toEqual([
      "conv1.conv.weight",
      "conv1.bn.weight",
      "conv1.bn.bias",
      "conv1.bn.running_mean",
      "conv1.bn.running_var"
    ]);
    expect(names.slice(-2)).toEqual(["fc.weight", "fc.bias"]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("takes a running mean that a file leaves out for 0", () => {
    const file = seededWeights(sheet);
    for (const name of [...file.keys()]) if (name.endsWith("running_mean")) file.delete(name);
    const norm = sheet.rows.find((row) => row.op.kind === "batchNorm")!;
    expect(bindWeights(sheet, file).get(norm.id)!.mean).toEqual(new Float32Array(norm.shape[2]!));
  });

  test("lists missing, extra and differing tensors, all in the error and the first six in its message", () => {
    const file = seededWeights(sheet);
    const needed = [...file.keys()].filter((name) => !name.endsWith("running_mean"));
    for (const name of needed.slice(0, 8)) file.delete(name);
    file.set("stranger", {shape: [1], values: Float32Array.of(1)});
    file.set("fc.bias", {shape: [11], values: new Float32Array(11)});
    try {
      bindWeights(sheet, file);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(WeightsError);
      const {missing, extra, differing, message} = error as WeightsError;
      expect(missing).toHaveLength(8);
      expect(extra).toEqual(["stranger"]);
      expect(differing).toEqual(["fc.bias: needs 10, found 11"]);
      expect(message).toMatch(
        /^weights do not fit the network: 8 missing \(conv1\.conv\.weight, .* and 2 more\); 1 extra \(stranger\); 1 differing in shape \(fc\.bias/
      );
    }
  });

  test("leaves the heads without weights where told, and does not take their absence amiss", () => {
    const whole = sheetOfNetwork("googlenet@bvlc");
    const wanted = wantedTensors(whole);
    const main = new Map(
      wanted
        .filter(({name}) => !name.startsWith("aux"))
        .map(({name, weight: {shape}}) => [name, {shape, values: new Float32Array(0)}])
    );
    expect(bindWeights(whole, main, {heads: false}).size).toBe(58);
    expect(() => bindWeights(whole, main)).toThrow("12 missing (aux1.conv.conv.weight");
  });
});

describe("a release's file", () => {
  const facts = release("compact-v1");
  const sheet = sheetOf(facts);
  const part = (ofHeads: boolean): ArrayBuffer =>
    writeSafetensors(new Map([...seededWeights(sheet)].filter(([name]) => name.startsWith("aux") === ofHeads)), "F16");
  const [file, headsFile] = [part(false), part(true)];
  const describedAs = async (bytes: ArrayBuffer) => ({bytes: bytes.byteLength, sha256: await sha256Of(bytes)});

  test("is taken when size and SHA-256 are the release's, its heads' file beside it or not", async () => {
    const {heads, ...own} = facts;
    const trunk = {...own, ...(await describedAs(file))};
    const nodes = (await weightsOf(trunk, sheet, file)).size;
    expect(nodes).toBeGreaterThan(50);
    await expect(weightsOf(trunk, sheet, file, headsFile)).rejects.toThrow("it has no file of auxiliary heads");
    const both = {...trunk, heads: {file: heads?.file ?? "heads", ...(await describedAs(headsFile))}};
    expect((await weightsOf(both, sheet, file, headsFile)).size).toBe(nodes + 8); // two heads of four layers with weights
    await expect(weightsOf(both, sheet, file, file)).rejects.toThrow(
      "weights of compact-v1, auxiliary heads: needs a file of"
    );
  });

  test("is refused by size, then by SHA-256", async () => {
    await expect(checkFile({...facts, bytes: 7}, file)).rejects.toThrow(
      `weights of compact-v1: needs a file of 7 bytes, found ${file.byteLength}`
    );
    const found = (await sha256Of(file)).slice(0, 12);
    const other = {...facts, bytes: file.byteLength, sha256: "0".repeat(64)};
    await expect(checkFile(other, file)).rejects.toThrow(
      `weights of compact-v1: needs SHA-256 000000000000…, found ${found}…`
    );
  });

  test("of nothing has the well-known SHA-256", async () => {
    expect(await sha256Of(new ArrayBuffer(0))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  test("sha256Of(file) gives the same where the browser keeps its own from the page, as over plain HTTP", async () => {
    const file = Uint8Array.from({length: 100_003}, (_, i) => i * 7).buffer;
    const own = await sha256Of(file);
    vi.stubGlobal("crypto", {});
    const found = await sha256Of(file).finally(() => vi.unstubAllGlobals());
    expect(found).toBe(own);
  });
});

describe("folding", () => {
  test("affineOf({scale, shift, mean, variance}, eps) is scale / √(variance + eps) and shift − mean · factor", () => {
    const affine = affineOf(
      {scale: Float32Array.of(2), shift: Float32Array.of(1), mean: Float32Array.of(3), variance: Float32Array.of(15)},
      1
    );
    expect(affine).toEqual({factor: Float32Array.of(0.5), offset: Float32Array.of(-0.5)});
    expect(() => affineOf({weight: Float32Array.of(2), mean: Float32Array.of(3)}, 1)).toThrow(
      "batch normalisation: needs shift, mean and variance, found weight, mean"
    );
  });

  test("fold multiplies each output channel's weights and moves its bias", () => {
    const affine = {factor: Float32Array.of(2, -1), offset: Float32Array.of(0.5, 0)};
    expect(fold(Float32Array.of(1, 2, 3, 4), Float32Array.of(10, 20), affine)).toEqual({
      weight: Float32Array.of(2, 4, -3, -4),
      bias: Float32Array.of(20.5, -20)
    });
    expect(fold(Float32Array.of(1, 2, 3, 4), undefined, affine).bias).toEqual(Float32Array.of(0.5, 0));
  });

  test("toHWIO turns [out, in, height, width] to [height, width, in, out]", () => {
    const kernel = Float32Array.from({length: 2 * 3 * 1 * 2}, (_, i) => i);
    expect([...toHWIO(kernel, [2, 3, 1, 2])]).toEqual([0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]);
  });

  test("foldablePairs leaves out convolutions that others read, heads, and batch normalisation behind anything else", () => {
    const pairs = (net: Parameters<typeof flatten>[0]): [string, string][] => {
      const graph = flatten(net);
      return [...foldablePairs(graph)].map(([a, b]) => [graph.nodes[a]!.path, graph.nodes[b]!.path]);
    };
    expect(pairs(series({a: conv(1, 2), b: batchNorm(), c: batchNorm(), d: relu, e: batchNorm()}))).toEqual([
      ["a", "b"]
    ]);
    expect(pairs(series({a: conv(1, 2), b: concat({c: batchNorm(), d: relu})}))).toEqual([]);
    expect(pairs(series({a: conv(1, 2), b: tap(relu), c: batchNorm()}))).toEqual([]);
    expect(pairs(series({a: tap(conv(1, 2)), b: batchNorm()}))).toEqual([]);
    expect(pairs(series({a: flattenOp, b: dense(3), c: batchNorm()}))).toEqual([["b", "c"]]);
  });
});
