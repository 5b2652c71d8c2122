/**
 * A cell's drawing as a picture. As the source of an image an SVG runs no script and fetches nothing, whatever it says: it
 * comes from code that may have come from anywhere, so it never becomes part of the page.
 */

/** What the picture takes from the page. */
export interface DrawingStyle {
  ink: string;
  font: string;
}

/** A drawing ready to be shown: its file, and how large it is in pixels. */
export interface Drawing {
  file: Blob;
  width: number;
  height: number;
}

const LARGEST = 4000;

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
  return {file, width, height};
}

function side(given: string | undefined, fromBox: number | undefined, otherwise: number): number {
  const n = [Number.parseFloat(given ?? ""), fromBox ?? NaN].find((one) => one > 0) ?? otherwise;
  return Math.min(n, LARGEST);
}
