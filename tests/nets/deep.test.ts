import {expect, it} from "vitest";
import {measure} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {deepLayers, deepNet} from "../../src/lib/nets/deep.ts";
import {flatten, nodeAt} from "../../src/lib/spec/graph.ts";

const sheetOf = (norm: boolean, residual: boolean) =>
  measure(flatten(deepNet({depth: 8, norm, residual})), [32, 32, 3]);

it("deepNet({depth}) has depth 3×3 layers of 16 channels at 16×16, whatever goes with them", () => {
  for (const norm of [false, true])
    for (const residual of [false, true]) {
      const sheet = sheetOf(norm, residual);
      const convs = sheet.rows.filter(({op}) => op.kind === "conv");
      expect(convs).toHaveLength(9);
      for (const {shape} of convs) expect(shape).toEqual([16, 16, 16]);
      expect(total(sheet).macs).toBe(256 * 9 * 3 * 16 + 8 * 256 * 9 * 16 * 16 + 160);
    }
});

it("deepLayers(net) names one activation per layer, in order", () => {
  for (const residual of [false, true]) {
    const {graph, rows} = sheetOf(true, residual);
    const ids = deepLayers({depth: 8, norm: true, residual}).map((path) => nodeAt(graph, path));
    expect(ids).toHaveLength(8);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    for (const id of ids) expect(rows[id]!.op.kind).toBe("relu");
  }
});

it("deepNet refuses an odd depth", () => {
  expect(() => deepNet({depth: 7, norm: false, residual: false})).toThrow("even depth of at least 2, found 7");
});
