/**
 * Cells' code in a link: the changed cells as JSON, compressed, in letters that an address may have. A link can say anything,
 * so what is read from it is text of bounded length and nothing more.
 */

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
  const packed = new Blob([JSON.stringify(codes)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const text = btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
  return text.length <= MOST_LINK ? text : undefined;
}

/** The cells' code in a link's text; nothing if it is no such text. */
export async function linkCodes(text: string): Promise<Codes> {
  if (!/^[\w-]+$/.test(text) || text.length > MOST_LINK) return {};
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return parseCodes(await unpacked(bytes));
  } catch {
    return {};
  }
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

// A few letters can unpack to gigabytes: reading ends at a bound.
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text;
    text += decoder.decode(value, {stream: true});
    if (text.length > 10 * MOST_CODE) throw new Error("the link holds too much");
  }
}
