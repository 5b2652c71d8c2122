/** Puts instances of one kind of block together where they differ in what some of them leave empty. */
import type {Expression, Leaf, Part, Value} from "./expression.ts";
import {leavesIn, settingKey, settingOf, skeleton} from "./parameters.ts";

/**
 * The parts of a class for two instances, with options where one has a part that the other leaves empty; null where they differ
 * in more. `inside` is the path of the parts in the class.
 */
export function merged(a: readonly Part[], b: readonly Part[], inside = ""): readonly Part[] | null {
  if (skeleton(a) === skeleton(b)) return a;
  if (a.length !== b.length || a.some(({name}, i) => name !== b[i]!.name)) return null;
  const parts: Part[] = [];
  for (const [i, {name, expression}] of a.entries()) {
    const both = mergedExpression(expression, b[i]!.expression, `${inside}${name}`);
    if (both === null) return null;
    parts.push({name, expression: both});
  }
  return parts;
}

function mergedExpression(a: Expression, b: Expression, path: string): Expression | null {
  if (skeleton(a) === skeleton(b)) return a;
  if (isEmpty(a) || isEmpty(b)) return optional(isEmpty(a) ? b : a, path);
  if (a.kind === "option" || b.kind === "option") {
    const part = mergedExpression(a.kind === "option" ? a.part : a, b.kind === "option" ? b.part : b, path);
    return part && optional(part, path);
  }
  if (a.kind !== "group" || b.kind !== "group" || a.join !== b.join) return null;
  const parts = merged(a.parts, b.parts, `${path}/`);
  return parts && {...a, parts};
}

function optional(part: Expression, path: string): Expression {
  return part.kind === "option"
    ? part
    : {kind: "option", given: {key: settingKey(path, wordFor(part)), value: true}, part};
}

const isEmpty = (expression: Expression): boolean => expression.kind === "group" && expression.parts.length === 0;

/** What a part begins with: `conv`, `max_pool`, or a class. */
function wordFor(part: Expression): string {
  switch (part.kind) {
    case "unit":
      return "conv";
    case "option":
      return wordFor(part.part);
    case "group":
      return wordFor(part.parts[0]!.expression);
    case "layer":
      return snake(part.op.kind);
    case "call":
      return snake(part.block.name);
  }
}

const snake = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, "_").toLowerCase();

/** The values of an instance, and which of the class's options it has. */
export function fitted(parts: readonly Part[], own: readonly Part[]): Leaf[] {
  return parts.flatMap(({expression}, i) => fittedIn(expression, own[i]!.expression));
}

function fittedIn(expression: Expression, own: Expression): readonly Leaf[] {
  if (expression.kind === "option") {
    const given = {...expression.given, value: !isEmpty(own)};
    return given.value ? [given, ...fittedIn(expression.part, own)] : [given];
  }
  return expression.kind === "group" && own.kind === "group" ? fitted(expression.parts, own.parts) : leavesIn(own);
}

/**
 * Values of all instances for all keys. An instance that leaves a part empty says nothing about the numbers in it: it is given
 * those that agree with them wherever the part is there.
 */
export function completed(keys: readonly string[], instances: readonly (readonly Leaf[])[]): Map<string, Value>[] {
  const values = instances.map((leaves) => new Map(leaves.map(({key, value}) => [key, value])));
  const full = keys.filter((key) => values.every((one) => one.has(key)));
  const source = (key: string): string | undefined => {
    const agrees = (other: string): boolean =>
      settingOf(other) === settingOf(key) &&
      values.every((one) => !one.has(key) || JSON.stringify(one.get(key)) === JSON.stringify(one.get(other)));
    // The last of them: the branches of a sum end in one width.
    return full.findLast(agrees);
  };
  for (const key of keys) {
    if (full.includes(key)) continue;
    const [from, known] = [source(key), values.find((one) => one.has(key))!.get(key)!];
    for (const one of values) if (!one.has(key)) one.set(key, from === undefined ? known : one.get(from)!);
  }
  return values.map((one) => new Map(keys.map((key) => [key, one.get(key)!])));
}
