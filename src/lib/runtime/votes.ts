/**
 * Which branch voted: a class's logit split into what each branch sent to it.
 *
 * Behind the last branches a network only adds and weighs, place by place: concatenation, 1×1 convolution, normalisation,
 * sums, averages and one linear layer. Walking from the logit back through them gives every branch an exact share and a map
 * of its own. Where ReLUs stand in between (residual networks) they are held as they are for this picture: the shares still
 * sum to the logit, but a branch taken away would move the ReLUs, so its share is not what would be missed.
 */
import {type Graph, type Node, scopeAt} from "../spec/graph.ts";
import {affineOf} from "./fold.ts";
import type {Weights} from "./weights.ts";

/** One branch's part of a logit: the mean of its map. */
export interface VotePart {
  /** Path of the branch. */
  path: string;
  /** Channel of the branch, or how many channels are summed here, where a network has no branches to split. */
  channel?: number;
  rest?: number;
  /** In units of the logit: the mean of `values`. */
  share: number;
  /** [height][width] */
  values: Float32Array;
}

/** A logit split: the sum of all shares plus `bias` is the logit. */
export interface Votes {
  index: number;
  height: number;
  width: number;
  parts: VotePart[];
  /** What the layers' biases add, whatever the picture (or, behind ReLUs, wherever those let it through). */
  bias: number;
  logit: number;
  /** Whether ReLUs stand between the branches and the logit. */
  gated: boolean;
}

/** A way from the class's map back to the branches. */
type Route =
  | {kind: "part"; id: number; path: string}
  | {kind: "split"; id: number; ways: readonly Route[]} // concatenation
  | {kind: "sum"; id: number; ways: readonly Route[]}
  | {kind: "step"; id: number; way: Route};

/** Where the votes of a network come from. */
export interface Ballot {
  /** Node whose average the classes are read from; the dense layer behind it, or null where the map has a channel per class. */
  map: number;
  dense: number | null;
  route: Route;
  /** Nodes whose activations `countVotes` needs. */
  wanted: ReadonlySet<number>;
  gated: boolean;
}

/**
 * Finds the branches that a network's last layer hears.
 * @throws if the network does not end in global average pooling and at most one dense layer, naming the node found there
 */
export function ballotOf(graph: Graph): Ballot {
  const node = (id: number): Node => graph.nodes[id]!;
  let id = graph.outputs.get("output")!;
  const skip = (): void => {
    while (["softmax", "dropout"].includes(node(id).op.kind)) id = node(id).inputs[0]!;
  };
  skip();
  const dense = node(id).op.kind === "dense" ? id : null;
  if (dense !== null) id = node(id).inputs[0]!;
  skip();
  if (node(id).op.kind !== "globalAvgPool")
    throw new Error(
      `${node(id).path}: votes need a network that ends in global average pooling and at most one dense layer, found ${node(id).op.kind}`
    );
  const map = node(id).inputs[0]!;
  const route = routeFrom(graph, map);
  const steps = stepsOf(route);
  const wanted = new Set(
    steps.filter(({kind, id: at}) => kind === "part" || node(at).op.kind === "relu").map((step) => step.id)
  );
  return {
    map,
    dense,
    route,
    wanted,
    gated: steps.some(({kind, id: at}) => kind === "step" && node(at).op.kind === "relu")
  };
}

function routeFrom(graph: Graph, id: number): Route {
  const {op, inputs, path} = graph.nodes[id]!;
  const next = (): Route => routeFrom(graph, inputs[0]!);
  if (op.kind === "concat") {
    const branches = scopeAt(graph, path)!.parts;
    return {kind: "split", id, ways: inputs.map((from, i) => ({kind: "part", id: from, path: branches[i]!.path}))};
  }
  if (op.kind === "add") return {kind: "sum", id, ways: inputs.map((from) => routeFrom(graph, from))};
  const linear = ["batchNorm", "times", "dropout"].includes(op.kind) || isPointwise(graph.nodes[id]!);
  if (linear || (op.kind === "relu" && forkBehind(graph, inputs[0]!))) return {kind: "step", id, way: next()};
  return {kind: "part", id, path: unitOf(graph, id)};
}

function isPointwise({op}: Node): boolean {
  return op.kind === "conv" && op.groups === 1 && [...op.kernel, ...op.stride].every((n) => n === 1);
}

function forkBehind(graph: Graph, id: number): boolean {
  const {op, inputs} = graph.nodes[id]!;
  if (op.kind === "concat" || op.kind === "add") return true;
  const passes = ["relu", "batchNorm", "times", "dropout"].includes(op.kind) || isPointwise(graph.nodes[id]!);
  return passes && forkBehind(graph, inputs[0]!);
}

// `conv7/relu` is known as `conv7`.
function unitOf(graph: Graph, id: number): string {
  const {path} = graph.nodes[id]!;
  const outer = path.split("/").slice(0, -1).join("/");
  return outer !== "" && scopeAt(graph, outer)?.output === id ? outer : path;
}

function stepsOf(route: Route): Route[] {
  const ways = route.kind === "part" ? [] : route.kind === "step" ? [route.way] : route.ways;
  return [route, ...ways.flatMap(stepsOf)];
}

/** What a network without branches shows: its strongest channels, and the rest as one. */
const STRONGEST = 5;

/**
 * Splits a class's logit, in double precision.
 * @param shape of the averaged map, [height, width, channels]
 * @param activations of the ballot's wanted nodes, one picture, each [height][width][its channels]
 * @throws if `index` is no class
 */
export function countVotes(
  {graph, weights, ballot}: {graph: Graph; weights: Weights; ballot: Ballot},
  [height, width, channels]: readonly [number, number, number],
  activations: ReadonlyMap<number, Float32Array>,
  index: number
): Votes {
  const cells = height * width;
  const head = ballot.dense === null ? undefined : weights.get(ballot.dense);
  const classes = head === undefined ? channels : head.weight!.length / channels;
  if (!Number.isInteger(index) || index < 0 || index >= classes)
    throw new Error(`votes: needs a class from 0 to ${classes - 1}, found ${index}`);
  const parts: VotePart[] = [];
  let biases = 0; // summed over cells

  // `pull` says how much one unit of each number of a map adds to the class's map: [cells][channels].
  function follow(route: Route, pull: Float64Array): void {
    if (route.kind === "part") return void parts.push(...partsOf(route, pull));
    if (route.kind === "sum") return route.ways.forEach((way) => follow(way, pull));
    if (route.kind === "split") {
      const widths = route.ways.map((way) => activations.get(way.id)!.length / cells);
      let from = 0;
      route.ways.forEach((way, i) => follow(way, columns(pull, cells, from, (from += widths[i]!))));
      return;
    }
    follow(route.way, through(route.id, pull));
  }

  function through(id: number, pull: Float64Array): Float64Array {
    const {op} = graph.nodes[id]!;
    const own = weights.get(id);
    if (op.kind === "times") return pull.map((p) => p * op.by);
    if (op.kind === "relu") {
      const open = activations.get(id)!;
      return pull.map((p, i) => (open[i]! > 0 ? p : 0));
    }
    if (op.kind === "batchNorm") {
      const {factor, offset} = affineOf(own!, op.eps);
      biases += dot(pull, offset);
      return pull.map((p, i) => p * factor[i % factor.length]!);
    }
    if (op.kind === "conv") {
      if (own!.bias !== undefined) biases += dot(pull, own!.bias);
      return turnedBack(pull, own!.weight!, cells, op.out);
    }
    return pull;
  }

  function partsOf({id, path}: {id: number; path: string}, pull: Float64Array): VotePart[] {
    const found = activations.get(id)!;
    const wide = found.length / cells;
    const map = (keep: (c: number) => boolean): Pick<VotePart, "share" | "values"> => {
      const values = new Float64Array(cells);
      for (let i = 0; i < found.length; i++) if (keep(i % wide)) values[Math.floor(i / wide)]! += pull[i]! * found[i]!;
      return {share: values.reduce((a, b) => a + b, 0) / cells, values: Float32Array.from(values)};
    };
    if (ballot.route.kind === "split" || ballot.gated) return [{path, ...map(() => true)}];
    const shares = Array.from({length: wide}, (_, c) => ({c, size: Math.abs(map((one) => one === c).share)}));
    const best = shares.sort((a, b) => b.size - a.size).slice(0, STRONGEST);
    const chosen = new Set(best.map(({c}) => c));
    return [
      ...best.map(({c}) => ({path, channel: c, ...map((one) => one === c)})),
      {path, rest: wide - chosen.size, ...map((one) => !chosen.has(one))}
    ];
  }

  const pull = new Float64Array(cells * channels);
  for (let at = 0; at < cells; at++)
    for (let c = 0; c < channels; c++)
      pull[at * channels + c] = head === undefined ? Number(c === index) : head.weight![index * channels + c]!;
  follow(ballot.route, pull);
  const bias = (head?.bias?.[index] ?? 0) + biases / cells;
  const logit = parts.reduce((sum, {share}) => sum + share, bias);
  return {index, height, width, parts, bias, logit, gated: ballot.gated};
}

function dot(pull: Float64Array, offset: Float32Array): number {
  return pull.reduce((sum, p, i) => sum + p * offset[i % offset.length]!, 0);
}

function columns(pull: Float64Array, cells: number, from: number, to: number): Float64Array {
  const [all, wide] = [pull.length / cells, to - from];
  return Float64Array.from({length: cells * wide}, (_, i) => pull[Math.floor(i / wide) * all + from + (i % wide)]!);
}

// A 1×1 convolution read backwards: weight is [out][in].
function turnedBack(pull: Float64Array, weight: Float32Array, cells: number, out: number): Float64Array {
  const inside = weight.length / out;
  const back = new Float64Array(cells * inside);
  for (let at = 0; at < cells; at++)
    for (let o = 0; o < out; o++) {
      const p = pull[at * out + o]!;
      if (p !== 0) for (let i = 0; i < inside; i++) back[at * inside + i]! += p * weight[o * inside + i]!;
    }
  return back;
}
