/** The compact family's budget: about the same compute and size for every network, so that the idea is what differs. */
import {describe, expect, test} from "vitest";
import {seededWeights} from "../../scripts/seeded-weights.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {withoutTaps} from "../../src/lib/analysis/smallest-input.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {networks} from "../../src/lib/nets/registry.ts";
import {writeSafetensors} from "../../src/lib/runtime/safetensors.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

const compact = [...networks.values()].filter(({id}) => id.startsWith("compact-"));

test("there are eight compact networks: one per chapter's idea, and a plain one as the control", () => {
  expect(compact.map(({id}) => id.slice(8))).toEqual(["plain", "nin", "naive", "v1", "v2", "v3", "v4", "resnet"]);
});

describe.each(compact)("$id", ({net, input}) => {
  const sheet = measure(flatten(net()), input);
  const {params, macs} = total(sheet);

  test("has at most 300,000 parameters", () => expect(params).toBeLessThanOrEqual(300_000));

  test("takes 25 M multiply–adds, 4 % more or less", () => {
    expect(macs).toBeGreaterThanOrEqual(24_000_000);
    expect(macs).toBeLessThanOrEqual(26_000_000);
  });

  test("gives ten classes for a 32×32 picture", () => {
    expect(input).toEqual([32, 32, 3]);
    expect(sheet.rows[sheet.graph.outputs.get("output")!]!.shape).toEqual([10]);
  });

  test("fits a file of 600 kB in float16, its running means folded into the shifts", () => {
    const trunk = measure(flatten(withoutTaps(net())), input);
    const stored = [...seededWeights(trunk)].filter(([name]) => !name.endsWith("running_mean"));
    expect(writeSafetensors(new Map(stored), "F16").byteLength).toBeLessThanOrEqual(600_000);
  });
});
