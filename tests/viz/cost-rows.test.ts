import {expect, test} from "vitest";
import {measure} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {costRows, csv} from "../../src/lib/viz/cost-rows.ts";

const entry = network("googlenet@bvlc");
const sheet = measure(flatten(entry.net()), entry.input);

test("costRows(sheet, nothing open) has the steps of the main line and the heads, which add up to the whole", () => {
  const rows = costRows(sheet, new Set());
  expect(rows.map(({plan}) => plan.name)).toEqual(
    "conv1 pool1 norm1 conv2/reduce conv2/conv norm2 pool2 3a 3b pool3 4a aux1 4b 4c 4d aux2 4e pool4 5a 5b pool5 dropout fc".split(
      " "
    )
  );
  const main = rows.filter(({plan}) => !plan.head);
  expect(main.reduce((sum, {macs}) => sum + macs, 0)).toBe(1_582_671_872);
  expect(main.reduce((sum, {params}) => sum + params, 0)).toBe(6_998_552);
  expect(rows.filter(({plan}) => plan.head).map(({params}) => params)).toEqual([3_188_840, 3_190_888]);
});

test("costRows(sheet, {3a}) lists 3a's four branches below it, and they add up to it", () => {
  const rows = costRows(sheet, new Set(["3a"]));
  const at = rows.findIndex(({plan}) => plan.path === "3a");
  const branches = rows.slice(at + 1, at + 5);
  expect(branches.map(({plan: {path, depth}}) => [path, depth])).toEqual([
    ["3a/1x1", 1],
    ["3a/3x3", 1],
    ["3a/5x5", 1],
    ["3a/pool", 1]
  ]);
  expect(rows[at]).toMatchObject({macs: 128_049_152, params: 163_696, plan: {open: true}, shape: [28, 28, 256]});
  expect(branches.reduce((sum, {macs}) => sum + macs, 0)).toBe(128_049_152);
});

test("costRows(sheet, open) opens a branch to its layers, a head to its vectors", () => {
  const rows = costRows(sheet, new Set(["3a", "3a/3x3", "aux1"]));
  const find = (path: string) => rows.find(({plan}) => plan.path === path);
  expect(find("3a/3x3/reduce")).toMatchObject({
    macs: 14_450_688,
    plan: {notation: "1×1", depth: 2, foldable: false}
  });
  expect(find("aux1/fc1")).toMatchObject({params: 2048 * 1024 + 1024, shape: [1024]});
});

test("csv(heading, rows) quotes what needs it", () => {
  expect(
    csv(
      ["a", "b"],
      [
        ["x,y", 1],
        ['say "z"', 2]
      ]
    )
  ).toBe('a,b\n"x,y",1\n"say ""z""",2\n');
});
