/** Which numbers of a class are parameters, and what they are called. */
import type {Expression, Leaf, Part, Settings, Value} from "./expression.ts";
import type {Padding} from "./plan.ts";

/** A parameter of a class, and the places in the class where its value stands. */
export interface Parameter {
  name: string;
  keys: readonly string[];
  /** Whether it sets a window or an option rather than a width, so that its name is given with it. */
  setting: boolean;
  /** What it is where nothing is said. */
  usual: Value | null;
}

/** Key of the channels that a block is given. */
export const CHANNELS_IN = "channels_in";

/** Key of a setting of the part whose width has a key: its window's, a factor, or whether it is there at all. */
export function settingKey(width: string, setting: string): string {
  return `${width}${SETTING}${setting}`;
}

const SETTING = ":";

/** The setting that multiplies. */
export const FACTOR = "factor";
// Settings that have a number; others are options.
const NUMBERS: ReadonlySet<string> = new Set(["kernel", "stride", "padding", FACTOR]);

/** The setting that a key is of; null for a width. */
export function settingOf(key: string): string | null {
  return key.split(SETTING)[1] ?? null;
}

const isSetting = (key: string): boolean => settingOf(key) !== null;

/** All values in a list of parts that may differ between instances, in order. */
export function leavesOf(parts: readonly Part[]): Leaf[] {
  return parts.flatMap(({expression}) => leavesIn(expression));
}

/** All values in an expression that may differ between instances, in order. */
export function leavesIn(expression: Expression): readonly Leaf[] {
  switch (expression.kind) {
    case "option":
      return [expression.given, ...leavesIn(expression.part)];
    case "call":
      return expression.args.flat();
    case "group":
      return leavesOf(expression.parts);
    case "unit":
      return [...expression.channelsIn, ...expression.out, ...settingsIn(expression.settings)];
    case "layer": {
      const {channelsIn, out, settings} = expression;
      return [...channelsIn, ...out, ...(settings === null ? [] : settingsIn(settings))];
    }
  }
}

const settingsIn = ({kernel, stride, padding}: Settings): Leaf[] => [kernel, stride, padding];

/** The structure of parts without the values in which instances may differ: equal for instances of one class. */
export function skeleton(parts: readonly Part[] | Expression): string {
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

/**
 * The parameters of a class from the values of its instances: those that differ, what comes in first, what a sum gives behind
 * what is in it, windows after widths, and last what need not be said.
 */
export function parametersOf(instances: readonly ReadonlyMap<string, Value>[], padding: Padding): Parameter[] {
  const values = instances.map((one) => new Map([...one].map(([key, value]) => [key, JSON.stringify(value)])));
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
  const parameters = [...named].map(([name, keys]) => {
    const usual = usualOf(settingOf(keys[0]!), padding);
    const occurs = values.some((one) => one.get(keys[0]!) === JSON.stringify(usual));
    return {name, keys, setting: isSetting(keys[0]!), usual: occurs ? usual : null};
  });
  const place = ({name, keys, setting, usual}: Parameter): number => {
    if (!setting) return name === CHANNELS_IN ? 0 : endsSum(keys.at(-1)!, all) ? 2 : 1;
    return usual === null ? 3 : usual === false ? 5 : 4;
  };
  return parameters.sort((a, b) => place(a) - place(b));
}

/** What a setting is where nothing is said; null where it must be said. */
function usualOf(setting: string | null, padding: Padding): Value | null {
  switch (setting) {
    case null:
    case "kernel":
    case FACTOR:
      return null;
    case "stride":
      return [1, 1];
    case "padding":
      return padding === "declared" ? [0, 0] : "same";
    default:
      return false;
  }
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

/** Settings go by their own names; an option, or one of two that differ apart, says what part it is of. */
function settingNames(columns: ReadonlyMap<string, string>): [string, string][] {
  return [...columns].map(([key, column]) => {
    const [width, setting] = key.split(SETTING) as [string, string];
    const same = [...columns].every(([other, its]) => its === column || settingOf(other) !== setting);
    const alone = same && NUMBERS.has(setting);
    return [key, alone ? setting : `${setting}_${identifier(wordsOf(width), true)}`];
  });
}

// Names of parts that say nothing about what a number is.
const FILLERS: ReadonlySet<string> = new Set(["sum", "residual", "branches", "flatten"]);
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

/** `out_3x3` for what a branch "3x3" or a part gives, `reduce_3x3` for what is inside a branch; other names as they stand. */
function nameOf(key: string, all: readonly string[]): string {
  const [branch, ...rest] = wordsOf(key);
  if (key === CHANNELS_IN) return key;
  if (!key.includes("/") && !isSize(key)) return `out_${identifier([key], true)}`;
  if (!isSize(branch!)) return identifier(wordsOf(key).filter((word, i) => i === 0 || word !== "conv"));
  if (isLast(key, all)) return `out_${identifier([branch!], true)}`;
  const inner = rest.length === 0 ? ["out"] : isSize(rest[0]!) ? ["inner", ...rest] : rest;
  return identifier([...inner, branch!]);
}

/** One word for numbers that are always equal: a branch's own, its inside, or what several branches have in common. */
function sharedName(keys: readonly string[], all: readonly string[]): string | null {
  const words = keys.map(wordsOf);
  const branches = [...new Set(words.map(([branch]) => branch!))];
  if (!branches.every(isSize)) return summedName(keys, all) ?? chainName(keys, all);
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

/** `channels` where all layers are of one width. */
function chainName(keys: readonly string[], all: readonly string[]): string | null {
  return all.every((key) => key === CHANNELS_IN || keys.includes(key)) ? "channels" : null;
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
