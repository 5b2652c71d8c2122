/**
 * What a page and the sandbox of its cells tell each other. The sandbox runs code that may come from anywhere, so the page
 * believes a message only after `parseReply` has rebuilt it from values of the expected kinds and sizes.
 */

/** A cell's code as it is to run. */
export interface CellSource {
  id: string;
  code: string;
}

/** What the page asks of the sandbox: to take the script of its worker, to run cells, to stop. */
export type Request =
  {kind: "load"; script: string} | {kind: "run"; cells: readonly CellSource[]; ids: readonly string[]} | {kind: "stop"};

/** Something that a cell shows. A drawing is an SVG's source; `total` counts a table's rows before it was cut. */
export type Item =
  | {kind: "text"; text: string}
  | {kind: "svg"; svg: string}
  | {kind: "table"; columns: readonly string[]; rows: readonly (readonly string[])[]; total: number};

/** Why a cell runs: the reader asked, another cell needs what it declares, or values it names were made anew. */
export type Reason =
  {kind: "asked"} | {kind: "needed"} | {kind: "values"; names: readonly string[]; changed: readonly string[]};

/** What the sandbox answers. Lines count from 1 in the cell's own text. */
export type Reply =
  | {kind: "started"; cell: string; reason: Reason}
  | {kind: "shown"; cell: string; item: Item}
  | {kind: "finished"; cell: string; milliseconds: number}
  | {kind: "failed"; cell: string; message: string; line: number | null}
  | {kind: "stopped"; message: string | null};

/** Longest text of one item, most rows of one table, and most columns. */
export const LIMITS = {text: 2_000_000, rows: 1000, columns: 40, names: 40};

/** A message of the sandbox if it is one, rebuilt; otherwise undefined. */
export function parseReply(data: unknown): Reply | undefined {
  if (!isRecord(data)) return undefined;
  if (data["kind"] === "stopped") return {kind: "stopped", message: text(data["message"], 500) ?? null};
  const cell = text(data["cell"], 100);
  return cell === undefined ? undefined : parseOfCell(cell, data);
}

function parseOfCell(cell: string, data: Readonly<Record<string, unknown>>): Reply | undefined {
  switch (data["kind"]) {
    case "started": {
      const reason = parseReason(data["reason"]);
      return reason && {kind: "started", cell, reason};
    }
    case "shown": {
      const item = parseItem(data["item"]);
      return item && {kind: "shown", cell, item};
    }
    case "finished":
      return {kind: "finished", cell, milliseconds: number(data["milliseconds"]) ?? 0};
    case "failed": {
      const message = text(data["message"], 5000);
      return message === undefined ? undefined : {kind: "failed", cell, message, line: number(data["line"]) ?? null};
    }
    default:
      return undefined;
  }
}

function parseReason(data: unknown): Reason | undefined {
  if (!isRecord(data)) return undefined;
  const {kind} = data;
  if (kind === "asked" || kind === "needed") return {kind};
  const [names, changed] = [texts(data["names"], LIMITS.names), texts(data["changed"], LIMITS.names)];
  return kind === "values" && names && changed ? {kind, names, changed} : undefined;
}

function parseItem(data: unknown): Item | undefined {
  if (!isRecord(data)) return undefined;
  if (data["kind"] === "text") return ofText(data["text"], (text) => ({kind: "text", text}));
  if (data["kind"] === "svg") return ofText(data["svg"], (svg) => ({kind: "svg", svg}));
  return data["kind"] === "table" ? parseTable(data) : undefined;
}

function ofText(data: unknown, make: (text: string) => Item): Item | undefined {
  const found = text(data, LIMITS.text);
  return found === undefined ? undefined : make(found);
}

function parseTable(data: Readonly<Record<string, unknown>>): Item | undefined {
  const columns = texts(data["columns"], LIMITS.columns);
  const given = data["rows"];
  if (columns === undefined || !Array.isArray(given) || given.length > LIMITS.rows) return undefined;
  const rows = given.map((row: unknown) => texts(row, LIMITS.columns));
  if (!rows.every((row) => row?.length === columns.length)) return undefined;
  return {kind: "table", columns, rows: rows as string[][], total: number(data["total"]) ?? rows.length};
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function text(data: unknown, most: number): string | undefined {
  return typeof data === "string" && data.length <= most ? data : undefined;
}

function texts(data: unknown, most: number): string[] | undefined {
  if (!Array.isArray(data) || data.length > most) return undefined;
  const found = data.map((one: unknown) => text(one, 10_000));
  return found.every((one) => one !== undefined) ? found : undefined;
}

function number(data: unknown): number | undefined {
  return typeof data === "number" && Number.isFinite(data) ? data : undefined;
}
