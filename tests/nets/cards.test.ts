import {existsSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {checkpoints} from "../../src/lib/nets/checkpoints.ts";
import {publishedErrors} from "../../src/lib/nets/published-errors.ts";
import {networks} from "../../src/lib/nets/registry.ts";
import {weightSources} from "../../src/lib/nets/weight-sources.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

const text = (id: string): string => join("content", "en", "networks", `${id.split("@")[0]}.mdx`);

test("every network of the registry has words for its card", () => {
  expect([...networks.keys()].filter((id) => !existsSync(text(id)))).toEqual([]);
});

test("sources of weights and of errors name networks that exist, and addresses that are whole", () => {
  const all = [...weightSources, ...publishedErrors, ...checkpoints];
  expect(all.filter(({network}) => !networks.has(network))).toEqual([]);
  const urls = [...weightSources.map(({url}) => url), ...publishedErrors.map(({source}) => source.url)];
  expect(urls.filter((url) => !/^https?:\/\/[^\s]+\.[^\s]+$/.test(url))).toEqual([]);
});

test("the published bytes of a file fit the numbers of its network: float32, statistics included, heads at most beside", () => {
  // Caffe's BN-Inception has heads in its file, and none in the description of the network as it is run.
  const odd = weightSources.filter(({network: id, bytes}) => {
    if (bytes === null || id === "bn-inception@caffe") return false;
    const {net, input} = networks.get(id)!;
    const sheet = measure(flatten(net()), input);
    const sums = total(sheet);
    const all = sheet.rows.reduce((sum, row) => sum + row.params + row.statistics, 0);
    // Names and headers take a little; a file without its heads has no more than the main line.
    return bytes < 0.999 * 4 * (sums.params + sums.statistics) || bytes > 1.01 * 4 * all;
  });
  expect(odd.map(({name, bytes}) => `${name} ${bytes}`)).toEqual([]);
});

test("Inception-ResNet-v1's printed errors are never more than a tenth of a point from V3's, as its card says", () => {
  const single = checkpoints.map((one) => ({...one, crop: "1", top1: 100 - one.top1!, top5: 100 - one.top5!}));
  const byCrops = (network: string): Map<string, (number | null)[]> =>
    new Map(
      [...single, ...publishedErrors]
        .filter((one) => one.network === network && one.weights === "the paper’s")
        .map(({crop, top1, top5}) => [crop, [top1, top5]])
    );
  const [v1, v3] = [byCrops("inception-resnet-v1@paper"), byCrops("inception-v3@slim")];
  expect([...v1.keys()]).toEqual(["1", "12 crops", "144 crops"]);
  for (const [crop, errors] of v1)
    for (const [i, error] of errors.entries())
      expect(Math.abs(error! - v3.get(crop)![i]!), crop).toBeLessThanOrEqual(0.1 + 1e-9);
});

test("errors lie between 0 and 100, and the first five answers are never worse than the first", () => {
  for (const {network, top1, top5} of publishedErrors) {
    for (const value of [top1, top5]) expect(value === null || (value > 0 && value < 100), network).toBe(true);
    if (top1 !== null && top5 !== null) expect(top5, network).toBeLessThan(top1);
  }
});
