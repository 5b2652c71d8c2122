/**
 * The plan of a network's code, which all dialects share: one class per kind of block, its parameters, and its parts.
 */
import {measure, type Shape} from "../analysis/measure.ts";
import {flatten, type Scope, scopes} from "../spec/graph.ts";
import type {Net} from "../spec/net.ts";
import {series} from "../spec/build.ts";
import {type Describe, describer} from "./describe.ts";
import type {Join, Part, Unit, Value} from "./expression.ts";
import {completed, fitted, merged} from "./merge.ts";
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

/** What a scope is an instance of, and its values by key. */
export interface Instance {
  block: Block;
  values: ReadonlyMap<string, Value>;
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
  const instances = new Map<Scope, Instance>();
  const describe = describer(sheet, {padding, channelsIn, instances});
  const classes = new Map<string, Block>();
  const define = (wanted: string, kind: Kind): Block => {
    let unique = wanted;
    for (let i = 2; classes.has(unique); i++) unique = `${wanted}${i}`;
    const {parts} = kind;
    const keys = [...new Set(leavesOf(parts).map(({key}) => key))];
    const values = completed(
      keys,
      kind.instances.map(({own}) => fitted(parts, own))
    );
    const {scope} = kind.instances[0]!;
    const described = {name: unique, join: describe.join(scope), doc: docOf(scope)};
    const block: Block = {...described, parameters: parametersOf(values, padding), parts};
    classes.set(unique, block);
    for (const [i, {scope}] of kind.instances.entries()) instances.set(scope, {block, values: values[i]!});
    return block;
  };
  const inside = scopes(graph.outline).filter((scope) => scope.block !== undefined && scope !== graph.outline);
  for (const alike of deepestFirst(kinds(inside, describe))) {
    // Told with the classes that are inside them.
    const told = kinds(
      alike.instances.map(({scope}) => scope),
      describe
    );
    for (const kind of told) define(kind.instances[0]!.scope.block!, kind);
  }
  const inner = [...classes.values()];
  const root = define(graph.outline.block ?? name, kinds([graph.outline], describe)[0]!);
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

/** Instances that one class can stand for, each with its own parts, and the class's parts. */
interface Kind {
  parts: readonly Part[];
  instances: {scope: Scope; own: readonly Part[]}[];
  skeletons: Set<string>;
}

/** Scopes by kind: instances of one share block name and structure, but for parts that some of them leave empty. */
function kinds(list: readonly Scope[], describe: Describe): Kind[] {
  const found: Kind[] = [];
  for (const scope of list) {
    const own = describe.parts(scope);
    const form = skeleton(own);
    const takes = (kind: Kind): boolean => {
      if (kind.instances[0]!.scope.block !== scope.block) return false;
      const parts = kind.skeletons.has(form) ? kind.parts : merged(kind.parts, own);
      kind.parts = parts ?? kind.parts;
      return parts !== null;
    };
    const known = found.find(takes);
    if (known === undefined) found.push({parts: own, instances: [{scope, own}], skeletons: new Set([form])});
    else {
      known.instances.push({scope, own});
      known.skeletons.add(form);
    }
  }
  return found;
}

function deepestFirst(list: readonly Kind[]): Kind[] {
  const depth = ({instances}: Kind): number => instances[0]!.scope.path.split("/").length;
  return [...list].sort((a, b) => depth(b) - depth(a));
}

function docOf(scope: Scope): string {
  const list = scope.parts.map((part) => part.name);
  const shown = list.length > 8 ? `${list.slice(0, 3).join(", ")} … ${list.slice(-2).join(", ")}` : list.join(", ");
  if (scope.kind === "fork") return `Branches ${shown} side by side.`;
  return scope.kind === "tap" ? `A head beside the main line: ${shown}.` : `${shown}, one after another.`;
}
