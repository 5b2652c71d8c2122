/**
 * A cell's drawing as a picture. As the source of an image an SVG runs no script and fetches nothing, whatever it says: it
 * comes from code that may have come from anywhere, so it never becomes part of the page.
 */

/** What the picture takes from the page. */
export interface DrawingStyle {
  ink: string;
  font: string;
}

/** A drawing ready to be shown: its file, what it says in words, and how large it is in pixels. */
export interface Drawing {
  file: Blob;
  words: string;
  width: number;
  height: number;
}

const LARGEST = 4000;
const MOST_WORDS = 300; // letters that are said of a drawing

/**
 * The drawing of an SVG's source; undefined if it does not begin as one. Only its first tag is read: a parser would already
 * apply the style sheets inside, which the page's policy stops. Whether the rest is well formed, the image will say.
 */
export function drawingOf(source: string, {ink, font}: DrawingStyle): Drawing | undefined {
  const tag = /^<svg((?:\s+[\w:.-]+="[^"]*")*)\s*>/.exec(source);
  if (tag === null) return undefined;
  const attributes = new Map([...tag[1]!.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
  const [, , boxWidth, boxHeight] = (attributes.get("viewBox") ?? "").split(/[\s,]+/).map(Number);
  const width = side(attributes.get("width"), boxWidth, 640);
  const height = side(attributes.get("height"), boxHeight, 400);
  attributes.set("style", `color:${ink};font-family:${font};${attributes.get("style") ?? ""}`);
  const start = [...attributes].map(([name, value]) => ` ${name}="${value}"`).join("");
  const file = new Blob([`<svg${start}>${source.slice(tag[0].length)}`], {type: "image/svg+xml"});
  return {file, words: words(attributes.get("aria-label"), source), width, height};
}

/** A drawing's own label or, failing that, what is written in it: without its numbers, unless it has only those. */
function words(label: string | undefined, source: string): string {
  if (label !== undefined) return within(decoded(label));
  const written = [...source.matchAll(/<t(?:ext|span)\b[^<>]*>([^<]+)/g)].map(([, text]) => decoded(text!));
  const named = written.filter((text) => !/^[-−+]?[\d.,\s]+[%kMG]?$/.test(text));
  return within([...new Set(named.length > 0 ? named : written)].join(", "));
}

const ENTITIES: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', "#160": " "};

const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#160);/g, (_, name: string) => ENTITIES[name]!).trim();

const within = (text: string): string => (text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS)}…` : text);

function side(given: string | undefined, fromBox: number | undefined, otherwise: number): number {
  const n = [Number.parseFloat(given ?? ""), fromBox ?? NaN].find((one) => one > 0) ?? otherwise;
  return Math.min(n, LARGEST);
}
