/** Observable Plot without a browser: charts drawn when the site is built. */
import {plot, type PlotOptions} from "@observablehq/plot";
import {parseHTML} from "linkedom";

/** A chart as SVG text, under its title. What Plot would say in a style element, which the site's policy forbids, PlotView says. */
export function drawnOnce(title: string, options: PlotOptions): string {
  const {document} = parseHTML("<html></html>");
  const drawn = plot({...options, className: "drawing", document: document as unknown as Document});
  for (const style of drawn.querySelectorAll("style")) style.remove();
  // The chart is one picture with one name.
  for (const part of drawn.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  const heading = document.createElement("title");
  heading.textContent = title;
  drawn.prepend(heading as unknown as Element);
  return drawn.outerHTML;
}
