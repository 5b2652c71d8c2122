/**
 * Plans a run: which operations are needed for the activations wanted, which are fused, and what can be freed when.
 */
import {type Graph, type Node, nodeAt, type Scope, scopeAt, scopes} from "../spec/graph.ts";

/** One step of a run. */
export interface Step {
  /** The operation to run. */
  node: Node;
  /** The node whose activation comes out: `node` itself, or the batch normalisation or ReLU fused behind it. */
  gives: number;
  /** `zeros` for a silenced part, which is not computed; `folded` if the kernel is to have its batch normalisation folded in. */
  how: "zeros" | "alone" | "folded";
  /** Whether a ReLU is fused behind. */
  relu: boolean;
  /** What is done to the result. */
  edit: Edit | null;
  /** Ids of the activations that go in; `edit` is what is done to a shortcut on its way into a join. */
  inputs: readonly {id: number; edit: Edit | null}[];
  /** Activations that nobody needs after this step. */
  frees: readonly number[];
}

/**
 * What is done to a part's output: it is multiplied by a number, 0 silences it; or every channel is replaced by its mean
 * over the map, so that it still says how much there is of something but not where; or by numbers of its own, one per channel.
 */
export type Edit = number | "mean" | Float32Array;

/** What is done to whole activations by node id, and to single inputs of joins, written "join:position". */
export interface Edits {
  nodes: ReadonlyMap<number, Edit>;
  edges: ReadonlyMap<string, Edit>;
}

/** Nothing is changed. */
export const NO_EDITS: Edits = {nodes: new Map(), edges: new Map()};

/**
 * Where the edits of some parts, by path, are made: on a part's output, or for a shortcut without operations on its way
 * into the join.
 * @throws naming a path that does not exist or has no output of its own, or a factor that is not a finite number
 */
export function editsOf(graph: Graph, byPath: ReadonlyMap<string, Edit>): Edits {
  const nodes = new Map<number, Edit>();
  const edges = new Map<string, Edit>();
  for (const [path, edit] of byPath) {
    if (typeof edit === "number" && !Number.isFinite(edit))
      throw new Error(`${path}: needs a finite factor or "mean", found ${edit}`);
    const id = nodeAt(graph, path); // throws for an unknown path
    const scope = scopeAt(graph, path);
    if (scope === undefined || scope.kind === "tap" || id >= scope.start) nodes.set(id, edit);
    else edges.set(joinEdge(graph, scope), edit);
  }
  return {nodes, edges};
}

function joinEdge(graph: Graph, scope: Scope): string {
  const fork = scopes(graph.outline).find((outer) => outer.kind === "fork" && outer.parts.includes(scope));
  if (fork === undefined)
    throw new Error(`${scope.path || "the network"}: cannot be changed, it passes its input through`);
  return `${fork.output}:${fork.parts.indexOf(scope)}`;
}

/**
 * The steps that lead to the wanted activations, in order; nothing else is computed.
 * @param wanted node ids whose activations must come out as they are, so nothing is fused over them
 * @param pairs convolution → batch normalisation that may be folded into it
 */
export function plan(
  graph: Graph,
  wanted: ReadonlySet<number>,
  edits: Edits,
  pairs: ReadonlyMap<number, number>
): Step[] {
  const silent = (id: number): boolean => edits.nodes.get(id) === 0;
  const sources = (id: number): readonly number[] => (silent(id) ? [] : graph.nodes[id]!.inputs);

  // 1. What is needed, and who reads it.
  const readers = new Map<number, number[]>();
  for (let id = graph.nodes.length - 1; id >= 0; id--)
    if (wanted.has(id) || readers.has(id))
      for (const from of sources(id)) readers.set(from, [...(readers.get(from) ?? []), id]);
  const needed = graph.nodes.filter(({id}) => wanted.has(id) || readers.has(id));

  // 2. Steps, with what follows a convolution fused into it.
  const soleReader = (id: number): Node | undefined => {
    const [reader, ...others] = readers.get(id) ?? [];
    const free =
      reader !== undefined && others.length === 0 && !wanted.has(id) && !edits.nodes.has(id) && !silent(reader);
    return free ? graph.nodes[reader] : undefined;
  };
  const fused = new Set<number>();
  const steps = needed.flatMap((node): Omit<Step, "frees">[] => {
    if (fused.has(node.id)) return [];
    const inputs = node.inputs.map((id, position) => ({
      id,
      edit: edits.edges.get(`${node.id}:${position}`) ?? null
    }));
    if (silent(node.id)) return [{node, gives: node.id, how: "zeros", relu: false, edit: null, inputs: []}];
    const norm = pairs.get(node.id);
    const folded = norm !== undefined && soleReader(node.id)?.id === norm;
    let gives = folded ? norm : node.id;
    const next = node.op.kind === "conv" ? soleReader(gives) : undefined;
    const relu = next?.op.kind === "relu";
    if (folded) fused.add(gives);
    if (relu) fused.add((gives = next.id));
    return [{node, gives, how: folded ? "folded" : "alone", relu, edit: edits.nodes.get(gives) ?? null, inputs}];
  });

  // 3. Each activation goes after its last reader.
  const last = new Map<number, number>();
  steps.forEach(({inputs}, at) => inputs.forEach(({id}) => last.set(id, at)));
  return steps.map((step, at) => ({
    ...step,
    frees: [...new Set(step.inputs.map(({id}) => id))].filter((id) => last.get(id) === at && !wanted.has(id))
  }));
}
