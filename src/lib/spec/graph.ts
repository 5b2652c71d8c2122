/**
 * The flat form of a network: numbered nodes plus an outline of scopes. `flatten` alone knows how nets nest.
 */
import type {Net, Op} from "./net.ts";

/** What a node does: an operation of the net, or one of the three that nesting itself makes. */
export type NodeOp = Op | {kind: "input"} | {kind: "concat"} | {kind: "add"};

/** One step of the computation. `inputs` are ids of earlier nodes. */
export interface Node {
  id: number;
  path: string;
  op: NodeOp;
  inputs: readonly number[];
}

/** A part of the net: the nodes [start, end) and the parts inside it. */
export interface Scope {
  name: string;
  path: string;
  kind: "series" | "fork" | "tap" | "op";
  block?: string;
  start: number;
  end: number;
  /** The node whose activation is this scope's output; for the empty series, the node it was given. */
  output: number;
  parts: Scope[];
}

/** A network flattened. `outputs` maps "output" (the main line) and every tap's path to a node id. */
export interface Graph {
  nodes: readonly Node[];
  outline: Scope;
  outputs: ReadonlyMap<string, number>;
}

/**
 * Numbers the operations of a net depth first, so that every scope is a contiguous run of nodes.
 *
 * A fork's join has the fork's own path: the activation of an Inception module `3a` is the node `3a`.
 * @throws if two parts of one net share a name, or a name is empty or contains "/" or "."
 */
export function flatten(net: Net): Graph {
  const nodes: Node[] = [{id: 0, path: "input", op: {kind: "input"}, inputs: []}];
  const outputs = new Map<string, number>();

  const push = (path: string, op: NodeOp, inputs: readonly number[]): number =>
    nodes.push({id: nodes.length, path, op, inputs}) - 1;

  function visit(name: string, path: string, part: Net, input: number): Scope {
    const start = nodes.length;
    const scope = (kind: Scope["kind"], parts: Scope[], output: number, block?: string): Scope => ({
      ...{name, path, kind, start, end: nodes.length, output, parts},
      ...(block === undefined ? {} : {block})
    });
    if (part.kind === "series") {
      checkNames(path, part.parts);
      let last = input;
      const parts = part.parts.map(([child, inner]) => {
        const done = visit(child, join(path, child), inner, last);
        last = done.output;
        return done;
      });
      return scope("series", parts, last, part.block);
    }
    if (part.kind === "fork") {
      checkNames(path, part.parts);
      const parts = part.parts.map(([child, inner]) => visit(child, join(path, child), inner, input));
      const output = push(
        path,
        {kind: part.join},
        parts.map((branch) => branch.output)
      );
      return scope("fork", parts, output, part.block);
    }
    if (part.kind === "tap") {
      const inner = visit(name, path, part.net, input);
      outputs.set(path, inner.output);
      return {...scope("tap", inner.kind === "op" ? [] : inner.parts, input), ...blockOf(inner)};
    }
    return scope("op", [], push(path, part, [input]));
  }

  const outline = visit("", "", net, 0);
  outputs.set("output", outline.output);
  return {nodes, outline: {...outline, start: 0}, outputs};
}

const join = (path: string, name: string): string => (path === "" ? name : `${path}/${name}`);

const blockOf = (scope: Scope): {block?: string} => (scope.block === undefined ? {} : {block: scope.block});

function checkNames(path: string, parts: readonly (readonly [string, Net])[]): void {
  const seen = new Set<string>();
  for (const [name] of parts) {
    const where = path === "" ? "the network" : path;
    if (!/^[^/.\s]+$/.test(name))
      throw new Error(`${where}: a part's name is non-empty, without "/", "." or spaces; found "${name}"`);
    if (path === "" && (name === "input" || name === "output"))
      throw new Error(`${where}: "${name}" is a reserved name`);
    if (seen.has(name)) throw new Error(`${where}: two parts are called "${name}"`);
    seen.add(name);
  }
}

/** The scope at a path, or undefined; "" is the whole network. */
export function scopeAt(graph: Graph, path: string): Scope | undefined {
  let scope: Scope | undefined = graph.outline;
  for (const name of path === "" ? [] : path.split("/")) scope = scope?.parts.find((part) => part.name === name);
  return scope;
}

/**
 * The node whose activation a path means: a node's own, a scope's output, "input", "output" or a tap's head.
 * @throws if there is no such path, naming the nearest one that exists
 */
export function nodeAt(graph: Graph, path: string): number {
  if (path === "input") return 0;
  const out = graph.outputs.get(path);
  if (out !== undefined) return out;
  const scope = scopeAt(graph, path);
  if (scope !== undefined) return scope.output;
  throw new Error(noSuchPath(graph, path));
}

/** Says of a path that does not exist what the nearest one that does is made of. */
export function noSuchPath(graph: Graph, path: string): string {
  const names = path.split("/");
  while (names.length > 0 && scopeAt(graph, names.join("/")) === undefined) names.pop();
  const nearest = scopeAt(graph, names.join("/"))!;
  const choices = nearest.parts
    .map((part) => part.name)
    .slice(0, 12)
    .join(", ");
  return `${path}: no such path; "${nearest.path || "the network"}" has ${choices === "" ? "no parts" : `the parts ${choices}`}`;
}

/** All scopes of a graph, depth first, outermost first. */
export function scopes(scope: Scope): Scope[] {
  return [scope, ...scope.parts.flatMap(scopes)];
}
