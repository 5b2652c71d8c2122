/** Which numbers of a class are parameters, and what they are called. */
import type {Expression, Leaf, Part, Settings} from "./expression.ts";

/** A parameter of a class, and the places in the class where its value stands. */
export interface Parameter {
  name: string;
  keys: readonly string[];
  /** Whether it sets a window rather than a width, so that its name is given with it. */
  setting: boolean;
}

/** Key of the channels that a block is given. */
export const CHANNELS_IN = "channels_in";

/** Key of a setting of the convolution whose width has a key. */
export function settingKey(width: string, setting: keyof Settings): string {
  return `${width}${SETTING}${setting}`;
}

const SETTING = ":";
const isSetting = (key: string): boolean => key.includes(SETTING);

/** All values in a list of parts that may differ between instances, in order. */
export function leavesOf(parts: readonly Part[]): Leaf[] {
  return parts.flatMap(({expression}) => leavesIn(expression));
}

function leavesIn(expression: Expression): readonly Leaf[] {
  switch (expression.kind) {
    case "call":
      return expression.args.flat();
    case "group":
      return leavesOf(expression.parts);
    case "unit":
      return [...expression.channelsIn, ...expression.out, ...settingsIn(expression.settings)];
    case "layer": {
      const {kind} = expression.op;
      const takes = kind === "conv" || kind === "dense" || kind === "batchNorm";
      const gives = kind === "conv" || kind === "dense" || kind === "times";
      return [
        ...(takes ? expression.channelsIn : []),
        ...(gives ? expression.out : []),
        ...(expression.settings === null ? [] : settingsIn(expression.settings))
      ];
    }
  }
}

const settingsIn = ({kernel, stride, padding}: Settings): Leaf[] => [kernel, stride, padding];

/** The structure of parts without the values in which instances may differ: equal for instances of one class. */
export function skeleton(parts: readonly Part[]): string {
  return JSON.stringify(parts, (key, value: unknown) => {
    if (key === "value") return undefined;
    if (key === "block") return (value as {name: string}).name;
    return key === "op" ? withoutNumbers(value as Record<string, unknown>) : value;
  });
}

// What of an operation is said by its leaves or its gap.
function withoutNumbers(op: Record<string, unknown>): unknown {
  const said = op["kind"] === "adaptiveAvgPool" ? [] : ["out", "by", "pad", "round", "kernel", "stride"];
  return Object.fromEntries(Object.entries(op).filter(([key]) => !said.includes(key)));
}

/** The parameters of a class from the values of its instances: those that differ, what comes in first, what a sum gives behind what is in it, windows last. */
export function parametersOf(instances: readonly (readonly Leaf[])[]): Parameter[] {
  const values = instances.map((leaves) => new Map(leaves.map(({key, value}) => [key, JSON.stringify(value)])));
  const [first] = values;
  const keys = [...first!.keys()];
  const differing = keys.filter((key) => values.some((other) => other.get(key) !== first!.get(key)));
  const columns = new Map(differing.map((key) => [key, values.map((one) => one.get(key)).join()]));
  const named = new Map<string, string[]>();
  const widths = new Map([...columns].filter(([key]) => !isSetting(key)));
  const settings = new Map([...columns].filter(([key]) => isSetting(key)));
  const all = keys.filter((key) => !isSetting(key));
  const names = [...namesOf(widths, all), ...settingNames(settings)];
  for (const [key, name] of names) named.set(name, [...(named.get(name) ?? []), key]);
  const parameters = [...named].map(([name, keys]) => ({name, keys, setting: isSetting(keys[0]!)}));
  const place = ({name, keys, setting}: Parameter): number =>
    name === CHANNELS_IN ? 0 : setting ? 3 : endsSum(keys.at(-1)!, all) ? 2 : 1;
  return parameters.sort((a, b) => place(a) - place(b));
}

/** Names by key. Numbers that are equal in every instance share a name where there is a word for what they share. */
function namesOf(columns: ReadonlyMap<string, string>, all: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const free = (name: string): boolean => ![...names.values()].includes(name);
  for (const [key, column] of columns) {
    if (names.has(key)) continue;
    const twins =
      key === CHANNELS_IN ? [key] : [...columns.keys()].filter((k) => k !== CHANNELS_IN && columns.get(k) === column);
    const together = twins.length > 1 ? sharedName(twins, all) : endsSum(key, all) ? "out" : null;
    const shared = together !== null && free(together) ? together : null;
    for (const twin of shared === null ? [key] : twins) {
      const own = shared ?? nameOf(twin, all);
      names.set(twin, shared !== null || free(own) ? own : identifier(twin.split("/")));
    }
  }
  return names;
}

/** A window's differing settings go by their own names; where two windows of a class differ in one apart, the part says whose. */
function settingNames(columns: ReadonlyMap<string, string>): [string, string][] {
  return [...columns].map(([key, column]) => {
    const [width, setting] = key.split(SETTING) as [string, string];
    const alone = [...columns].every(([other, its]) => its === column || other.split(SETTING)[1] !== setting);
    return [key, alone ? setting : `${setting}_${identifier(wordsOf(width), true)}`];
  });
}

// Names of parts that say nothing about what a number is.
const FILLERS: ReadonlySet<string> = new Set(["sum", "residual", "branches"]);
const isSize = (word: string): boolean => /^\d/.test(word);

const wordsOf = (key: string): string[] => {
  const words = key.split("/").filter((word) => !FILLERS.has(word));
  return words.length === 0 ? key.split("/") : words;
};

/** Whether no other width of the key's branch comes after it. */
function isLast(key: string, all: readonly string[]): boolean {
  const [branch] = wordsOf(key);
  return all.filter((other) => wordsOf(other)[0] === branch).at(-1) === key;
}

/** `out_3x3` for what a branch "3x3" gives, `reduce_3x3` for what is inside it; other names as they stand. */
function nameOf(key: string, all: readonly string[]): string {
  const [branch, ...rest] = wordsOf(key);
  if (!isSize(branch!)) return identifier(wordsOf(key).filter((word, i) => i === 0 || word !== "conv"));
  if (isLast(key, all)) return `out_${identifier([branch!], true)}`;
  const inner = rest.length === 0 ? ["out"] : isSize(rest[0]!) ? ["inner", ...rest] : rest;
  return identifier([...inner, branch!]);
}

/** One word for numbers that are always equal: a branch's own, its inside, or what several branches have in common. */
function sharedName(keys: readonly string[], all: readonly string[]): string | null {
  const words = keys.map(wordsOf);
  const branches = [...new Set(words.map(([branch]) => branch!))];
  if (!branches.every(isSize)) return summedName(keys, all);
  const last = keys.filter((key) => isLast(key, all));
  if (branches.length === 1) return `${last.length === 0 ? "inner" : "out"}_${branches[0]}`;
  if (last.length === keys.length) return "out";
  if (last.length > 0) return null;
  const [rest] = words.map((word) => word.slice(1).join("_"));
  if (words.every((word) => word.slice(1).join("_") === rest) && !isSize(rest!)) return identifier([rest!]);
  const size = /^\d+x\d+/.exec(branches[0]!)![0];
  return branches.every((branch) => branch.startsWith(size)) ? `inner_${size}` : null;
}

/** `out` for what the branches of a sum give, and `inner` for what only the residual has. */
function summedName(keys: readonly string[], all: readonly string[]): string | null {
  if (keys.every((key) => endsSum(key, all))) return "out";
  const inside = keys.every((key) => summand(key) === "residual" && !endsSum(key, all));
  return inside && !keys.some((key) => key.includes("/branches/")) ? "inner" : null;
}

const summand = (key: string): string | undefined => /^sum\/([^/]+)/.exec(key)?.[1];

/** Whether a width is the last in a branch of a sum, and so what the sum gives. */
function endsSum(key: string, all: readonly string[]): boolean {
  const branch = summand(key);
  return branch !== undefined && all.filter((other) => summand(other) === branch).at(-1) === key;
}

function identifier(words: readonly string[], tail = false): string {
  const name = words.join("_").replace(/\W+/g, "_");
  return isSize(name) && !tail ? `c${name}` : name;
}
