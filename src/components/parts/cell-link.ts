/**
 * Cells' code in a link: the changed cells as JSON, compressed, in letters that an address may have. A link can say anything,
 * so what is read from it is text of bounded length and nothing more.
 */
import {pack, unpack} from "./packed.ts";

/** Code by the ids of cells. */
export type Codes = Readonly<Record<string, string>>;

/** Longest text in a link, and longest code of one cell, in characters. */
export const MOST_LINK = 16_000;
const MOST_CODE = 50_000;

const KEY = "code";

/** The cells' text in an address's fragment, or null. */
export function linkIn(hash: string): string | null {
  return new URLSearchParams(hash.slice(1)).get(KEY);
}

/** A fragment with the cells' text in it, or without any; what figures keep there stays. */
export function withLink(hash: string, text: string | null): string {
  const now = new URLSearchParams(hash.includes("=") ? hash.slice(1) : "");
  if (text === null) now.delete(KEY);
  else now.set(KEY, text);
  return now.size === 0 ? "" : `#${now.toString()}`;
}

/** The text for a link; undefined if it would be too long. */
export async function linkText(codes: Codes): Promise<string | undefined> {
  const text = await pack(JSON.stringify(codes));
  return text.length <= MOST_LINK ? text : undefined;
}

/** The cells' code in a link's text; nothing if it is no such text. */
export async function linkCodes(text: string): Promise<Codes> {
  if (text.length > MOST_LINK) return {};
  const json = await unpack(text, 10 * MOST_CODE);
  return json === undefined ? {} : parseCodes(json);
}

/** Code by ids in JSON text; entries that are no code are left out. */
export function parseCodes(text: string | null): Codes {
  try {
    const data: unknown = JSON.parse(text ?? "{}");
    if (typeof data !== "object" || data === null || Array.isArray(data)) return {};
    const entries = Object.entries(data).filter(([id, code]) => /^[\w-]{1,60}$/.test(id) && isCode(code));
    return Object.fromEntries(entries) as Record<string, string>;
  } catch {
    return {};
  }
}

function isCode(code: unknown): boolean {
  return typeof code === "string" && code.length <= MOST_CODE;
}
