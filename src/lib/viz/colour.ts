/** One colour per kind of branch, for the whole site. The colours themselves are in the theme's style sheet. */
import type {Graph, NodeOp, Scope} from "../spec/graph.ts";

/** The kinds of branches that have a colour. */
export type BranchKind = "1x1" | "3x3" | "5x5" | "pool" | "asym" | "residual" | "other";

/** The style sheet's name for a kind's colour, to be used as `var(--branch-3x3)`. */
export function branchVariable(kind: BranchKind): string {
  return `--branch-${kind}`;
}

/**
 * The kind of a path: that of the branch it lies in, and outside of forks that of its own operation.
 *
 * So the 1×1 reduction of the 3×3 branch has the colour of 3×3. Modules, heads and the whole net are "other".
 */
export function branchKind(graph: Graph, path: string): BranchKind {
  let scope: Scope | undefined = graph.outline;
  let kind: BranchKind | null = null;
  for (const name of path === "" ? [] : path.split("/")) {
    const part: Scope | undefined = scope?.parts.find((one) => one.name === name);
    if (part === undefined) break;
    if (scope?.kind === "fork") kind = namedKind(name) ?? ownKind(graph, part);
    scope = part;
  }
  if (kind !== null) return kind;
  return scope === undefined || scope.parts.some((part) => part.kind !== "op") ? "other" : ownKind(graph, scope);
}

const NAMES: readonly (readonly [RegExp, BranchKind])[] = [
  [/^1x1/, "1x1"],
  [/dbl|^5x5/, "5x5"],
  [/^3x3/, "3x3"],
  [/^7x7/, "asym"],
  [/pool/, "pool"],
  [/^(identity|shortcut|residual)$/, "residual"]
];

const namedKind = (name: string): BranchKind | undefined => NAMES.find(([pattern]) => pattern.test(name))?.[1];

// The last operation with a colour decides: a chain of reduction and 3×3 is a 3×3.
function ownKind(graph: Graph, scope: Scope): BranchKind {
  const kinds = graph.nodes.slice(scope.start, scope.end).map((node) => opKind(node.op));
  return kinds.findLast((kind) => kind !== "other") ?? "other";
}

/** The kind of a single operation, by its window. */
export function opKind(op: NodeOp): BranchKind {
  switch (op.kind) {
    case "maxPool":
    case "avgPool":
    case "adaptiveAvgPool":
    case "globalAvgPool":
      return "pool";
    case "conv": {
      const [height, width] = op.kernel;
      if (height !== width) return "asym";
      return height === 1 ? "1x1" : height === 3 ? "3x3" : height === 5 ? "5x5" : "other";
    }
    default:
      return "other";
  }
}
