/** The modules of a network: places where branches run side by side and are concatenated. */
import type {Graph, Scope} from "../spec/graph.ts";

/** Forks that concatenate, in order; a fork inside another's branch belongs to that branch. */
export function branchModules(graph: Graph): Scope[] {
  const visit = (scope: Scope): Scope[] =>
    scope.kind === "fork" && graph.nodes[scope.output]!.op.kind === "concat" ? [scope] : scope.parts.flatMap(visit);
  return visit(graph.outline);
}
