/** Saves what a figure shows as a file. */

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

/** Offers text as a download. */
export function saveText(text: string, name: string, type: string): void {
  saveBlob(new Blob([text], {type}), name);
}

/** Offers a file as a download. */
export function saveBlob(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A drawing as a file of its own: the page's styles written into each element, on the figure's ground. */
export function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg.querySelectorAll<SVGElement>("*"), copy.querySelectorAll<SVGElement>("*")];
  to.forEach((element, i) => {
    const style = getComputedStyle(from[i]!);
    const kept = STYLES.map((name) => `${name}:${style.getPropertyValue(name)}`).filter((rule) => !rule.endsWith(":"));
    element.setAttribute("style", kept.join(";"));
    for (const name of ["class", "tabindex", "role"]) element.removeAttribute(name);
  });
  const {width, height} = svg.viewBox.baseVal;
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({
    width,
    height,
    fill: getComputedStyle(svg).getPropertyValue("--ground-figure")
  }))
    ground.setAttribute(name, String(value));
  copy.prepend(ground);
  for (const [name, value] of Object.entries({width, height, xmlns: "http://www.w3.org/2000/svg"}))
    copy.setAttribute(name, String(value));
  for (const name of ["class", "role", "style"]) copy.removeAttribute(name);
  return new XMLSerializer().serializeToString(copy);
}
