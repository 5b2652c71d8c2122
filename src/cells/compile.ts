/** Reads a cell: what it declares, what it names, and the text of the function that runs it. */
import {parse, type Node, type Program} from "acorn";
import {simple} from "acorn-walk";
import {namesOf} from "./names.ts";

/** A fault of a cell with the line on which it stands. */
export class CellError extends Error {
  /** Counts from 1 in the cell's own text; null if it belongs to no line. */
  readonly line: number | null;

  constructor(message: string, line: number | null) {
    super(message);
    this.name = "CellError";
    this.line = line;
  }
}

/** A cell that can run. `body` is the inside of an async function of the names it takes, `display` and `$show`. */
export interface CompiledCell {
  declared: readonly string[];
  free: ReadonlyMap<string, number>;
  assigned: ReadonlyMap<string, number>;
  body: string;
}

const NO_EXPORT =
  "`export` is a word of the language itself: to write a network as code, use exports; what a cell declares, other cells can name";

/** How many lines JavaScript puts before the body of a function made from text. */
export const LINES_BEFORE = 2;

/**
 * Reads a cell's code. The value of its last line, if that is an expression, is shown; lines keep their numbers.
 * @throws CellError at the line where the code is no JavaScript, or imports something
 */
export function compile(code: string): CompiledCell {
  const program = parsed(code);
  refuseImports(program);
  const {declared, free, assigned} = namesOf(program);
  const names = [...declared.keys()];
  return {
    declared: names,
    free: lines(free),
    assigned: lines(assigned),
    body: `"use strict";${shown(code, program)}\n;return {${names.join(", ")}};`
  };
}

function parsed(code: string): Program {
  try {
    return parse(code, {ecmaVersion: "latest", sourceType: "module", locations: true, allowAwaitOutsideFunction: true});
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const {loc, pos} = error as SyntaxError & {loc?: {line: number}; pos?: number};
    const line = exportLine(code, pos ?? -1);
    if (line !== null) throw new CellError(NO_EXPORT, line);
    throw new CellError(error.message.replace(/ \(\d+:\d+\)$/, ""), loc?.line ?? null);
  }
}

/** The line of the word `export` if that is what the parser met at a position, or just before it. */
function exportLine(code: string, position: number): number | null {
  const [before] = /(?<![\w$.])export\s*$/.exec(code.slice(0, position)) ?? [""];
  if (before === "" && !/^export\b/.test(code.slice(position))) return null;
  return code.slice(0, position - before.length).split("\n").length;
}

function refuseImports(program: Program): void {
  const refuse = (node: Node): never => {
    throw new CellError("a cell has no network and imports nothing; tf, Plot and d3 are here by name", lineOf(node));
  };
  const refuseExport = (node: Node): never => {
    throw new CellError(NO_EXPORT, lineOf(node));
  };
  simple(program, {
    ImportDeclaration: refuse,
    ImportExpression: refuse,
    ExportNamedDeclaration: refuseExport,
    ExportDefaultDeclaration: refuseExport,
    ExportAllDeclaration: refuseExport
  });
}

/** The code with its last expression, if it ends in one, handed to `$show`. */
function shown(code: string, {body}: Program): string {
  const last = body.at(-1);
  if (last?.type !== "ExpressionStatement") return code;
  const {start, end} = last.expression;
  return `${code.slice(0, start)}$show(await (${code.slice(start, end)}))${code.slice(end)}`;
}

function lines(names: ReadonlyMap<string, Node>): Map<string, number> {
  return new Map([...names].map(([name, node]) => [name, lineOf(node)]));
}

function lineOf({loc}: Node): number {
  return loc?.start.line ?? 1;
}
