import {describe, expect, test} from "vitest";
import {measure, type Sheet} from "../../src/lib/analysis/measure.ts";
import {convUnit} from "../../src/lib/nets/conv-unit.ts";
import {inceptionModule, type InceptionWidths, naiveModule, TABLE_1} from "../../src/lib/nets/inception-v1.ts";
import {network, networks} from "../../src/lib/nets/registry.ts";
import {series} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import type {Net} from "../../src/lib/spec/net.ts";
import {branchKind} from "../../src/lib/viz/colour.ts";
import {
  arrange as arranged,
  type Arrangement,
  type ArrangeOptions,
  type Box,
  type Ribbon
} from "../../src/lib/viz/arrange.ts";
import {macBars} from "../../src/lib/viz/mac-bars.ts";
import {foldables, isRunPath, runName} from "../../src/lib/viz/runs.ts";
import {fitScale, HEADS, LANE} from "../../src/lib/viz/spans.ts";

const {input, widths} = TABLE_1[0]!;
const alone = (module: Net): Sheet => measure(flatten(series([["3a", module]])), input);
const module = (changes: Partial<InceptionWidths> = {}): Sheet =>
  alone(inceptionModule({...widths, ...changes}, convUnit()));
const whole = (id: string): Sheet => measure(flatten(network(id).net()), network(id).input);
const googlenet = whole("googlenet@bvlc");
const open = new Set(["3a"]);
const MODULES = TABLE_1.map(({name}) => name);

/** What all pieces hold, where it stands in the drawing; a ribbon's path data begin at the top of its piece. */
interface Drawing extends Arrangement {
  boxes: Box[];
  ribbons: (Ribbon & {pieceTop: number})[];
}

function arrange(sheet: Sheet, options: ArrangeOptions): Drawing {
  const drawing = arranged(sheet, options);
  const lower = <T extends {y: number}>(one: T, by: number): T => ({...one, y: one.y + by});
  return {
    ...drawing,
    boxes: drawing.pieces.flatMap(({top, boxes}) =>
      boxes.map((one) => ({...lower(one, top), labels: one.labels.map((label) => lower(label, top))}))
    ),
    ribbons: drawing.pieces.flatMap(({top, ribbons}) =>
      ribbons.map((one) => ({...one, top: one.top + top, bottom: one.bottom + top, pieceTop: top}))
    )
  };
}

const box = (drawing: Drawing, path: string): Box => drawing.boxes.find((one) => one.path === path)!;
const end = (text: string): number[] => text.match(/-?[\d.]+/g)!.map(Number);

/** Pairs of boxes that share more than half a pixel. */
function overlaps({boxes}: Drawing): string[] {
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
function loose(drawing: Drawing): string[] {
  return drawing.ribbons
    .filter(({from, to, d, thin, pieceTop}) => {
      const [source, target] = [box(drawing, from), box(drawing, to)];
      const n = end(d);
      const [left, top] = [n[0]!, n[1]!];
      // A ribbon bends once and ends with its first straight line, a detour bends twice.
      const [endLeft, endY, endRight] = thin
        ? [n.at(-2), n.at(-1), n.at(-4)]
        : /^M[^C]*C[^CL]*L[^CL]*C/.test(d)
          ? n.slice(14, 17)
          : n.slice(8, 11);
      const within = (x: number, one: Box): boolean => x >= one.x - 0.1 && x <= one.x + one.w + 0.1;
      const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.1;
      return !(
        near(pieceTop + top, source.y + source.h) &&
        near(pieceTop + endY!, target.y) &&
        within(left, source) &&
        within(endLeft!, target) &&
        within(endRight!, target)
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

const family = [...networks.keys()]
  .filter((id) => !id.startsWith("inception-module"))
  .map((id) => [id, whole(id)] as const);

describe.each(family)("%s", (_, sheet) => {
  const all = foldables(sheet);
  const runs = all.filter(isRunPath);
  test.each(
    [280, 430].flatMap((width) =>
      [
        ["nothing", new Set<string>()],
        ["runs", new Set(runs)],
        ["everything", new Set(all)]
      ].map(([name, set]) => [width, name as string, set as ReadonlySet<string>] as const)
    )
  )("at %i px with %s open: no boxes overlap, ribbons end on boxes, everything is inside", (width, _name, set) => {
    const drawing = arrange(sheet, {width, open: set, measures: {letter: 6.5, column: 8}});
    expect(overlaps(drawing)).toEqual([]);
    expect(loose(drawing)).toEqual([]);
    expect(drawing.boxes.filter(({x, w}) => x < -0.1 || x + w > width + 0.1).map(({path}) => path)).toEqual([]);
    expect(new Set(drawing.boxes.map(({path}) => path)).size).toBe(drawing.boxes.length);
    expect(new Set(drawing.ribbons.map(({key}) => key)).size).toBe(drawing.ribbons.length);
    for (const {strips} of drawing.boxes) expect(new Set(strips.map(({path}) => path)).size).toBe(strips.length);
    expect(new Set(drawing.pieces.map(({key}) => key)).size).toBe(drawing.pieces.length);
    for (const piece of drawing.pieces) {
      const height = piece.bottom - piece.top;
      expect(Math.max(...piece.boxes.map(({y, h}) => y + h))).toBeCloseTo(height, 6);
      expect(Math.min(...piece.boxes.map(({y}) => y))).toBeGreaterThanOrEqual(0);
      for (const {top, bottom} of piece.ribbons) {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(height + 1e-6);
      }
    }
  });
  test("folded at 280 px, keeps words inside the drawing, clear of the heads, and the boxes apart from names", () => {
    const drawing = arrange(sheet, {width: 280, open: new Set(), measures: {letter: 6.5, column: 8}});
    expect(outside(drawing)).toEqual([]);
    const names = drawing.boxes.filter(({kind}) => kind !== "head").flatMap(({labels}) => labels);
    const heads = drawing.boxes.some(({kind}) => kind === "head");
    const left = names.filter(({anchor}) => anchor === "end").map(({x, text}) => x - 6 * text.length);
    if (heads) expect(Math.min(...left)).toBeGreaterThan(HEADS - 2);
  });
});

/** Words that reach out of a drawing, at 6 pixels a letter. */
function outside({boxes, width}: Drawing): string[] {
  return boxes
    .flatMap(({labels}) => labels)
    .filter(({x, anchor, text}) => {
      const w = 6 * text.length;
      const left = anchor === "start" ? x : anchor === "end" ? x - w : x - w / 2;
      return left < -2 || left + w > width;
    })
    .map(({text}) => text);
}

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
    const keys = (drawing: Drawing): string[] => drawing.boxes.map(({path}) => path);
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
    expect(outside(narrow)).toEqual([]);
  });
});

test("a head opens in its own column: no module moves", () => {
  const opened = arrange(googlenet, {width: 430, open: new Set(["aux1", "aux2"])});
  const folded = arrange(googlenet, {width: 430, open: new Set()});
  const main = ({boxes}: Drawing): object[] =>
    boxes.filter(({path}) => !path.startsWith("aux")).map(({path, x, y, w, h}) => ({path, x, y, w, h}));
  expect(main(opened)).toEqual(main(folded));
});

describe("runs of equal modules", () => {
  const v2 = whole("inception-resnet-v2@timm");
  test("Inception-ResNet-v2 folds to three, of 10, 20 and 9 blocks; its last block stands alone", () => {
    const {boxes, runs} = arrange(v2, {width: 430, open: new Set()});
    const modules = boxes.filter(({kind}) => kind === "module").map(({path}) => path);
    expect(modules).toEqual([
      "mixed5b",
      "block35_1~block35_10",
      "mixed6a",
      "block17_1~block17_20",
      "mixed7a",
      "block8_1~block8_9",
      "block8_10"
    ]);
    expect([...runs.values()].map(({length}) => length)).toEqual([10, 20, 9]);
  });
  test("V4 folds to 4, 7 and 3, V3 and GoogLeNet to none", () => {
    const lengths = (id: string): number[] =>
      [...arrange(whole(id), {width: 430, open: new Set()}).runs.values()].map(({length}) => length);
    expect(lengths("inception-v4@timm")).toEqual([4, 7, 3]);
    expect(lengths("inception-v3@torchvision")).toEqual([]);
    expect(lengths("googlenet@bvlc")).toEqual([]);
    expect(lengths("resnet50@torchvision")).toEqual([3, 5]);
  });
  test("an open run has each of its modules, folded, and an end that closes it", () => {
    const {boxes} = arrange(v2, {width: 430, open: new Set(["block8_1~block8_9"])});
    expect(boxes.filter(({path}) => /^block8_\d$/.test(path)).map(({kind}) => kind)).toEqual(Array(9).fill("module"));
    expect(box({boxes} as Drawing, "block8_1~block8_9")).toMatchObject({kind: "join", open: true, foldable: true});
  });
  test("runName(path) is short", () =>
    expect(["block35_1~block35_10", "mixed5b~mixed5e", "conv4_2~conv4_6"].map(runName)).toEqual([
      "block35_1–10",
      "mixed5b–e",
      "conv4_2–6"
    ]));
});

describe("a residual block", () => {
  const v2 = whole("inception-resnet-v2@timm");
  const run = "block35_1~block35_10";
  const drawing = arrange(v2, {width: 430, open: new Set([run, "block35_1"])});
  test("opens to its branches, their join, the 1×1 expansion, its scaling, and the sum that bears the block's name", () => {
    const inside = drawing.boxes
      .filter(({path}) => path.startsWith("block35_1/"))
      .map(({path}) => path.replace("block35_1/sum/residual/", ""));
    expect(inside).toEqual([
      "branches/1x1",
      "branches/3x3/reduce",
      "branches/3x3/conv",
      "branches/3x3dbl/reduce",
      "branches/3x3dbl/conv1",
      "branches/3x3dbl/conv2",
      "branches",
      "expand",
      "scale"
    ]);
    expect(box(drawing, "block35_1")).toMatchObject({kind: "join", open: true});
    expect(box(drawing, "block35_1/sum/residual/scale").labels[0]!.text).toBe("× 0.17");
  });
  test("has a shortcut from what comes in to the sum, in the colour of residuals, clear of all boxes", () => {
    const shortcut = drawing.ribbons.find(({key}) => key.endsWith(":block35_1/sum/shortcut"))!;
    expect(shortcut).toMatchObject({from: "mixed5b", to: "block35_1", branch: "residual"});
    const lane = end(shortcut.d)[8]!;
    const inside = drawing.boxes.filter(({path}) => path.startsWith("block35_1/"));
    expect(Math.min(...inside.map(({x}) => x))).toBeGreaterThan(lane + LANE);
  });
  test("colours layers by their own kind, shortcut, expansion and scaling as residual", () => {
    const kinds = [
      "shortcut",
      "residual/expand",
      "residual/scale",
      "residual/branches/3x3dbl/conv1",
      "residual/branches/1x1"
    ].map((path) => branchKind(v2.graph, `block35_1/sum/${path}`));
    expect(kinds).toEqual(["residual", "residual", "residual", "5x5", "1x1"]);
    const resnet = whole("resnet50@torchvision").graph;
    expect(
      ["shortcut", "residual/reduce", "residual/conv", "residual/expand"].map((path) =>
        branchKind(resnet, `conv2_1/sum/${path}`)
      )
    ).toEqual(["residual", "1x1", "3x3", "residual"]);
  });
  test("a 3×3 that is a 1×3 and a 3×1 is asymmetric", () => {
    expect(branchKind(v2.graph, "block8_1/sum/residual/branches/3x3")).toBe("asym");
    expect(branchKind(whole("inception-v3@torchvision").graph, "mixed6b/7x7dbl/7x1a")).toBe("asym");
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

test("a piece that a larger picture leaves as it is holds the very same boxes, moved; one that changes holds new ones", () => {
  const graph = flatten(network("inception-v3@torchvision").net());
  const options: ArrangeOptions = {width: 430, open: new Set(["mixed7c"]), scale: 0.1, names: {}};
  const [small, large] = [299, 302].map((side) => arranged(measure(graph, [side, side, 3]), options).pieces);
  const piece = (pieces: Arrangement["pieces"] | undefined, key: string) => pieces!.find((one) => one.key === key)!;
  // 8×8 at the end at both sizes, 149×149 and 150×150 at the beginning.
  expect(piece(large, "mixed7c").boxes).toBe(piece(small, "mixed7c").boxes);
  expect(piece(large, "mixed7c").ribbons).toBe(piece(small, "mixed7c").ribbons);
  expect(piece(large, "mixed7c").top).not.toBe(piece(small, "mixed7c").top);
  expect(piece(large, "conv1a").boxes).not.toBe(piece(small, "conv1a").boxes);
  const folded = arranged(measure(graph, [302, 302, 3]), {...options, open: new Set()}).pieces;
  expect(piece(folded, "mixed7c").boxes).not.toEqual(piece(large, "mixed7c").boxes);
});
