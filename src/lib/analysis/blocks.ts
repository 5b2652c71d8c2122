/** The kinds of modules of which a network is built. */
import type {Scope} from "../spec/graph.ts";
import {scopes} from "../spec/graph.ts";
import type {Sheet} from "./measure.ts";

/** A kind of module: its name, its instances in the network's order. */
export interface BlockKind {
  block: string;
  instances: readonly Scope[];
}

/** The kinds of modules on the main line, in the order in which they first come; heads and the network itself are none. */
export function blockKinds({graph}: Sheet): BlockKind[] {
  const named = scopes(graph.outline).filter(
    ({block, path, kind}) => block !== undefined && path !== "" && kind !== "tap"
  );
  return [...Map.groupBy(named, ({block}) => block!)].map(([block, instances]) => ({block, instances}));
}
