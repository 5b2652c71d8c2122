/** Lays expressions out as nested text; a dialect gives the words. */
import type {Count, Expression, Join, Layer, Part, Value} from "./expression.ts";
import type {Block} from "./plan.ts";

/** Turns a number of channels (or a factor, or a setting) into text: a literal, a parameter, or a sum. */
export type Print = (count: Count) => string;

/** The words of a dialect. */
export interface Syntax {
  tab: string;
  /** Opening of parts joined in a way, and their end. */
  open: (join: Join, parts: readonly Part[]) => string;
  close: (join: Join, parts: readonly Part[]) => string;
  /** A part's name and what follows it, in parts laid out by `open`. */
  entry: (name: string, text: string, siblings: readonly Part[]) => string;
  /** Parts `prefix1`, `prefix2` … that are all alike. */
  repeat: (run: Run, text: string) => string;
  /** An instance of a class, its widths in order and its settings by name. */
  call: (name: string, widths: string[], settings: Setting[]) => string;
  /** A part that is there if something is so. */
  option: (given: string, text: string) => string;
  unit: (unit: Extract<Expression, {kind: "unit"}>, print: Print) => string;
  layer: (layer: Layer, print: Print) => string;
  /** What an empty series is. */
  identity: string;
  /** A parameter's name as the dialect has it. */
  spell: (name: string) => string;
  /** Any value but a number. */
  value: (value: Exclude<Value, number>) => string;
}

/** A setting given by its name. */
export interface Setting {
  name: string;
  text: string;
}

/** Neighbouring parts that differ in the number at the end of their names only, `from` to `to`. */
export interface Run {
  prefix: string;
  from: number;
  to: number;
}

/** A print for the inside of a block: its parameters by name, everything else as literals. */
export function printerOf({parameters}: Block, syntax: Syntax): Print {
  const names = new Map(parameters.flatMap(({name, keys}) => keys.map((key) => [key, syntax.spell(name)] as const)));
  return (count) => {
    const values = count.map(({value}) => value);
    const known = count.every(({key}) => !names.has(key));
    if (known && values.every((value) => typeof value === "number")) return literal(values.reduce((a, b) => a + b, 0));
    return count.map(({key, value}) => names.get(key) ?? valueText(value, syntax)).join(" + ");
  };
}

const valueText = (value: Value, syntax: Syntax): string =>
  typeof value === "number" ? literal(value) : syntax.value(value);

/** The parameters of a class: its widths by name, and its settings with what they are where nothing is said ("" for nothing). */
export function signature({parameters}: Block, syntax: Syntax): {widths: string[]; settings: Setting[]} {
  return {
    widths: parameters.filter(({setting}) => !setting).map(({name}) => syntax.spell(name)),
    settings: parameters
      .filter(({setting}) => setting)
      .map(({name, usual}) => ({name: syntax.spell(name), text: usual === null ? "" : valueText(usual, syntax)}))
  };
}

function callText({block, args}: Extract<Expression, {kind: "call"}>, syntax: Syntax, print: Print): string {
  const texts = args.map(print);
  const {widths, settings} = signature(block, syntax);
  // Widths come before settings.
  const given = settings.map(({name, text}, i) => ({name, text: texts[widths.length + i]!, usual: text}));
  return syntax.call(
    block.name,
    texts.slice(0, widths.length),
    given.filter(({text, usual}) => text !== usual)
  );
}

/** The lines of parts, `depth` tabs in. */
export function partLines(parts: readonly Part[], syntax: Syntax, print: Print, depth: number): string[] {
  const texts = parts.map(({expression}) => expressionText(expression, syntax, print, depth));
  const lines: string[] = [];
  for (let i = 0; i < parts.length;) {
    const end = runEnd(parts, texts, i);
    const run = end - i >= SHORTEST_RUN ? runOf(parts[i]!.name, end - i) : null;
    const text = texts[i]!;
    lines.push(run === null ? syntax.entry(parts[i]!.name, text, parts) : syntax.repeat(run, text));
    i = run === null ? i + 1 : end;
  }
  const indent = syntax.tab.repeat(depth);
  return lines.map((line, i) => `${indent}${line}${i < lines.length - 1 ? "," : ""}`);
}

/** From how many parts on a loop reads better than a list. */
const SHORTEST_RUN = 4;

function runOf(name: string, length: number): Run {
  const [, prefix, digits] = /^(.*?)(\d+)$/.exec(name)!;
  return {prefix: prefix!, from: Number(digits), to: Number(digits) + length - 1};
}

function runEnd(parts: readonly Part[], texts: readonly string[], start: number): number {
  const [, prefix, digits] = /^(.*?)(\d+)$/.exec(parts[start]!.name) ?? [];
  let end = start + 1;
  if (prefix === undefined || prefix === "" || parts[start]!.expression.kind === "group") return end;
  while (parts[end]?.name === `${prefix}${Number(digits) + end - start}` && texts[end] === texts[start]) end++;
  return end;
}

function expressionText(expression: Expression, syntax: Syntax, print: Print, depth: number): string {
  switch (expression.kind) {
    case "call":
      return callText(expression, syntax, print);
    case "option":
      return syntax.option(print([expression.given]), expressionText(expression.part, syntax, print, depth));
    case "unit":
      return syntax.unit(expression, print);
    case "layer":
      return syntax.layer(expression, print);
    case "group": {
      const {join, parts} = expression;
      if (parts.length === 0) return syntax.identity;
      const lines = partLines(parts, syntax, print, depth + 1);
      return [syntax.open(join, parts), ...lines, syntax.tab.repeat(depth) + syntax.close(join, parts)].join("\n");
    }
  }
}

/** A number as Python and JavaScript both read it, without needless digits. */
export function literal(n: number): string {
  return Number.isInteger(n) || Math.abs(n) >= 1e-4 ? String(n) : n.toExponential().replace("e-", "e-0");
}

/** Definitions that some texts use, with those that these need, in order of definition. */
export function helpersFor(texts: readonly string[], helpers: readonly Helper[]): string[] {
  const used = new Set<string>();
  const use = (helper: Helper): void => {
    if (used.has(helper.name)) return;
    used.add(helper.name);
    for (const other of helpers) if (other !== helper && mentions(helper.text, other.name)) use(other);
  };
  for (const helper of helpers) if (texts.some((text) => mentions(text, helper.name))) use(helper);
  return helpers.filter(({name}) => used.has(name)).map(({text}) => text);
}

/** A definition that every network may use: what it defines, and its text. */
export interface Helper {
  name: string;
  text: string;
}

const mentions = (text: string, name: string): boolean =>
  new RegExp(`(?<!\\w|[^.]\\.)${name}\\b(?!["'])`).test(withoutDocs(text));
const withoutDocs = (text: string): string => text.replace(/"""[^]*?"""|\/\*\*[^]*?\*\//g, "");
