import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import recorded from "../../src/components/figures/recorded.json" with {type: "json"};
import {mapFrom, type Recorded, type RecordedMaps, shares} from "../../src/components/parts/recorded.ts";
import {firstSample, samples} from "../../src/components/parts/samples.ts";
import {branchModules} from "../../src/lib/analysis/branch-modules.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {release, releases} from "../../src/lib/nets/releases.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

const record = recorded as Recorded;
const folder = new URL("../../src/components/figures/recorded-maps/", import.meta.url);
const maps = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as RecordedMaps);

test("the recorded answers are those of the weights that ship (else: node scripts/record.ts)", () => {
  expect(record.weights).toBe(release("compact-v1").sha256);
  const viewed = [...releases.keys()].filter((id) => branchModules(flatten(network(id).net())).length > 0);
  expect(Object.fromEntries(maps.map(({network, weights}) => [network, weights]))).toEqual(
    Object.fromEntries(viewed.map((id) => [id, release(id).sha256]))
  );
});

test("every scene of the gallery has a recorded answer", () => {
  expect(samples.length).toBeGreaterThanOrEqual(30);
  expect(Object.keys(record.scenes)).toEqual(samples.map(({id}) => id));
  for (const {scene} of maps) expect(scene).toBe(firstSample.id);
});

test("a recorded map's mean plus the bias is the recorded logit, to half a step of 8 bits", () => {
  for (const scene of Object.values(record.scenes))
    record.labels.forEach((_, index) => {
      const {values, bias} = mapFrom(scene, index, record.bias[index]!);
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const step = (scene.maps.max[index]! - scene.maps.min[index]!) / 255;
      expect(Math.abs(mean + bias - scene.logits[index]!)).toBeLessThan(step / 2 + 0.001);
    });
});

test("shares(logits) is a softmax", () => {
  expect(shares([0, Math.log(3)])).toEqual([expect.closeTo(0.25, 12), expect.closeTo(0.75, 12)]);
  expect(shares([1000, 1000])).toEqual([0.5, 0.5]);
});
