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
  let peak: Peak = {bytes: 0, path: "input"};
  let bytes = 0;
  const held = new Float64Array(sheet.rows.length);
  for (const {id, path, memory, freed} of orderOf(sheet.graph, heads)) {
    const taken = sheet.rows[id]!.bytes;
    bytes += taken - held[memory]!;
    held[memory] = taken;
    if (bytes > peak.bytes) peak = {bytes, path};
    for (const one of freed) {
      bytes -= held[one]!;
      held[one] = 0;
    }
  }
  return peak;
}

/** A node that is computed: the memory it writes to, named after the first node that did, and those that are free after it. */
interface Step {
  id: number;
  path: string;
  memory: number;
  freed: readonly number[];
}

// The same at every size of the picture.
const orders = {plain: new WeakMap<Graph, readonly Step[]>(), heads: new WeakMap<Graph, readonly Step[]>()};

function orderOf(graph: Graph, heads: boolean): readonly Step[] {
  const known = orders[heads ? "heads" : "plain"];
  const order = known.get(graph) ?? stepsOf(heads ? graph.nodes : mainNodes(graph));
  known.set(graph, order);
  return order;
}

function stepsOf(nodes: readonly Node[]): Step[] {
  const lastReader = lastReaders(nodes);
  const until = new Map<number, number>();
  const memoryOf = new Map<number, number>();
  return nodes.map(({id, op, path, inputs}) => {
    const [input] = inputs;
    const reuses = input !== undefined && isInPlace(op) && lastReader.get(input) === id;
    const memory = reuses ? memoryOf.get(input)! : id;
    memoryOf.set(id, memory);
    until.set(memory, lastReader.get(id) ?? Infinity);
    const freed = [...until].filter(([, last]) => last <= id).map(([one]) => one);
    for (const one of freed) until.delete(one);
    return {id, path, memory, freed};
  });
}

function mainNodes(graph: Graph): Node[] {
  const heads = scopes(graph.outline).filter(({kind}) => kind === "tap");
  return graph.nodes.filter(({id}) => !heads.some(({start, end}) => id >= start && id < end));
}

function lastReaders(nodes: readonly Node[]): Map<number, number> {
  return new Map(nodes.flatMap(({id, inputs}) => inputs.map((input) => [input, id] as const)));
}
