import {expect, test} from "vitest";
import {measure} from "../../src/lib/analysis/measure.ts";
import {GENERATIONS, type Grid, identities, LINE} from "../../src/lib/nets/lineage.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten, scopeAt} from "../../src/lib/spec/graph.ts";
import {barsIn} from "../../src/lib/viz/drawn.ts";
import {moduleFrame} from "../../src/lib/viz/module-frame.ts";
import {fitModules, type ModuleRoom, type Placed, placeModule} from "../../src/lib/viz/module-layout.ts";
import {linkPath, morph} from "../../src/lib/viz/morph.ts";

const GRIDS: readonly Grid[] = ["early", "middle", "late"];
const ROOM: ModuleRoom = {
  ...{width: 640, pitch: 44, gap: 8, least: 52, bar: 4},
  margin: {top: 20, bottom: 20, side: 14}
};
const sheets = LINE.map((id) => {
  const {net, input} = network(id);
  return measure(flatten(net()), input);
});
const framesOf = (grid: Grid) =>
  sheets.map((sheet, i) => moduleFrame(sheet, GENERATIONS[grid].modules[i]!, identities(grid, i)));
const placed = (grid: Grid): Placed[] => {
  const frames = framesOf(grid);
  const scale = fitModules(frames, ROOM);
  return frames.map((frame) => placeModule(frame, scale, ROOM));
};
const box = ({boxes}: Placed, id: string) => boxes.find((one) => one.id === id);

test.each(GRIDS)("every layer of every %s module has one identity, and every path of the table is a layer", (grid) => {
  for (const [i, sheet] of sheets.entries()) {
    const {modules, layers} = GENERATIONS[grid];
    const prefix = `${modules[i]!}/`;
    const there = barsIn(sheet, scopeAt(sheet.graph, modules[i]!)!)
      .filter(({output}) => sheet.rows[output]!.op.kind !== "times")
      .map(({path}) => path.slice(prefix.length));
    const named = layers.flatMap(({paths}) => paths[i] ?? []);
    expect(named.toSorted(), LINE[i]).toEqual(there.toSorted());
    expect(layers.every(({paths, why}) => paths.length === LINE.length && why !== "")).toBe(true);
  }
});

test("moduleFrame reads widths from the description: GoogLeNet’s 4a has 192, 96 → 208, 16 → 48 and a pool of 480 → 64", () => {
  const {input, output, side, lanes, joined} = framesOf("middle")[2]!;
  expect([input, output, side, joined]).toEqual([480, 512, 14, true]);
  expect(lanes.map(({bars}) => bars.map(({channels}) => channels))).toEqual([[192], [96, 208], [16, 48], [480, 64]]);
});

test("moduleFrame knows a split, and a residual block by its sum and its factor", () => {
  expect(framesOf("late")[4]!.lanes.map(({split}) => split.length)).toEqual([0, 2, 2, 0]);
  const {residual, lanes} = framesOf("middle")[6]!;
  expect(residual).toMatchObject({scale: 0.1, bars: [{id: "expand", channels: 1088, text: "1×1"}]});
  expect(lanes).toHaveLength(2);
});

test("moduleFrame names a layer without identity", () => {
  expect(() => moduleFrame(sheets[2]!, "4a", new Map())).toThrow("4a/1x1: has no identity");
  expect(() => moduleFrame(sheets[2]!, "9z", new Map())).toThrow('9z: no such path; "the network" has the parts ');
});

test.each(GRIDS)("all %s modules fit the room at one scale, and lanes do not overlap", (grid) => {
  for (const {boxes, width} of placed(grid)) {
    for (const {x, w} of boxes) {
      expect(x).toBeGreaterThanOrEqual(ROOM.margin.side - 1e-6);
      expect(x + w).toBeLessThanOrEqual(width - ROOM.margin.side + 1e-6);
    }
    for (const row of Map.groupBy(boxes, ({y}) => y).values())
      for (const [i, {x, w}] of row.toSorted((a, b) => a.x - b.x).entries())
        expect(row.toSorted((a, b) => a.x - b.x)[i + 1]?.x ?? Infinity).toBeGreaterThanOrEqual(x + w - 1e-6);
  }
});

test("a concatenation is as wide as its branches’ ends together, each with the branch’s own segment", () => {
  const v1 = placed("middle")[2]!;
  const segments = v1.boxes.filter(({id}) => id.startsWith("out:"));
  expect(segments.map(({id, channels}) => [id, channels])).toEqual([
    ["out:1x1", 192],
    ["out:3x3", 208],
    ["out:5x5", 48],
    ["out:pool", 64]
  ]);
  expect(segments.every(({x, w}, i) => i === 3 || Math.abs(segments[i + 1]!.x - x - w) < 1e-6)).toBe(true);
});

test("morph is its ends at 0 and 1, keeps what both have at every time, and moves it straight", () => {
  const [, naive, v1] = placed("middle") as [Placed, Placed, Placed];
  expect(morph(naive, v1, 0)).toBe(naive);
  expect(morph(naive, v1, 1)).toBe(v1);
  const half = morph(naive, v1, 0.5);
  for (const id of ["in", "1x1", "3x3", "5x5", "pool", "out:5x5"]) {
    const [a, b, m] = [box(naive, id)!, box(v1, id)!, box(half, id)!];
    for (const key of ["x", "y", "w", "h"] as const) expect(m[key]).toBeCloseTo((a[key] + b[key]) / 2, 9);
    expect(m.opacity).toBe(1);
  }
});

test("morph lets what is gone fade first and what is new grow after", () => {
  const [nin, naive] = placed("middle") as [Placed, Placed];
  const [early, late] = [morph(nin, naive, 0.25), morph(nin, naive, 0.75)];
  expect([box(early, "nin.second")!.opacity, box(early, "pool")!.opacity]).toEqual([0.5, 0]);
  expect([box(late, "nin.second")!.opacity, box(late, "pool")!.opacity]).toEqual([0, 0.5]);
  expect(box(late, "pool")!.w).toBeCloseTo(box(naive, "pool")!.w / 2, 9);
  expect(late.boxes.map(({id}) => id).toSorted()).toEqual([...new Set(late.boxes.map(({id}) => id))].toSorted());
});

test("the shortcut is a line from the input to the sum, and only the residual block has one", () => {
  const all = placed("early");
  const lines = all.map(({links}) => links.filter(({line}) => line));
  expect(lines.map(({length}) => length)).toEqual([0, 0, 0, 0, 0, 0, 1]);
  const boxes = new Map(all[6]!.boxes.map((one) => [one.id, one]));
  expect(linkPath(lines[6]![0]!, boxes)).toMatch(/^M[\d.]+ [\d.]+H[\d.]+V[\d.]+H[\d.]+$/);
  expect(linkPath({...lines[6]![0]!, to: "nowhere"}, boxes)).toBe("");
});
