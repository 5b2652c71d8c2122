/** How many branches a module has, and in how many outputs they end. */
import type {Graph, Scope} from "../spec/graph.ts";
import {scopes} from "../spec/graph.ts";

/** Branches of the outermost fork that concatenates, and the outputs that are concatenated once forks inside are counted too. */
export interface BranchEnds {
  branches: number;
  ends: number;
}

/** Branches and ends of the first concatenation inside a scope; null if there is none. */
export function branchEnds(graph: Graph, scope: Scope): BranchEnds | null {
  const fork = scopes(scope).find(({kind, output}) => kind === "fork" && graph.nodes[output]!.op.kind === "concat");
  return fork === undefined ? null : {branches: fork.parts.length, ends: endsOf(graph, fork.output)};
}

// A V3 or V4 module at 8×8 concatenates inside two of its branches, and then all of them.
function endsOf(graph: Graph, id: number): number {
  const {op, inputs} = graph.nodes[id]!;
  return op.kind === "concat" ? inputs.reduce((sum, from) => sum + endsOf(graph, from), 0) : 1;
}
