/**
 * Memory of activations while one picture passes through a network in its written order.
 */
import type {Graph, Node, NodeOp} from "../spec/graph.ts";
import {scopes} from "../spec/graph.ts";
import type {Sheet} from "./measure.ts";

const IN_PLACE: ReadonlySet<string> = new Set(["batchNorm", "relu", "dropout", "times", "softmax", "flatten"]);

/** Whether an operation can leave its result where its input stood: those that change every number by itself. */
export function isInPlace(op: NodeOp): boolean {
  return IN_PLACE.has(op.kind);
}

/** The moment at which most memory is needed: how many bytes, and the node that is being computed. */
export interface Peak {
  bytes: number;
  path: string;
}

/**
 * The largest sum of activations that are alive at once, in float32, when nodes are computed one after another.
 *
 * An activation lives from its own node to the last node that reads it, an output to the end. Operations of `isInPlace` take over their input's
 * memory where nobody reads that later; a concatenation or a sum is a new map beside its inputs. Weights and an
 * operation's working memory are not counted. Auxiliary heads are left out unless asked for.
 */
export function peakMemory(sheet: Sheet, {heads = false} = {}): Peak {
  const {nodes, lastReader} = orderOf(sheet.graph, heads);
  const alive = new Map<number, {bytes: number; until: number}>();
  const memoryOf = new Map<number, number>();
  let peak: Peak = {bytes: 0, path: "input"};
  for (const {id, op, path, inputs} of nodes) {
    const [input] = inputs;
    const reuses = input !== undefined && isInPlace(op) && lastReader.get(input) === id;
    const memory = reuses ? memoryOf.get(input)! : id;
    memoryOf.set(id, memory);
    alive.set(memory, {bytes: sheet.rows[id]!.bytes, until: lastReader.get(id) ?? Infinity});
    const bytes = sum(alive.values());
    if (bytes > peak.bytes) peak = {bytes, path};
    for (const [key, {until}] of alive) if (until <= id) alive.delete(key);
  }
  return peak;
}

/** The nodes that are computed, and the last that reads each. */
interface Order {
  nodes: readonly Node[];
  lastReader: ReadonlyMap<number, number>;
}

// The same at every size of the picture.
const orders = {plain: new WeakMap<Graph, Order>(), heads: new WeakMap<Graph, Order>()};

function orderOf(graph: Graph, heads: boolean): Order {
  const known = orders[heads ? "heads" : "plain"];
  const nodes = (): readonly Node[] => (heads ? graph.nodes : mainNodes(graph));
  const order = known.get(graph) ?? readersOf(nodes());
  known.set(graph, order);
  return order;
}

const readersOf = (nodes: readonly Node[]): Order => ({nodes, lastReader: lastReaders(nodes)});

function mainNodes(graph: Graph): Node[] {
  const heads = scopes(graph.outline).filter(({kind}) => kind === "tap");
  return graph.nodes.filter(({id}) => !heads.some(({start, end}) => id >= start && id < end));
}

function lastReaders(nodes: readonly Node[]): Map<number, number> {
  return new Map(nodes.flatMap(({id, inputs}) => inputs.map((input) => [input, id] as const)));
}

function sum(list: Iterable<{bytes: number}>): number {
  let bytes = 0;
  for (const one of list) bytes += one.bytes;
  return bytes;
}
