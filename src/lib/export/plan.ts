/**
 * The plan of a network's code, which all dialects share: one class per kind of block, its parameters, and its parts.
 */
import {measure, type Shape} from "../analysis/measure.ts";
import {flatten, type Scope, scopes} from "../spec/graph.ts";
import type {Net} from "../spec/net.ts";
import {series} from "../spec/build.ts";
import {type Describe, describer} from "./describe.ts";
import type {Expression, Join, Part, Unit} from "./expression.ts";
import {leavesOf, type Parameter, parametersOf, skeleton} from "./parameters.ts";

/** How a dialect pads: PyTorch is told zeros on both sides and rounding; TensorFlow is told the resolved margins. */
export type Padding = "declared" | "resolved";

/** A class: how its parts are joined, what they are, and the numbers that its instances may differ in. */
export interface Block {
  name: string;
  join: Join;
  doc: string;
  parameters: readonly Parameter[];
  parts: readonly Part[];
}

/** Units (convolution, normalisation, ReLU) by class name, the classes innermost first, and the network itself. */
export interface Plan {
  units: ReadonlyMap<string, Unit>;
  blocks: readonly Block[];
  root: Block;
  input: Shape;
}

/** Name of the root's class where the net has no `block`, the input [height, width, channels], and the dialect's traits. */
export interface PlanOptions {
  name?: string;
  input: Shape;
  padding: Padding;
  /** Whether a layer is told how many channels come in; if so, blocks are too. */
  channelsIn: boolean;
}

/**
 * Plans the classes of a net.
 * @throws MeasureError where the net does not fit the input; Error where a head does not stand on the main line
 */
export function plan(net: Net, {name = "Network", input, padding, channelsIn}: PlanOptions): Plan {
  const graph = flatten(asSeries(net));
  checkHeads(graph.outline);
  const sheet = measure(graph, input);
  const blocks = new Map<Scope, Block>();
  const describe = describer(sheet, {padding, channelsIn, blocks});
  const classes = new Map<string, Block>();
  const define = (wanted: string, instances: readonly Scope[]): Block => {
    let unique = wanted;
    for (let i = 2; classes.has(unique); i++) unique = `${wanted}${i}`;
    const block = blockOf(unique, instances, describe);
    classes.set(unique, block);
    for (const scope of instances) blocks.set(scope, block);
    return block;
  };
  for (const instances of kinds(graph.outline, describe)) define(instances[0]!.block!, instances);
  const inner = [...classes.values()];
  const root = define(graph.outline.block ?? name, [graph.outline]);
  return {units: describe.units, blocks: inner, root, input};
}

// A class is made of named parts, so a lone operation becomes a series of one, and a head stands for itself.
function asSeries(net: Net): Net {
  if (net.kind === "tap") return asSeries(net.net);
  return net.kind === "series" || net.kind === "fork" ? net : series([[net.kind, net]]);
}

function checkHeads(outline: Scope): void {
  for (const scope of scopes(outline)) {
    if (scope.kind !== "tap") continue;
    if (!outline.parts.includes(scope) || outline.kind !== "series")
      throw new Error(`${scope.path}: a head can be written only beside the network's main line`);
    if (scope.parts.at(-1)?.end !== scope.end)
      throw new Error(`${scope.path}: a head can be written only as a series of parts`);
  }
}

/** The blocks inside the root, innermost first; instances of one kind share block name and structure. */
function kinds(outline: Scope, describe: Describe): Scope[][] {
  const found = new Map<string, Scope[]>();
  for (const scope of scopes(outline)) {
    if (scope.block === undefined || scope === outline) continue;
    const key = `${scope.block} ${skeleton(describe.parts(scope))}`;
    found.set(key, [...(found.get(key) ?? []), scope]);
  }
  const depth = (list: Scope[]): number => list[0]!.path.split("/").length;
  return [...found.values()].sort((a, b) => depth(b) - depth(a));
}

function blockOf(name: string, instances: readonly Scope[], describe: Describe): Block {
  const parts = instances.map((scope) => describe.parts(scope));
  const [scope, first] = [instances[0]!, parts[0]!];
  return {
    ...{name, join: describe.join(scope), doc: docOf(scope)},
    ...{parameters: parametersOf(parts.map(leavesOf)), parts: first}
  };
}

function docOf(scope: Scope): string {
  const list = scope.parts.map((part) => part.name);
  const shown = list.length > 8 ? `${list.slice(0, 3).join(", ")} … ${list.slice(-2).join(", ")}` : list.join(", ");
  if (scope.kind === "fork") return `Branches ${shown} side by side.`;
  return scope.kind === "tap" ? `A head beside the main line: ${shown}.` : `${shown}, one after another.`;
}

/** All expressions in a list of parts, outermost first. */
export function expressionsIn(parts: readonly Part[]): Expression[] {
  return parts.flatMap(({expression}) => [
    expression,
    ...(expression.kind === "group" ? expressionsIn(expression.parts) : [])
  ]);
}
