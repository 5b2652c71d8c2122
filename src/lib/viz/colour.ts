/** One colour per kind of branch, for the whole site. The colours themselves are in the theme's style sheet. */
import type {Graph, NodeOp, Scope} from "../spec/graph.ts";

/** The kinds of branches that have a colour. */
export type BranchKind = "1x1" | "3x3" | "5x5" | "pool" | "asym" | "residual" | "other";

/** The style sheet's name for a kind's colour, to be used as `var(--branch-3x3)`. */
export function branchVariable(kind: BranchKind): string {
  return `--branch-${kind}`;
}

/**
 * The kind of a path: that of the innermost branch it lies in, and outside of forks that of its own operation.
 *
 * So the 1×1 reduction of the 3×3 branch has the colour of 3×3. In a residual block the shortcut, the expansion and its
 * scaling are "residual", the other layers beside the shortcut have their own kind. Modules, heads and the whole net are "other".
 */
export function branchKind(graph: Graph, path: string): BranchKind {
  const known = kinds.get(graph) ?? new Map<string, BranchKind>();
  kinds.set(graph, known);
  const kind = known.get(path) ?? findKind(graph, path);
  known.set(path, kind);
  return kind;
}

// Asked for every layer at every redraw, and the same as long as the graph is.
const kinds = new WeakMap<Graph, Map<string, BranchKind>>();

function findKind(graph: Graph, path: string): BranchKind {
  let scope: Scope | undefined = graph.outline;
  let kind: BranchKind | null = null;
  let besideShortcut = false;
  for (const name of path === "" ? [] : path.split("/")) {
    const part: Scope | undefined = scope?.parts.find((one) => one.name === name);
    if (part === undefined) break;
    if (scope?.kind === "fork") {
      besideShortcut = graph.nodes[scope.output]!.op.kind === "add" && part.parts.length > 0 && name !== "shortcut";
      kind = branchOf(graph, name, part);
    } else if (besideShortcut && !EXPANSION.has(name)) {
      kind = part.kind === "fork" ? "residual" : ownKind(graph, part);
      besideShortcut = false;
    }
    scope = part;
  }
  if (kind !== null) return kind;
  return scope === undefined || scope.parts.some((part) => part.kind !== "op") ? "other" : ownKind(graph, scope);
}

const EXPANSION: ReadonlySet<string> = new Set(["expand", "scale"]);
const NAMES: readonly (readonly [RegExp, BranchKind])[] = [
  [/^1x1/, "1x1"],
  [/^7x7/, "asym"],
  [/dbl|^5x5/, "5x5"],
  [/^3x3/, "3x3"],
  [/pool/, "pool"],
  [/^(identity|shortcut|residual)$/, "residual"]
];

// A name says what a branch stands for, but 1×n and n×1 without a square kernel are asymmetric under any name.
function branchOf(graph: Graph, name: string, part: Scope): BranchKind {
  const named = NAMES.find(([pattern]) => pattern.test(name))?.[1];
  if (named === "residual") return named;
  const kinds = graph.nodes.slice(part.start, part.end).map(({op}) => opKind(op));
  const split = kinds.includes("asym") && !kinds.some((kind) => kind === "3x3" || kind === "5x5");
  return split ? "asym" : (named ?? ownKind(graph, part));
}

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
