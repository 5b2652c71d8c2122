/**
 * Reads a network that somebody wrote down as JSON, and says of everything that is wrong where it stands, what was needed and
 * what was found. Shorthand (`"kernel": 3`, fields left out) is accepted here and gone after.
 */
import {JsonError, type JsonValue, parseJson, placeOf} from "./json-tree.ts";
import type {Named, Net, Pair} from "./net.ts";

/** A network as a text has it: its name, the input it is meant for [height, width, channels], and itself. */
export interface WrittenNetwork {
  name: string;
  input: readonly [height: number, width: number, channels: number];
  net: Net;
}

/** Something wrong in a text: where, as a path into the JSON and as line and column from 1, and from where to where. */
export interface Problem {
  path: string;
  line: number;
  column: number;
  start: number;
  end: number;
  needed: string;
  found: string;
}

/** A text read: the network, or what is wrong with it; and where each part of the network stands, by its path. */
export interface Reading {
  network: WrittenNetwork | null;
  problems: readonly Problem[];
  /** The place of a part, for what is found out later about it. */
  placeOf: (path: string) => Pick<Problem, "path" | "line" | "column" | "start" | "end"> | undefined;
}

/** Bounds of what is read: letters, operations, channels, and the sides of windows and pictures. */
export const BOUNDS = {letters: 2_000_000, operations: 4000, channels: 1_000_000, window: 1024, side: 4096} as const;
/** So many problems are told at most; the rest often follows from them. */
export const MOST_PROBLEMS = 20;

/** Reads a text. It never throws. */
export function readNet(text: string): Reading {
  const reader = new NetReader(text);
  const network = reader.read();
  return {
    network: reader.problems.length === 0 ? network : null,
    problems: reader.problems,
    placeOf: (path) => reader.placeOf(path)
  };
}

/** Reads one field: the value in its complete form, or undefined after a problem was noted. */
type FieldReader = (reader: NetReader, value: JsonValue, path: string) => unknown;

/** A field of an operation; `without` is what it is where the text leaves it out. */
interface Field {
  read: FieldReader;
  without?: unknown;
}

const whole =
  (least: number, most: number): FieldReader =>
  (reader, value, path) =>
    value.kind === "number" && Number.isInteger(value.value) && value.value >= least && value.value <= most
      ? value.value
      : reader.wrong(value, path, `a whole number from ${least} to ${most}`);

const real =
  (needed: string, fits: (n: number) => boolean): FieldReader =>
  (reader, value, path) =>
    value.kind === "number" && fits(value.value) ? value.value : reader.wrong(value, path, needed);

const truth: FieldReader = (reader, value, path) =>
  value.kind === "boolean" ? value.value : reader.wrong(value, path, "true or false");

const word =
  (...words: string[]): FieldReader =>
  (reader, value, path) =>
    value.kind === "string" && words.includes(value.value)
      ? value.value
      : reader.wrong(value, path, words.map((one) => `“${one}”`).join(" or "), words);

/** A size for both axes, or [height, width]. */
const pair =
  (least: number, most: number): FieldReader =>
  (reader, value, path) => {
    const one = whole(least, most);
    if (value.kind === "number") {
      const both = one(reader, value, path);
      return both === undefined ? undefined : [both, both];
    }
    if (value.kind !== "array")
      return reader.wrong(value, path, `a whole number from ${least} to ${most}, or [height, width]`);
    if (value.items.length !== 2) return reader.wrong(value, path, "[height, width]");
    const sizes = value.items.map((item, i) => one(reader, item, `${path}[${i}]`));
    return sizes.includes(undefined) ? undefined : sizes;
  };

const padding: FieldReader = (reader, value, path) => {
  if (value.kind === "string") return word("same", "valid")(reader, value, path);
  if (value.kind === "number" || value.kind === "array") return pair(0, BOUNDS.window)(reader, value, path);
  return reader.wrong(value, path, "“same”, “valid”, zeros on every side, or [height, width] of them");
};

const block: FieldReader = (reader, value, path) =>
  value.kind === "string" && /^[A-Z][A-Za-z0-9]{0,39}$/.test(value.value)
    ? value.value
    : reader.wrong(value, path, "a name like a class, with a capital first and no signs");

const parts =
  (least: number): FieldReader =>
  (reader, value, path) =>
    reader.parts(value, path, least);

const inner: FieldReader = (reader, value, path) => reader.net(value, path);

const sliding: Record<"kernel" | "stride" | "pad", Field> = {
  kernel: {read: pair(1, BOUNDS.window)},
  stride: {read: pair(1, BOUNDS.window), without: [1, 1] satisfies Pair},
  pad: {read: padding, without: "same"}
};
const round: Field = {read: word("floor", "ceil"), without: "floor"};
const out: Field = {read: whole(1, BOUNDS.channels)};
const bias: Field = {read: truth, without: true};
const LEFT_AWAY: Field = {read: block, without: undefined};

/** What every kind of part has beside its kind, and what is meant where a field is left out: as in `build.ts`. */
const FIELDS: Record<Net["kind"], Readonly<Record<string, Field>>> = {
  conv: {out, groups: {read: whole(1, BOUNDS.channels), without: 1}, bias, ...sliding},
  batchNorm: {
    eps: {read: real("a number above 0", (n) => n > 0), without: 1e-3},
    scale: {read: truth, without: true}
  },
  relu: {},
  softmax: {},
  globalAvgPool: {},
  flatten: {},
  maxPool: {round, ...sliding},
  avgPool: {round, countPad: {read: truth, without: false}, ...sliding},
  adaptiveAvgPool: {out: {read: pair(1, BOUNDS.window)}},
  lrn: {
    size: {read: whole(1, BOUNDS.window), without: 5},
    alpha: {read: real("a number", () => true), without: 1e-4},
    beta: {read: real("a number", () => true), without: 0.75},
    bias: {read: real("a number", () => true), without: 1}
  },
  dropout: {rate: {read: real("a number from 0 to below 1", (n) => n >= 0 && n < 1)}},
  dense: {out, bias},
  times: {by: {read: real("a number", () => true)}},
  series: {parts: {read: parts(0)}, block: LEFT_AWAY},
  fork: {join: {read: word("concat", "add")}, parts: {read: parts(1)}, block: LEFT_AWAY},
  tap: {net: {read: inner}}
};
const KINDS = Object.keys(FIELDS);
const TOP: Readonly<Record<string, Field>> = {
  name: {
    read: (reader, value, path) =>
      value.kind === "string" && value.value.trim() !== "" && value.value.length <= 80
        ? value.value.trim()
        : reader.wrong(value, path, "a name of 1 to 80 letters"),
    without: "Network"
  },
  input: {
    read: (reader, value, path) => {
      if (value.kind !== "array" || value.items.length !== 3)
        return reader.wrong(value, path, "[height, width, channels]");
      const most = [BOUNDS.side, BOUNDS.side, BOUNDS.channels];
      const sizes = value.items.map((item, i) => whole(1, most[i]!)(reader, item, `${path}[${i}]`));
      return sizes.includes(undefined) ? undefined : sizes;
    }
  },
  net: {read: inner}
};

/** A field of the format: what it takes, in the words of an error, and as JSON what is meant where it is left out. */
export interface FormatField {
  name: string;
  takes: string;
  /** Undefined where the field must be there; null where nothing is meant. */
  without: string | null | undefined;
}

/** The fields of a text's top, and those of every kind of part beside its kind. */
export function netFormat(): {top: FormatField[]; kinds: Record<Net["kind"], FormatField[]>} {
  const kinds = Object.entries(FIELDS).map(([kind, fields]) => [kind, formatOf(fields)]);
  return {top: formatOf(TOP), kinds: Object.fromEntries(kinds) as Record<Net["kind"], FormatField[]>};
}

function formatOf(fields: Readonly<Record<string, Field>>): FormatField[] {
  return Object.entries(fields).map(([name, field]) => {
    // Nothing takes null, so what is said against it is what is taken.
    const reader = new NetReader("null");
    field.read(reader, {kind: "null", start: 0, end: 4}, name);
    const without = "without" in field ? (JSON.stringify(field.without) ?? null) : undefined;
    return {name, takes: reader.problems[0]!.needed, without};
  });
}

/** Walks the JSON and notes what is wrong. */
class NetReader {
  readonly #text: string;
  readonly #places = new Map<string, {path: string; value: JsonValue}>();
  /** Names of the parts around the one that is read. */
  readonly #names: string[] = [];
  #operations = 0;
  readonly problems: Problem[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): WrittenNetwork | null {
    if (this.#text.length > BOUNDS.letters) {
      this.#note({start: 0, end: 0}, "", `at most ${BOUNDS.letters} letters`, String(this.#text.length));
      return null;
    }
    try {
      const read = this.#fields(parseJson(this.#text), "", "a network", TOP);
      return this.problems.length > 0 ? null : (read as unknown as WrittenNetwork);
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      this.#note({start: error.at, end: error.at + 1}, "", error.needed, error.found);
      return null;
    }
  }

  placeOf(path: string): Omit<Problem, "needed" | "found"> | undefined {
    const place = this.#places.get(path);
    if (place === undefined) return undefined;
    const {start, end} = place.value;
    return {path: place.path, start, end, ...placeOf(this.#text, start)};
  }

  /** A part: an operation, or a series, fork or tap with parts of its own. */
  net(value: JsonValue, path: string): Net | undefined {
    this.#places.set(this.#names.join("/"), {path, value});
    if (value.kind !== "object") return this.wrong(value, path, "an object with a “kind”");
    const kind = value.members.get("kind");
    if (kind === undefined) return this.#note(value, path, "a field “kind”", "none");
    const read = word(...KINDS)(this, kind, `${path}.kind`) as Net["kind"] | undefined;
    if (read === undefined) return undefined;
    if (!["series", "fork", "tap"].includes(read) && ++this.#operations > BOUNDS.operations)
      return this.#note(value, path, `at most ${BOUNDS.operations} operations`, "one more");
    const fields = this.#fields(value, path, `“${read}”`, FIELDS[read], ["kind"]);
    return fields && ({kind: read, ...fields} as unknown as Net);
  }

  parts(value: JsonValue, path: string, least: number): Named[] | undefined {
    if (value.kind !== "array") return this.wrong(value, path, "an array of [name, part]");
    if (value.items.length < least) return this.#note(value, path, "at least one part", "none");
    const taken = new Set<string>();
    const read = value.items.map((item, i) => this.#named(item, `${path}[${i}]`, taken));
    return read.includes(undefined) ? undefined : (read as Named[]);
  }

  /** Notes that a value is not what was needed. */
  wrong(value: JsonValue, path: string, needed: string, words: readonly string[] = []): undefined {
    const near = value.kind === "string" ? nearest(value.value, words) : undefined;
    const long = words.length > 3 ? `one of ${words.join(", ")}` : needed;
    this.#note(value, path, near === undefined ? long : `${long}; perhaps “${near}”`, describe(value));
  }

  #named(value: JsonValue, path: string, taken: Set<string>): Named | undefined {
    if (value.kind !== "array" || value.items.length !== 2) return this.wrong(value, path, "[name, part]");
    const [first, second] = value.items;
    const name = this.#name(first!, `${path}[0]`, taken);
    this.#names.push(name ?? "?");
    const part = this.net(second!, `${path}[1]`);
    this.#names.pop();
    return name === undefined || part === undefined ? undefined : [name, part];
  }

  #name(value: JsonValue, path: string, taken: Set<string>): string | undefined {
    if (value.kind !== "string" || !/^[A-Za-z0-9][A-Za-z0-9_+-]{0,39}$/.test(value.value) || value.value in {})
      return this.wrong(value, path, "a name of letters, digits, “_”, “+” or “-”, beginning with a letter or digit");
    const name = value.value;
    if (taken.has(name)) return this.#note(value, path, "a name of its own among its neighbours", `“${name}” again`);
    taken.add(name);
    if (this.#names.length === 0 && (name === "input" || name === "output"))
      return this.#note(value, path, "a name that is not reserved", `“${name}”`);
    return name;
  }

  #fields(
    value: JsonValue,
    path: string,
    of: string,
    fields: Readonly<Record<string, Field>>,
    besides: readonly string[] = []
  ): Record<string, unknown> | undefined {
    if (value.kind !== "object") return this.wrong(value, path, `an object: ${of}`);
    const known = [...besides, ...Object.keys(fields)];
    for (const [key, member] of value.members)
      if (!known.includes(key)) this.#unknown(key, member, join(path, key), known);
    const before = this.problems.length;
    const read = Object.entries(fields).map(([key, field]) => {
      const member = value.members.get(key);
      if (member !== undefined) return [key, field.read(this, member, join(path, key))] as const;
      if (!("without" in field)) this.#note(value, path, `a field “${key}” of ${of}`, "none");
      return [key, field.without] as const;
    });
    if (this.problems.length > before) return undefined;
    return Object.fromEntries(read.filter(([, one]) => one !== undefined));
  }

  #unknown(key: string, value: JsonValue, path: string, known: readonly string[]): void {
    const near = nearest(key, known);
    this.#note(value, path, near === undefined ? `only ${known.join(", ")}` : `“${near}”`, `a field “${key}”`);
  }

  #note({start, end}: {start: number; end: number}, path: string, needed: string, found: string): undefined {
    if (this.problems.length < MOST_PROBLEMS)
      this.problems.push({path, ...placeOf(this.#text, start), start, end, needed, found});
  }
}

const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

function describe(value: JsonValue): string {
  switch (value.kind) {
    case "object":
      return "an object";
    case "array":
      return `an array of ${value.items.length}`;
    case "string":
      return `“${value.value.slice(0, 40)}”`;
    case "number":
    case "boolean":
      return String(value.value);
    case "null":
      return "null";
  }
}

/** The word that is at most two changes of a letter away, if there is one. */
function nearest(word: string, words: readonly string[]): string | undefined {
  const ranked = words.map((one) => ({one, changes: distance(word.toLowerCase(), one.toLowerCase())}));
  ranked.sort((a, b) => a.changes - b.changes);
  const [best] = ranked;
  return best !== undefined && best.changes <= 2 && best.changes < word.length ? best.one : undefined;
}

/** How many letters must be put in, left out or changed to make one word of another. */
function distance(a: string, b: string): number {
  if (a.length > 40) return Infinity;
  let row = Array.from({length: b.length + 1}, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === b[j] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
