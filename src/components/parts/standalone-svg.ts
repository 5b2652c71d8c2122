/** What a figure draws as a file of its own. Loaded when it is asked for. */

const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
  "vector-effect",
  "stroke-linejoin",
  "transform",
  "display"
] as const;

/** Room for a drawing’s title, in units of the drawing. */
const HEADING = 26;

/** A drawing on the page: an SVG, or an element with its size as data around several, each with its height in it as data. */
export type Drawn = SVGSVGElement | HTMLElement;

/**
 * Drawings as a file of their own, one below the other: the page's styles written into each element, on the colour that they stand
 * on. Where there are several, those that have a title get it as a heading.
 */
export function standaloneSvg(drawings: readonly Drawn[], on = "--ground-figure"): string {
  const file = made("svg", {});
  let [width, height] = [0, 0];
  for (const drawing of drawings) {
    const {copy, title, size} = copied(drawing);
    const [wide, tall] = size;
    if (title && drawings.length > 1) {
      const {fontFamily: family, color: fill} = getComputedStyle(drawing);
      const letters = {fill, "font-family": family, "font-size": 14, "font-weight": 600, "text-anchor": "middle"};
      const heading = made("text", {x: wide / 2, y: height + 17, ...letters});
      heading.textContent = title;
      file.append(heading);
      height += HEADING;
    }
    set(copy, {y: height, width: wide, height: tall, overflow: "visible"});
    file.append(copy);
    width = Math.max(width, wide);
    height += tall;
  }
  const fill = getComputedStyle(drawings[0]!).getPropertyValue(on);
  file.prepend(made("rect", {width, height, fill}));
  set(file, {width, height, viewBox: `0 0 ${width} ${height}`});
  return new XMLSerializer().serializeToString(file);
}

/** A copy of a drawing, in one, with its title and its size in its own units. */
function copied(drawing: Drawn): {copy: SVGElement; title: string | null | undefined; size: readonly [number, number]} {
  if (drawing instanceof SVGSVGElement) {
    const {width, height} = drawing.viewBox.baseVal;
    const title = drawing.querySelector(":scope > title")?.textContent;
    return {copy: settled(drawing), title, size: [width, height]};
  }
  const copy = made("svg", {});
  const title = drawing.getAttribute("aria-label");
  copy.append(worded("title", title), worded("desc", drawing.querySelector(":scope > [hidden]")?.textContent));
  // On the page, earlier ones stand over later ones.
  for (const svg of [...drawing.querySelectorAll("svg")].reverse()) {
    const {x, y, width, height} = svg.viewBox.baseVal;
    const piece = settled(svg);
    set(piece, {x, y: Number(svg.dataset["y"]) + y, width, height});
    copy.append(piece);
  }
  return {copy, title, size: [Number(drawing.dataset["width"]), Number(drawing.dataset["height"])]};
}

function worded(name: string, text: string | null | undefined): SVGElement {
  const element = made(name, {});
  element.textContent = text ?? "";
  return element;
}

/** A copy of an SVG that needs no style sheet. */
function settled(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg.querySelectorAll<SVGElement>("*"), copy.querySelectorAll<SVGElement>("*")];
  to.forEach((element, i) => {
    const style = getComputedStyle(from[i]!);
    const kept = STYLES.map((name) => `${name}:${style.getPropertyValue(name)}`).filter((rule) => !rule.endsWith(":"));
    element.setAttribute("style", kept.join(";"));
    for (const name of ["class", "tabindex", "role"]) element.removeAttribute(name);
    // What an attribute takes from the style sheet, the style has by now.
    for (const {name, value} of [...element.attributes]) if (/^var\(/.test(value)) element.removeAttribute(name);
  });
  for (const name of ["class", "role", "style"]) copy.removeAttribute(name);
  return copy;
}

type Attributes = Readonly<Record<string, string | number>>;

function made(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  set(element, attributes);
  return element;
}

function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
