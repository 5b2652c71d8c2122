/** What a cell shows, as something that can be sent: text, a table, or the source of a drawing. */
import {type Item, LIMITS} from "./messages.ts";
import {printed} from "./printed.ts";

interface Drawn {
  outerHTML: string;
  localName: string;
  querySelectorAll(selector: string): Iterable<Drawn>;
  setAttribute(name: string, value: string): void;
}

/** A value as an item. Drawings become SVG, lists of records tables, all else text. */
export function itemOf(value: unknown): Item {
  const drawing = drawingIn(value);
  if (drawing !== undefined) return {kind: "svg", svg: within(svgSource(drawing), LIMITS.text)};
  return tableOf(value) ?? {kind: "text", text: within(printed(value), 100_000)};
}

/** The SVG in a node, or in what D3 selected. */
function drawingIn(value: unknown): Drawn | undefined {
  const node =
    isObject(value) && typeof value["node"] === "function" ? (value["node"] as () => unknown).call(value) : value;
  if (!isObject(node) || typeof node["outerHTML"] !== "string") return undefined;
  const drawn = node as unknown as Drawn;
  if (drawn.localName === "svg") return drawn;
  const [first] = drawn.querySelectorAll("svg");
  return first;
}

function svgSource(svg: Drawn): string {
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
  return svg.outerHTML;
}

/** A list of flat records as a table. */
function tableOf(value: unknown): Item | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isFlat)) return undefined;
  const records = value as Record<string, unknown>[];
  const columns = [...new Set(records.flatMap(Object.keys))].slice(0, LIMITS.columns);
  const rows = records.slice(0, LIMITS.rows).map((one) => columns.map((name) => field(one[name])));
  return {kind: "table", columns, rows, total: records.length};
}

function isFlat(value: unknown): boolean {
  if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((one) => typeof one !== "function" && (!isObject(one) || isShort(one)));
}

const isShort = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 8 && value.every((one) => typeof one === "number");

function field(value: unknown): string {
  if (value === undefined) return "";
  return within(Array.isArray(value) ? value.join("×") : typeof value === "string" ? value : printed(value), 500);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function within(text: string, most: number): string {
  if (text.length <= most) return text;
  throw new Error(`too much to show: ${text.length} characters, at most ${most}`);
}
