/**
 * Receptive fields over the routes through a graph: where branches meet, an output sees through many chains of windows, each
 * with a size of its own. `measure` gives their hull; this counts them all, exactly, without listing them.
 */
import type {Pair} from "../spec/net.ts";
import {hasWindow, type ReceptiveField, type Row, type Sheet} from "./measure.ts";

/** How many routes have a window of a size, [height, width] in input pixels. */
export interface RouteCount {
  size: Pair;
  routes: bigint;
}

/**
 * The routes from the input to a node by the size of their window, smallest first.
 *
 * Dynamic programming over the nodes: a window widens every route by the same pixels, a join adds up what its branches
 * bring. So thousands of modules' worth of routes (10²⁰ in Inception-ResNet-v2) cost as many steps as there are sizes.
 */
export function routesTo(sheet: Sheet, node: number): RouteCount[] {
  const known: Counts[] = [];
  for (const id of ancestors(sheet, node)) known[id] = countsOf(sheet, id, known);
  return [...known[node]!.values()].sort((a, b) => a.size[0] - b.size[0] || a.size[1] - b.size[1]);
}

type Counts = Map<number, RouteCount>;

// One number for a size: no network reaches a million pixels.
const keyOf = ([height, width]: Pair): number => height * 2 ** 20 + width;

function countsOf(sheet: Sheet, id: number, known: readonly Counts[]): Counts {
  const {inputs} = sheet.graph.nodes[id]!;
  const [first] = inputs;
  if (first === undefined) return new Map([[keyOf([1, 1]), {size: [1, 1], routes: 1n}]]);
  if (inputs.length > 1) return sum(inputs.map((input) => known[input]!));
  const [height, width] = growth(sheet, id);
  if (height === 0 && width === 0) return known[first]!;
  const grown = [...known[first]!.values()].map(({size, routes}) => ({
    size: [size[0] + height, size[1] + width] as const,
    routes
  }));
  return new Map(grown.map((count) => [keyOf(count.size), count]));
}

function sum(branches: readonly Counts[]): Counts {
  const all: Counts = new Map();
  for (const {size, routes} of branches.flatMap((counts) => [...counts.values()])) {
    const key = keyOf(size);
    all.set(key, {size, routes: routes + (all.get(key)?.routes ?? 0n)});
  }
  return all;
}

/** The pixels by which a node of one input widens every window that comes in, per axis. */
function growth({rows, graph}: Sheet, id: number): Pair {
  const before = rows[graph.nodes[id]!.inputs[0]!]!.receptiveField.size;
  const after = rows[id]!.receptiveField.size;
  return [after[0] - before[0], after[1] - before[1]];
}

function ancestors({graph}: Sheet, node: number): number[] {
  const wanted = new Set([node]);
  for (let id = node; id >= 0; id--) if (wanted.has(id)) for (const input of graph.nodes[id]!.inputs) wanted.add(input);
  return [...wanted].sort((a, b) => a - b);
}

/** All routes together. */
export function routeTotal(counts: readonly RouteCount[]): bigint {
  return counts.reduce((all, {routes}) => all + routes, 0n);
}

/** The routes by the size along one axis (0: height, 1: width), smallest first, each with its share of all routes. */
export function alongAxis(counts: readonly RouteCount[], axis: 0 | 1): {size: number; routes: bigint; share: number}[] {
  const sizes = new Map<number, bigint>();
  for (const {size, routes} of counts) sizes.set(size[axis], (sizes.get(size[axis]) ?? 0n) + routes);
  const all = routeTotal(counts);
  return [...sizes]
    .sort(([a], [b]) => a - b)
    .map(([size, routes]) => ({size, routes, share: Number((routes * 1_000_000_000_000n) / all) / 1e12}));
}

/**
 * The size in input pixels that half of the routes do not exceed, along one axis (0: height, 1: width).
 * @throws if there are no routes
 */
export function medianSize(counts: readonly RouteCount[], axis: 0 | 1): number {
  const half = routeTotal(counts);
  let seen = 0n;
  for (const {size, routes} of alongAxis(counts, axis)) {
    seen += routes;
    if (2n * seen >= half) return size;
  }
  throw new Error("the median of routes needs at least one route, found none");
}

/** The smallest and the largest window among the routes to every node, per axis: `[node][axis]`. */
export function routeBounds(sheet: Sheet): {least: Pair; most: Pair}[] {
  const bounds: {least: Pair; most: Pair}[] = [];
  for (const {id, inputs} of sheet.graph.nodes) {
    const given = inputs.map((input) => bounds[input]!);
    const [grown] = inputs.length === 1 ? [growth(sheet, id)] : [[0, 0] as const];
    const along = (pick: "least" | "most", best: (...sizes: number[]) => number): Pair =>
      [0, 1].map((axis) => best(...given.map((one) => one[pick][axis]!)) + grown[axis]!) as unknown as Pair;
    bounds.push(
      given.length === 0
        ? {least: [1, 1], most: [1, 1]}
        : {least: along("least", Math.min), most: along("most", Math.max)}
    );
  }
  return bounds;
}

/** A box in input pixels, its end not included; what lies outside the picture is padding. */
export interface PixelBox {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The pixels that one output position [row, column] sees. Averages over an uneven grid have whole pixels at the nearest. */
export function boxAt({size, stride, start}: ReceptiveField, position: Pair): PixelBox {
  const from = ([0, 1] as const).map((axis) => Math.round(start[axis] + position[axis] * stride[axis]));
  const [top, left] = from as [number, number];
  return {top, left, bottom: top + size[0], right: left + size[1]};
}

/** The part of a box inside a picture of [height, width]; null if there is none. */
export function clipBox(box: PixelBox, [height, width]: Pair): PixelBox | null {
  const inside = {
    top: Math.max(0, box.top),
    left: Math.max(0, box.left),
    bottom: Math.min(height, box.bottom),
    right: Math.min(width, box.right)
  };
  return inside.top < inside.bottom && inside.left < inside.right ? inside : null;
}

/** The output position whose window has its middle nearest to a pixel, within a map of [height, width] positions. */
export function positionAt({size, stride, start}: ReceptiveField, pixel: Pair, [height, width]: Pair): Pair {
  const along = (axis: 0 | 1, most: number): number => {
    const nearest = Math.round((pixel[axis] - start[axis] - size[axis] / 2) / stride[axis]);
    return Math.min(most - 1, Math.max(0, nearest));
  };
  return [along(0, height), along(1, width)];
}

/** The nodes of the main line at which something happens to the window: those that slide one, and joins; in order. */
export function reachSteps(sheet: Sheet): Row[] {
  const {rows, graph} = sheet;
  return ancestors(sheet, graph.outputs.get("output")!)
    .map((id) => rows[id]!)
    .filter(({id, op}) => {
      if (graph.nodes[id]!.inputs.length !== 1 || hasWindow(op)) return true;
      return growth(sheet, id).some((pixels) => pixels > 0);
    });
}

/** The last step of the main line whose output is still a map of more than one position. */
export function lastMap(sheet: Sheet): Row {
  return reachSteps(sheet).findLast(({shape}) => shape.length === 3 && shape[0]! * shape[1]! > 1)!;
}
