import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import type {ExportsFile} from "../../scripts/check-exports.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {taps, total} from "../../src/lib/analysis/total.ts";
import {dialectIds, dialects} from "../../src/lib/export/dialects.ts";
import {network, networks} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

const file = new URL("../gold/exports.json", import.meta.url);
const found = JSON.parse(readFileSync(file, "utf8")) as ExportsFile;

/** What `total` says of a network, in the file's words. */
function ours(id: string): {output: readonly number[]; params: number; withHeads: number; statistics: number} {
  const {net, input} = network(id);
  const sheet = measure(flatten(net()), input);
  const {params, statistics} = total(sheet);
  const heads = [...taps(sheet).values()].reduce((sum, head) => sum + head.params, 0);
  const output = sheet.rows[sheet.graph.outputs.get("output")!]!.shape;
  return {output, params, withHeads: params + heads, statistics};
}

describe.each(dialectIds)("the %s text of a network, when it was run", (dialect) => {
  const {rows} = found[dialect];

  test.each(Object.keys(rows))("%s is the present text, has our counts and gives PyTorch's output", async (id) => {
    const {net, input} = network(id);
    const {text, difference, output, params, withHeads, statistics} = rows[id]!;
    const code = (await dialects[dialect].load())(net(), {input});
    expect({output, params, withHeads, statistics}).toEqual(ours(id));
    if (dialect !== "pytorch") expect(difference).toBeLessThan(1e-4);
    const now = createHash("sha256").update(code).digest("hex").slice(0, 16);
    expect(now, `${id} reads otherwise now: run npm run check-exports`).toBe(text);
  });
});

test.each(dialectIds)("the %s text of every network was run", (dialect) => {
  expect(Object.keys(found[dialect].rows)).toEqual([...networks.keys()]);
});
