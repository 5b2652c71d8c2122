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

/** The drawing of an SVG's source; undefined if it is none. */
export function drawingOf(source: string, {ink, font}: DrawingStyle): Drawing | undefined {
  const svg = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  if (svg.localName !== "svg" || svg.namespaceURI !== "http://www.w3.org/2000/svg") return undefined;
  if (svg.querySelector("parsererror") !== null) return undefined;
  const [, , boxWidth, boxHeight] = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  const width = side(svg.getAttribute("width"), boxWidth, 640);
  const height = side(svg.getAttribute("height"), boxHeight, 400);
  const kept = svg.getAttribute("style") ?? "";
  svg.setAttribute("style", `color:${ink};font-family:${font};${kept}`);
  const file = new Blob([new XMLSerializer().serializeToString(svg)], {type: "image/svg+xml"});
  return {file, width, height};
}

function side(given: string | null, fromBox: number | undefined, otherwise: number): number {
  const n = [Number.parseFloat(given ?? ""), fromBox ?? NaN].find((one) => one > 0) ?? otherwise;
  return Math.min(n, LARGEST);
}
