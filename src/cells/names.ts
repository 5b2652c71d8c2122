/** Which names a cell declares for other cells, and which it takes from elsewhere. */
import type {AnyNode, Identifier, Node, Pattern, Program} from "acorn";
import {ancestor} from "acorn-walk";

/** Names with the place where they stand first. */
export type Names = ReadonlyMap<string, Node>;

/** What a program declares at its top, names without declaring, and gives a new value without declaring. */
export interface ProgramNames {
  declared: Names;
  free: Names;
  assigned: Names;
}

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression", "Program"]);
const BLOCKS = new Set([
  ...FUNCTIONS,
  ...["BlockStatement", "ForStatement", "ForInStatement", "ForOfStatement", "SwitchStatement", "CatchClause"],
  ...["StaticBlock", "ClassExpression"]
]);

/** Resolves the names of a program by JavaScript's rules of scope. */
export function namesOf(program: Program): ProgramNames {
  const scopes = declarations(program);
  const [free, assigned] = [new Map<string, Node>(), new Map<string, Node>()];
  const note = (into: Map<string, Node>, node: Identifier, ancestors: readonly Node[]): void => {
    const known = ancestors.some((one) => scopes.get(one)?.has(node.name));
    const own = node.name === "arguments" && ancestors.some((one) => /^Function/.test(one.type));
    if (!known && !own && !into.has(node.name)) into.set(node.name, node);
  };
  ancestor(program, {
    Identifier: (node, _state, ancestors) => note(free, node, ancestors),
    VariablePattern: (node: Identifier, _state: unknown, ancestors: Node[]) => note(assigned, node, ancestors)
  } as Parameters<typeof ancestor>[1]);
  return {declared: scopes.get(program) ?? new Map(), free, assigned};
}

/** The names that each scope declares. */
function declarations(program: Program): ReadonlyMap<Node, Map<string, Node>> {
  const scopes = new Map<Node, Map<string, Node>>();
  const declare = (scope: Node | undefined, name: Identifier | null | undefined): void => {
    if (scope === undefined || name == null) return;
    const names = scopes.get(scope) ?? new Map<string, Node>();
    scopes.set(scope, names.set(name.name, name));
  };
  const functionLike = (node: AnyNode & {params: Pattern[]}): void =>
    node.params.flatMap(patternNames).forEach((name) => declare(node, name));
  ancestor(program, {
    VariableDeclaration: (node, _state, ancestors) => {
      const scope = nearest(ancestors, node.kind === "var" ? FUNCTIONS : BLOCKS);
      for (const {id} of node.declarations) patternNames(id).forEach((name) => declare(scope, name));
    },
    FunctionDeclaration: (node, _state, ancestors) => {
      declare(nearest(ancestors.slice(0, -1), BLOCKS), node.id);
      functionLike(node);
    },
    FunctionExpression: (node) => {
      declare(node, node.id);
      functionLike(node);
    },
    ArrowFunctionExpression: (node) => functionLike(node),
    ClassDeclaration: (node, _state, ancestors) => declare(nearest(ancestors.slice(0, -1), BLOCKS), node.id),
    ClassExpression: (node) => declare(node, node.id),
    CatchClause: (node) => node.param && patternNames(node.param).forEach((name) => declare(node, name))
  } as Parameters<typeof ancestor>[1]);
  return scopes;
}

function nearest(ancestors: readonly Node[], kinds: ReadonlySet<string>): Node | undefined {
  return ancestors.findLast((one) => kinds.has(one.type));
}

function patternNames(pattern: Pattern): Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((one) => patternNames(one.type === "RestElement" ? one.argument : one.value));
    case "ArrayPattern":
      return pattern.elements.flatMap((one) => (one === null ? [] : patternNames(one)));
    case "RestElement":
      return patternNames(pattern.argument);
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "MemberExpression":
      return [];
    default:
      pattern satisfies never;
      return [];
  }
}
