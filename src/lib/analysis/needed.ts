/** What remains to be computed when the outputs of some parts are given. */
import {nodeAt} from "../spec/graph.ts";
import type {Sheet} from "./measure.ts";

/**
 * Multiply–adds of some outputs, the main one unless told, if the outputs of the parts at `given` (silenced, or replaced by constants) need not be
 * computed: whatever fed only them falls away too.
 * @throws naming a path that does not exist
 */
export function neededMacs(
  {graph, rows}: Sheet,
  given: readonly string[],
  outputs: readonly string[] = ["output"]
): number {
  const stop = new Set(given.map((path) => nodeAt(graph, path)));
  const seen = new Set<number>();
  const visit = (id: number): void => {
    if (stop.has(id) || seen.has(id)) return;
    seen.add(id);
    graph.nodes[id]!.inputs.forEach(visit);
  };
  for (const path of outputs) visit(nodeAt(graph, path));
  return [...seen].reduce((sum, id) => sum + rows[id]!.macs, 0);
}
