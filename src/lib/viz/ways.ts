/**
 * A drawing of ways to compute one thing: for each, its windows as cells on the field that the whole chain sees, and a bar
 * as long as its cost. Pure geometry, in pixels.
 */
import {chainReach, type Layer, type Way} from "../analysis/factorise.ts";
import type {Pair} from "../spec/net.ts";
import type {BranchKind} from "./colour.ts";
import {pairText} from "./format.ts";

/** A rectangle. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One layer's window on the field, and how it joins channels. */
export interface WindowGlyph {
  tone: BranchKind;
  label: string;
  labelAt: readonly [x: number, y: number];
  /** The cells around the window; single boxes where cells would be too small. */
  field: readonly Box[];
  window: readonly Box[];
  /** What the chain sees up to here, where that is more than the window. */
  reach: Box | null;
  /** Lines between the channels that come in and those that go out. */
  wires: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  pool: boolean;
}

/** One way: a heading's baseline, the glyphs of its layers, and the bar in as many pieces. */
export interface WayBand {
  id: string;
  headingY: number;
  glyphs: readonly WindowGlyph[];
  bar: readonly (Box & {tone: BranchKind})[];
}

/** The whole drawing. */
export interface WaysPlan {
  width: number;
  height: number;
  bands: readonly WayBand[];
}

const HEADING = 22;
const LABEL = 17;
const BAR = 16;
const GAP = 26;
const SIDE_BY_SIDE = 16;
const MOST_CELLS = 16;
const WIRES = 30;

/** The colour of a layer: that of its window, wherever it stands. */
export function layerTone({kernel: [height, width], pool}: Layer): BranchKind {
  if (pool) return "pool";
  if (height !== width) return "asym";
  return height === 1 ? "1x1" : height === 3 ? "3x3" : height === 5 ? "5x5" : "other";
}

/** Lays ways out one under another; `cost` says how long a layer's piece of the bar is. */
export function planWays(ways: readonly Way[], width: number, cost: (layer: Layer) => number): WaysPlan {
  const glyph = width < 480 ? 46 : 64;
  const reaches = ways.map(({layers}) => chainReach(layers));
  const field: Pair = [Math.max(...reaches.map(([h]) => h)), Math.max(...reaches.map(([, w]) => w))];
  const wired = ways.some(({layers}) => layers.some(({groups}) => groups > 1));
  const sums = ways.map(({layers}) => layers.reduce((sum, layer) => sum + cost(layer), 0));
  const scale = width / Math.max(...sums, 1);
  const tall = HEADING + glyph + LABEL + BAR;
  const bands = ways.map(({id, layers}, i) => {
    const top = i * (tall + GAP);
    const step = glyph + SIDE_BY_SIDE + (wired ? WIRES : 0);
    return {
      id,
      headingY: top + 13,
      glyphs: layers.map((_, j) =>
        drawLayer(layers, j, {x: j * step, y: top + HEADING, width: glyph, height: glyph}, field, wired)
      ),
      bar: drawBar(layers, top + HEADING + glyph + LABEL, (layer) => scale * cost(layer))
    };
  });
  return {width, height: ways.length * (tall + GAP) - GAP, bands};
}

function drawBar(layers: readonly Layer[], y: number, length: (layer: Layer) => number): WayBand["bar"] {
  let x = 0;
  return layers.flatMap((layer) => {
    const box = {x, y, width: length(layer), height: BAR, tone: layerTone(layer)};
    x += box.width;
    return box.width === 0 ? [] : [{...box, width: Math.max(1, box.width)}];
  });
}

function drawLayer(layers: readonly Layer[], index: number, box: Box, field: Pair, wired: boolean): WindowGlyph {
  const layer = layers[index]!;
  const shown = layer.positions === 1 ? layer.kernel : field; // a vector, or a window over the whole map, has nothing around
  const cell = box.width / Math.max(...field);
  const reach = chainReach(layers.slice(0, index + 1));
  const origin = {x: box.x + (box.width - field[1] * cell) / 2, y: box.y + (box.height - field[0] * cell) / 2};
  const centred = ([height, width]: Pair): Box => ({
    x: origin.x + Math.floor((field[1] - width) / 2) * cell,
    y: origin.y + Math.floor((field[0] - height) / 2) * cell,
    width: width * cell,
    height: height * cell
  });
  const grows = index > 0 && layer.positions > 1 && (reach[0] > layer.kernel[0] || reach[1] > layer.kernel[1]);
  return {
    tone: layerTone(layer),
    label: pairText(layer.kernel),
    labelAt: [box.x + box.width / 2, box.y + box.height + 12],
    field: cells(centred(shown), cell),
    window: cells(centred(layer.kernel), cell),
    reach: grows ? centred(reach) : null,
    wires: wired ? wires(layer, box.x + box.width + 5, box.y, box.height) : [],
    pool: layer.pool === true
  };
}

function cells(box: Box, cell: number): Box[] {
  const [rows, columns] = [Math.round(box.height / cell), Math.round(box.width / cell)];
  if (Math.max(rows, columns) > MOST_CELLS) return [box];
  const gap = Math.min(1, cell / 6);
  return Array.from({length: rows * columns}, (_, i) => ({
    x: box.x + (i % columns) * cell,
    y: box.y + Math.floor(i / columns) * cell,
    width: cell - gap,
    height: cell - gap
  }));
}

// Four channels stand for all: each to itself where the window is depthwise, else each to every one.
function wires(layer: Layer, x: number, top: number, height: number): WindowGlyph["wires"] {
  const rows = [0, 1, 2, 3];
  const y = (row: number): number => top + (height * (row + 0.5)) / rows.length;
  const pairs = rows.flatMap((from) => rows.map((to) => [from, to] as const));
  return pairs
    .filter(([from, to]) => layer.groups === 1 || from === to)
    .map(([from, to]) => [x, y(from), x + WIRES - 14, y(to)] as const);
}
