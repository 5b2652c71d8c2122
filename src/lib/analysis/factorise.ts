/**
 * Ways to compute one thing: a wide window, or several cheaper layers in its place, each with its cost and its reach.
 *
 * Biases and normalisation are left out: they are a small part, and the same for all ways.
 */
import type {Pair} from "../spec/net.ts";

/** One layer of a way, stride 1 and `same` padding. A dense layer is a convolution over its whole map at one position. */
export interface Layer {
  kernel: Pair;
  in: number;
  out: number;
  /** Groups equal to the channels make a depthwise convolution. */
  groups: number;
  /** Output positions at which it is computed. */
  positions: number;
  /** Averages instead of multiplying by weights. */
  pool?: true;
}

/** One way, as the layers that it runs one after another. */
export interface Way {
  id: string;
  layers: readonly Layer[];
}

/** Weights of a layer; also its multiply–adds for one output position. */
export function layerWeights({kernel, in: from, out, groups, pool}: Layer): number {
  return pool ? 0 : kernel[0] * kernel[1] * (from / groups) * out;
}

/** Multiply–adds of a layer at all its positions. */
export function layerMacs(layer: Layer): number {
  return layer.positions * layerWeights(layer);
}

/** Weights of a way. */
export function wayWeights({layers}: Way): number {
  return layers.reduce((sum, layer) => sum + layerWeights(layer), 0);
}

/** Multiply–adds of a way for one picture. */
export function wayMacs({layers}: Way): number {
  return layers.reduce((sum, layer) => sum + layerMacs(layer), 0);
}

/** Height and width of the window that one output position of a chain of layers sees. */
export function chainReach(layers: readonly Layer[]): Pair {
  const along = (axis: 0 | 1): number => layers.reduce((side, {kernel}) => side + kernel[axis] - 1, 1);
  return [along(0), along(1)];
}

const conv = (kernel: Pair, from: number, out: number, positions: number, groups = 1): Layer => ({
  kernel,
  in: from,
  out,
  groups,
  positions
});

/** Channels in, between and out, and the height and width of the map. */
export interface Widths {
  in: number;
  mid: number;
  out: number;
  height: number;
  width: number;
}

/** A square window of side 2·depth + 1 against `depth` 3×3 windows in a row, which see as much. */
export function stackedWays({depth, in: from, mid, out, height, width}: Widths & {depth: number}): Way[] {
  const side = 2 * depth + 1;
  const ends = [from, ...Array<number>(depth - 1).fill(mid), out];
  const stack = ends.slice(1).map((to, i) => conv([3, 3], ends[i]!, to, height * width));
  return [
    {id: "direct", layers: [conv([side, side], from, out, height * width)]},
    {id: "factored", layers: stack}
  ];
}

/** An n×n window against a 1×n and then an n×1. */
export function asymmetricWays({n, in: from, mid, out, height, width}: Widths & {n: number}): Way[] {
  const at = height * width;
  return [
    {id: "direct", layers: [conv([n, n], from, out, at)]},
    {id: "factored", layers: [conv([1, n], from, mid, at), conv([n, 1], mid, out, at)]}
  ];
}

/** A k×k convolution against a depthwise k×k (one window per channel) and then a 1×1. */
export function separableWays({k, in: from, out, height, width}: Omit<Widths, "mid"> & {k: number}): Way[] {
  const at = height * width;
  return [
    {id: "direct", layers: [conv([k, k], from, out, at)]},
    {id: "factored", layers: [conv([k, k], from, from, at, from), conv([1, 1], from, out, at)]}
  ];
}

/** A map and what is to be said about it: classes, and `hidden` dense layers of width `units` before them. */
export interface Head {
  height: number;
  width: number;
  channels: number;
  classes: number;
  hidden: number;
  units: number;
}

/** Three heads: flatten and dense; average, then dense; and a 1×1 convolution to one map per class, then average. */
export function headWays({height, width, channels, classes, hidden, units}: Head): Way[] {
  const map: Pair = [height, width];
  const ends = [...Array<number>(hidden).fill(units), classes];
  const dense = ends.map((to, i) => (i === 0 ? conv(map, channels, to, 1) : conv([1, 1], ends[i - 1]!, to, 1)));
  const average = (of: number): Layer => ({...conv(map, of, of, 1), pool: true});
  return [
    {id: "direct", layers: dense},
    {id: "factored", layers: [average(channels), conv([1, 1], channels, classes, 1)]},
    {id: "maps", layers: [conv([1, 1], channels, classes, height * width), average(classes)]}
  ];
}
