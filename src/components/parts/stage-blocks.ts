/** The stages of a network with their costs, and the block that stands for each. */
import {branchEnds} from "../../lib/analysis/branch-ends.ts";
import {depth} from "../../lib/analysis/depth.ts";
import {measure, type Row, type Shape, type Sheet} from "../../lib/analysis/measure.ts";
import {total} from "../../lib/analysis/total.ts";
import {widen} from "../../lib/analysis/widen.ts";
import {firstLayers} from "../../lib/analysis/width-cost.ts";
import {network} from "../../lib/nets/registry.ts";
import {type Stage, type StageKind, stagesOf} from "../../lib/nets/stages.ts";
import {series} from "../../lib/spec/build.ts";
import {flatten, nodeAt, scopeAt} from "../../lib/spec/graph.ts";
import type {Net, Series} from "../../lib/spec/net.ts";
import {exact} from "../../lib/viz/format.ts";

/** What a stage costs: each of its parts, and all together. */
export interface StageCost {
  kind: StageKind;
  parts: readonly {path: string; macs: number}[];
  macs: number;
  params: number;
}

/** A block cut out of its network: for a stem, all of it. */
export interface StageBlock {
  /** Path of the block in its network; of a stem, of its last layer. */
  path: string;
  net: Series;
  /** [height, width, channels] that it is given. */
  input: Shape;
  /** How many of its kind the network has. */
  count: number;
}

/** A block measured. */
export interface BlockFacts {
  sheet: Sheet;
  params: number;
  macs: number;
  output: Shape;
  /** Convolutions on its longest way. */
  depth: number;
  branches: number;
  /** Outputs that are concatenated, those of forks inside its branches counted one by one. */
  ends: number;
}

interface Measured {
  sheet: Sheet;
  stages: Stage[];
}

const known = new Map<string, Measured>();

function measured(id: string): Measured {
  const found = known.get(id);
  if (found !== undefined) return found;
  const {net, input} = network(id);
  const tree = net() as Series;
  const made = {sheet: measure(flatten(tree), input), stages: stagesOf(tree)};
  known.set(id, made);
  return made;
}

/** The costs of a network's stages, in their order. */
export function stageCosts(id: string): StageCost[] {
  const {sheet, stages} = measured(id);
  return stages.map(({kind, parts}) => {
    const sums = parts.map(([path]) => ({path, ...total(sheet, scopeAt(sheet.graph, path)!)}));
    return {
      kind,
      parts: sums.map(({path, macs}) => ({path, macs})),
      macs: sums.reduce((sum, {macs}) => sum + macs, 0),
      params: sums.reduce((sum, {params}) => sum + params, 0)
    };
  });
}

/** The block that stands for a stage: of several the last, which is the widest; of residual blocks the first. */
export function stageBlock(id: string, kind: StageKind): StageBlock {
  const {sheet, stages} = measured(id);
  const {parts} = stages.find((stage) => stage.kind === kind)!;
  const whole = kind === "stem";
  const one = parts[0]![0].startsWith("block") ? parts[0]! : parts.at(-1)!;
  const first = whole ? parts[0]! : one;
  const before = sheet.graph.nodes[scopeAt(sheet.graph, first[0])!.start]!.inputs[0]!;
  return {
    path: one[0],
    net: series(whole ? [...parts] : [one], network(id).name.replace(/\W+/g, "")),
    input: sheet.rows[before]!.shape,
    count: whole ? 1 : parts.length
  };
}

/** What a block does not widen by itself: the expansion whose output is added to what came in. */
export const keepExpansion = (path: string): boolean => path.endsWith("/expand");

// A picture keeps its three colours.
const grows = ([, , channels = 1]: Shape, inputs: boolean): boolean => inputs && channels > 3;

/** A block at another width, measured; with `inputs` what comes in is as much wider, a picture's three colours apart. */
export function atWidth({net, input}: StageBlock, percent: number, inputs: boolean): {net: Net; input: Shape} {
  const [height = 1, width = 1, channels = 1] = input;
  const grown = grows(input, inputs) ? Math.max(1, Math.round((channels * percent) / 100)) : channels;
  return {
    net: widen(net, percent / 100, inputs ? undefined : keepExpansion),
    input: [height, width, grown]
  };
}

/** Measures a block, or anything cut out like one. */
export function blockFacts({net, input}: {net: Net; input: Shape}): BlockFacts {
  const sheet = measure(flatten(net), input);
  const {params, macs} = total(sheet);
  const ends = branchEnds(sheet.graph, sheet.graph.outline) ?? {branches: 1, ends: 1};
  return {sheet, params, macs, output: sheet.rows[nodeAt(sheet.graph, "output")]!.shape, depth: depth(sheet), ...ends};
}

/** A block's multiply–adds at its own width: of layers whose input keeps its channels at any width, and of all others. */
export interface WidthSplit {
  first: number;
  rest: number;
  /** `first` written out, as in `17 · 17 · 1,024 · (384 + 192)`; empty if it is nothing. */
  sum: string;
}

/** Splits a block's work by what the layers read; with `inputs` what comes in grows too, as in `atWidth`. */
export function widthSplit({net, input}: StageBlock, inputs: boolean): WidthSplit {
  const sheet = measure(flatten(net), input);
  const layers = grows(input, inputs) ? [] : firstLayers(sheet);
  const first = layers.reduce((sum, {macs}) => sum + macs, 0);
  return {first, rest: total(sheet).macs - first, sum: [...Map.groupBy(layers, factors)].map(term).join(" + ")};
}

// All factors of a layer's work but its channels out; a window of one pixel is none.
function factors({shape, weights}: Row): string {
  const [, channels = 1, ...window] = weights[0]!.shape;
  const taps = window.every((side) => side === 1) ? [] : window;
  return [...shape.slice(0, 2), ...taps, channels].map(exact).join(" · ");
}

function term([common, layers]: [string, Row[]]): string {
  const widths = layers.map(({shape}) => exact(shape.at(-1)!)).join(" + ");
  return `${common} · ${layers.length === 1 ? widths : `(${widths})`}`;
}
