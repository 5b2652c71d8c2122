import {describe, expect, test} from "vitest";
import {measure, type Sheet} from "../../src/lib/analysis/measure.ts";
import {convUnit} from "../../src/lib/nets/conv-unit.ts";
import {inceptionModule, type InceptionWidths, naiveModule, TABLE_1} from "../../src/lib/nets/inception-v1.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {series} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import type {Net} from "../../src/lib/spec/net.ts";
import {arrange, type Arrangement, type Box} from "../../src/lib/viz/arrange.ts";
import {macBars} from "../../src/lib/viz/mac-bars.ts";
import {fitScale} from "../../src/lib/viz/spans.ts";

const {input, widths} = TABLE_1[0]!;
const alone = (module: Net): Sheet => measure(flatten(series([["3a", module]])), input);
const module = (changes: Partial<InceptionWidths> = {}): Sheet =>
  alone(inceptionModule({...widths, ...changes}, convUnit()));
const whole = (id: string): Sheet => measure(flatten(network(id).net()), network(id).input);
const googlenet = whole("googlenet@bvlc");
const open = new Set(["3a"]);
const MODULES = TABLE_1.map(({name}) => name);

const box = (drawing: Arrangement, path: string): Box => drawing.boxes.find((one) => one.path === path)!;
const end = (text: string): number[] => text.match(/-?[\d.]+/g)!.map(Number);

/** Pairs of boxes that share more than half a pixel. */
function overlaps({boxes}: Arrangement): string[] {
  const meet = (a: Box, b: Box): boolean =>
    a.x + a.w > b.x + 0.5 && b.x + b.w > a.x + 0.5 && a.y + a.h > b.y + 0.5 && b.y + b.h > a.y + 0.5;
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => meet(a, b))
      .map((b) => `${a.path} and ${b.path}`)
  );
}

/** Ribbons that do not begin at the bottom of their first box and end at the top of their second, within its sides. */
function loose(drawing: Arrangement): string[] {
  return drawing.ribbons
    .filter(({from, to, d}) => {
      const [source, target] = [box(drawing, from), box(drawing, to)];
      const n = end(d);
      const [left, top] = [n[0]!, n[1]!];
      const [endLeft, endY, endRight] = [n[8]!, n[9]!, n[10]!];
      const within = (x: number, one: Box): boolean => x >= one.x - 0.1 && x <= one.x + one.w + 0.1;
      const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.1;
      return !(
        near(top, source.y + source.h) &&
        near(endY, target.y) &&
        within(left, source) &&
        within(endLeft, target) &&
        within(endRight, target)
      );
    })
    .map(({key}) => key);
}

describe("one module", () => {
  test("has a box for the input, each of its seven layers and the join, keyed by path", () => {
    const {boxes} = arrange(module(), {width: 640, open});
    expect(boxes.map(({path}) => path)).toEqual([
      "input",
      "3a/1x1",
      "3a/3x3/reduce",
      "3a/3x3/conv",
      "3a/5x5/reduce",
      "3a/5x5/conv",
      "3a/pool/pool",
      "3a/pool/proj",
      "3a"
    ]);
  });

  test("is as wide as its channels: one scale for all boxes", () => {
    const drawing = arrange(module(), {width: 640, open, scale: 1});
    const wide = [
      "input",
      "3a/1x1",
      "3a/3x3/reduce",
      "3a/3x3/conv",
      "3a/5x5/reduce",
      "3a/5x5/conv",
      "3a/pool/pool",
      "3a/pool/proj",
      "3a"
    ];
    expect(wide.map((path) => box(drawing, path).w)).toEqual([192, 64, 96, 128, 16, 32, 192, 32, 256]);
  });

  test("widens a box, and the join, by the channels that are added", () => {
    const before = arrange(module(), {width: 640, open, scale: 1});
    const after = arrange(module({"5x5reduce": 24, "5x5": 48}), {width: 640, open, scale: 1});
    expect(box(after, "3a/5x5/reduce").w - box(before, "3a/5x5/reduce").w).toBe(8);
    expect(box(after, "3a").w - box(before, "3a").w).toBe(16);
    expect(box(after, "3a/1x1").w).toBe(box(before, "3a/1x1").w);
  });

  test("gives the join one strip per branch, in the order of concatenation", () => {
    const {strips} = box(arrange(module(), {width: 640, open}), "3a");
    expect(strips.map(({path, branch}) => [path, branch])).toEqual([
      ["3a/1x1", "1x1"],
      ["3a/3x3", "3x3"],
      ["3a/5x5", "5x5"],
      ["3a/pool", "pool"]
    ]);
  });

  test("ends all branches at one height, so that the 1×1 stands beside the 3×3 and not the reduction", () => {
    const drawing = arrange(module(), {width: 640, open});
    const ends = ["3a/1x1", "3a/3x3/conv", "3a/5x5/conv", "3a/pool/proj"].map((path) => box(drawing, path).y);
    expect(new Set(ends).size).toBe(1);
    expect(box(drawing, "3a/3x3/reduce").y).toBe(box(drawing, "3a/pool/pool").y);
  });

  test("is higher for a higher resolution", () => {
    const at = (side: number): number =>
      box(
        arrange(measure(flatten(series([["3a", inceptionModule(widths, convUnit())]])), [side, side, 192]), {
          width: 640,
          open
        }),
        "3a/1x1"
      ).h;
    expect(at(56)).toBeGreaterThan(at(28));
  });

  test("shows a single channel two pixels wide", () => {
    expect(box(arrange(module({"5x5reduce": 1}), {width: 340, open}), "3a/5x5/reduce").w).toBe(2);
  });
});

describe.each([
  ["module 3a", module()],
  ["the naive module", alone(naiveModule(widths, convUnit()))],
  ["a module with a branch of 1,024 channels", module({"5x5": 1024})],
  ["googlenet@bvlc", googlenet],
  ["googlenet@torchvision", whole("googlenet@torchvision")],
  ["googlenet@slim", whole("googlenet@slim")],
  ["compact-v1", whole("compact-v1")]
])("%s", (_, sheet) => {
  const cases = [
    new Set<string>(),
    new Set(["3a"]),
    new Set(["4a", "aux1", "5b"]),
    new Set([...MODULES, "aux1", "aux2"])
  ];
  test.each([280, 430, 640].flatMap((width) => cases.map((set) => [width, [...set].join(" ") || "nothing"] as const)))(
    "at %i px with %s open: no boxes overlap, ribbons end on boxes, everything is inside",
    (width, names) => {
      const drawing = arrange(sheet, {width, open: new Set(names.split(" "))});
      expect(overlaps(drawing)).toEqual([]);
      expect(loose(drawing)).toEqual([]);
      const outside = drawing.boxes.filter(
        ({x, y, w, h}) => x < -0.1 || y < 0 || x + w > width + 0.1 || y + h > drawing.height
      );
      expect(outside).toEqual([]);
      expect(new Set(drawing.boxes.map(({path}) => path)).size).toBe(drawing.boxes.length);
      expect(new Set(drawing.ribbons.map(({key}) => key)).size).toBe(drawing.ribbons.length);
    }
  );
});

describe("the whole network", () => {
  const folded = arrange(googlenet, {width: 430, open: new Set()});

  test("folded has nine modules as silhouettes and two heads at the left of them", () => {
    expect(folded.boxes.filter(({kind}) => kind === "module").map(({path}) => path)).toEqual(MODULES);
    const heads = folded.boxes.filter(({kind}) => kind === "head");
    expect(heads.map(({path}) => path)).toEqual(["aux1", "aux2"]);
    expect(heads.every(({x, w}) => x + w < box(folded, "4b").x)).toBe(true);
  });

  test("keeps every key and the scale when a module opens, and adds the module's layers", () => {
    const opened = arrange(googlenet, {width: 430, open});
    const keys = (drawing: Arrangement): string[] => drawing.boxes.map(({path}) => path);
    expect(keys(folded).filter((path) => !keys(opened).includes(path))).toEqual([]);
    expect(keys(opened).filter((path) => !keys(folded).includes(path))).toHaveLength(7);
    expect(opened.scale).toBe(folded.scale);
    expect(box(opened, "3a").strips.map(({path}) => path)).toEqual(box(folded, "3a").strips.map(({path}) => path));
  });

  test("draws folded and open strips with the same commands, so that one can move into the other", () => {
    const commands = (d: string): string => d.replace(/[^A-Z]/g, "");
    const opened = arrange(googlenet, {width: 430, open});
    expect(box(opened, "3a").strips.map(({d}) => commands(d))).toEqual(
      box(folded, "3a").strips.map(({d}) => commands(d))
    );
  });

  test("narrows a silhouette at its waist to what is left after the reductions", () => {
    const drawing = arrange(googlenet, {width: 430, open: new Set(), scale: 1});
    // 4a: 480 channels come in, 192 + 96 + 16 + 64 are left, 512 go out.
    const edges = box(drawing, "4a").strips.map(({d}) => end(d));
    const right = edges.at(-1)!;
    expect(box(drawing, "4a").w).toBe(512);
    expect(right[20]! - edges[0]![6]!).toBeCloseTo(368, 0);
    expect(right.at(-2)! - edges[0]![0]!).toBeCloseTo(480, 0);
  });

  test("is the same every time", () => {
    expect(arrange(googlenet, {width: 430, open})).toEqual(arrange(googlenet, {width: 430, open}));
  });

  test("keeps words inside the drawing at 280 px", () => {
    const narrow = arrange(googlenet, {width: 280, open: new Set(), measures: {letter: 6.5, column: 8}});
    const wide = narrow.boxes
      .flatMap(({labels}) => labels)
      .filter(({x, anchor, text}) => {
        const w = 6 * text.length;
        const left = anchor === "start" ? x : anchor === "end" ? x - w : x - w / 2;
        return left < -2 || left + w > 280;
      });
    expect(wide.map(({text}) => text)).toEqual([]);
  });
});

test("fitScale(sheet, width) grows with the width and shrinks with the widest branch", () => {
  expect(fitScale(module(), 640)).toBeGreaterThan(fitScale(module(), 340));
  expect(fitScale(module({"5x5": 512}), 640)).toBeLessThan(fitScale(module(), 640));
});

test("macBars(arrangement, sheet, room) draws areas in proportion to multiply–adds and fills the room once", () => {
  const bars = macBars(arrange(googlenet, {width: 430, open}), googlenet, 80);
  const density = bars.map(({w, h, macs}) => (w * h) / macs);
  for (const one of density) expect(one / density[0]!).toBeCloseTo(1, 9);
  expect(Math.max(...bars.map(({w}) => w))).toBeCloseTo(80, 9);
  expect(bars.find(({path}) => path === "3a")!.macs).toBe(128_049_152);
  expect(bars.some(({path}) => path === "pool1" || path === "aux1")).toBe(false);
});
