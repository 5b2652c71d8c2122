/**
 * JSON with the place of every value, for messages that point into a reader's text. Strict, as the standard has it, and
 * stricter in one thing: a key may come only once.
 */

/** A value and where it stands: offsets into the text, the end not included. */
export type JsonValue = {start: number; end: number} & (
  | {kind: "object"; members: ReadonlyMap<string, JsonValue>}
  | {kind: "array"; items: readonly JsonValue[]}
  | {kind: "string"; value: string}
  | {kind: "number"; value: number}
  | {kind: "boolean"; value: boolean}
  | {kind: "null"}
);

/** A text that is no JSON: what was needed and what was found, at an offset. */
export class JsonError extends Error {
  readonly at: number;
  readonly needed: string;
  readonly found: string;
  constructor(at: number, needed: string, found: string) {
    super(`needs ${needed}, found ${found}`);
    this.name = "JsonError";
    this.at = at;
    this.needed = needed;
    this.found = found;
  }
}

/** Values may lie so many levels inside one another; the deepest network of the site needs 21. */
export const MOST_LEVELS = 100;

/**
 * Parses a text.
 * @throws JsonError at the first place that is not JSON, or lies too deep
 */
export function parseJson(text: string): JsonValue {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

/** Line and column of an offset, both from 1. */
export function placeOf(text: string, offset: number): {line: number; column: number} {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return {line: before.length, column: before.at(-1)!.length + 1};
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const SPACE = /[ \t\r\n]*/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y; // eslint-disable-line no-control-regex -- JSON forbids control characters in strings
const ESCAPES: Readonly<Record<string, string>> = {
  ...{'"': '"', "\\": "\\", "/": "/"},
  ...{b: "\b", f: "\f", n: "\n", r: "\r", t: "\t"}
};
const LITERALS = new Map<string, {kind: "boolean"; value: boolean} | {kind: "null"}>([
  ["true", {kind: "boolean", value: true}],
  ["false", {kind: "boolean", value: false}],
  ["null", {kind: "null"}]
]);

/** Reads a text from its beginning to its end. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(level: number): JsonValue {
    this.#match(SPACE);
    const start = this.#at;
    if (level > MOST_LEVELS) throw new JsonError(start, `at most ${MOST_LEVELS} levels`, "one more");
    const part = this.#part(level);
    const end = this.#at;
    this.#match(SPACE);
    return {...part, start, end};
  }

  end(): void {
    if (this.#at < this.#text.length) this.#fail("the end of the text");
  }

  #part(level: number) {
    switch (this.#text[this.#at]) {
      case "{":
        return {kind: "object", members: this.#members(level)} as const;
      case "[":
        return {kind: "array", items: this.#items(level)} as const;
      case '"':
        return {kind: "string", value: this.#string()} as const;
      default:
        return this.#plain();
    }
  }

  #plain() {
    const start = this.#at;
    const number = this.#match(NUMBER);
    if (number !== "" && !/[\w.+-]/.test(this.#text[this.#at] ?? "")) {
      const value = Number(number);
      if (!Number.isFinite(value)) throw new JsonError(start, "a number that is not endless", number);
      return {kind: "number", value} as const;
    }
    this.#at = start;
    const literal = LITERALS.get(this.#match(WORD));
    if (literal !== undefined) return literal;
    this.#at = start;
    return this.#fail("a value");
  }

  #items(level: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.#list("]", () => items.push(this.value(level + 1)));
    return items;
  }

  #members(level: number): Map<string, JsonValue> {
    const members = new Map<string, JsonValue>();
    this.#list("}", () => {
      this.#match(SPACE);
      const start = this.#at;
      if (this.#text[start] !== '"') this.#fail("a key in double quotes");
      const key = this.#string();
      if (members.has(key)) throw new JsonError(start, "every key once", `“${key}” again`);
      this.#match(SPACE);
      this.#take(":", "“:” after the key");
      members.set(key, this.value(level + 1));
    });
    return members;
  }

  /** What stands between brackets, with commas between. */
  #list(close: string, one: () => void): void {
    this.#at++;
    this.#match(SPACE);
    if (this.#text[this.#at] === close) return void this.#at++;
    for (;;) {
      one();
      if (this.#text[this.#at] === close) return void this.#at++;
      this.#take(",", `“,” or “${close}”`);
    }
  }

  #string(): string {
    const start = this.#at++;
    let value = "";
    for (;;) {
      value += this.#match(PLAIN);
      const next = this.#text[this.#at];
      if (next === '"') return (this.#at++, value);
      if (next !== "\\") throw new JsonError(start, "a string with its closing quote on the same line", "none");
      value += this.#escape();
    }
  }

  #escape(): string {
    const [letter = "", ...rest] = this.#text.slice(this.#at + 1, this.#at + 6);
    const digits = rest.join("");
    if (letter === "u" && /^[\da-f]{4}$/i.test(digits)) {
      this.#at += 6;
      return String.fromCharCode(parseInt(digits, 16));
    }
    const known = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    if (known === undefined) throw new JsonError(this.#at, "an escape of JSON", `\\${letter}`);
    this.#at += 2;
    return known;
  }

  #take(letter: string, needed: string): void {
    if (this.#text[this.#at] !== letter) this.#fail(needed);
    this.#at++;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #fail(needed: string): never {
    const rest = this.#text.slice(this.#at);
    const found = rest === "" ? "the end of the text" : `“${/^(?:[\w.+-]{1,20}|.)/su.exec(rest)![0]}”`;
    throw new JsonError(this.#at, needed, found);
  }
}
