/**
 * A figure that is no drawing, as a picture: its elements with their computed styles are laid out once more inside an SVG, and
 * that is painted. Nothing of it leaves the page.
 */

const SCALE = 2; // pixels of the picture for each of the page
const TURN = 12; // milliseconds until the page has its turn
// Their initial values are computed from others: no line is no width, and its colour is the text's.
const DEPENDENT = /-(width|color)$/;
const LEFT_OUT = ".tools, .said, script, style, template";

/**
 * The PNG of an element as it stands.
 * @throws if the browser does not paint it
 */
export async function snapshot(element: HTMLElement): Promise<Blob> {
  const {width, height} = element.getBoundingClientRect();
  const copy = await standalone(element);
  const text = new XMLSerializer().serializeToString(copy);
  const style = `<style>${await fontFace()}</style>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${style}<foreignObject width="100%" height="100%">${text}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {width: SCALE * width, height: SCALE * height});
  const context = canvas.getContext("2d")!;
  context.fillStyle = getComputedStyle(element).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture came of it")) : resolve(blob)), "image/png")
  );
}

/** A copy that needs neither the page's style sheets nor its canvases and files. */
async function standalone(element: HTMLElement): Promise<HTMLElement> {
  const copy = element.cloneNode(true) as HTMLElement;
  const [from, to] = [withAll(element), withAll(copy)];
  const plain = new PlainStyles();
  let began = performance.now();
  try {
    for (const [i, one] of from.entries()) {
      await settle(one, to[i]!, i === 0 ? null : one.parentElement, plain);
      if (performance.now() - began < TURN) continue;
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
  } finally {
    plain.remove();
  }
  for (const one of copy.querySelectorAll(LEFT_OUT)) one.remove();
  copy.style.margin = "0";
  return copy;
}

const withAll = (element: Element): Element[] => [element, ...element.querySelectorAll("*")];

async function settle(from: Element, to: Element, parent: Element | null, plain: PlainStyles): Promise<void> {
  if (!(to instanceof HTMLElement || to instanceof SVGElement)) return;
  const [own, above, unstyled] = [getComputedStyle(from), parent && getComputedStyle(parent), plain.of(from)];
  // What the copy would have anyway is left out: most of it, and all of it has to be read again for the picture.
  const needed = [...own].flatMap((name) => {
    const value = own.getPropertyValue(name);
    const given =
      value === unstyled.get(name) &&
      (above === null || value === above.getPropertyValue(name)) &&
      !DEPENDENT.test(name) &&
      !from.hasAttribute(name);
    return given ? [] : [`${name}:${value}`];
  });
  to.setAttribute("style", needed.join(";"));
  if (from instanceof HTMLCanvasElement) return replace(to, from, from.toDataURL());
  if (from instanceof HTMLImageElement) return replace(to, from, await dataAddress(from.src));
  if (from instanceof SVGImageElement) to.setAttribute("href", await dataAddress(from.href.baseVal));
  if (from instanceof HTMLInputElement) {
    to.setAttribute("value", from.value);
    to.toggleAttribute("checked", from.checked);
  }
}

/** The computed styles of elements that no style sheet reaches, by their names and what of them browsers style. */
class PlainStyles {
  readonly #known = new Map<string, ReadonlyMap<string, string>>();
  readonly #host = document.createElement("div");
  readonly #root = this.#host.attachShadow({mode: "closed"});

  constructor() {
    this.#host.style.cssText =
      "all: initial; position: fixed; visibility: visible; inset: 0 auto auto 0; width: 0; height: 0";
    document.body.append(this.#host);
  }

  of(styled: Element): ReadonlyMap<string, string> {
    const element = document.createElementNS(styled.namespaceURI, styled.localName);
    for (const name of ["type", "href", "disabled", "open", "hidden"])
      if (styled.hasAttribute(name)) element.setAttribute(name, name === "type" ? styled.getAttribute(name)! : "");
    const key = element.outerHTML;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#root.append(element);
    const computed = getComputedStyle(element);
    const styles = new Map([...computed].map((name) => [name, computed.getPropertyValue(name)]));
    element.remove();
    this.#known.set(key, styles);
    return styles;
  }

  remove(): void {
    this.#host.remove();
  }
}

function replace(element: Element, from: HTMLElement, address: string): void {
  const image = document.createElement("img");
  image.setAttribute("style", element.getAttribute("style") ?? "");
  Object.assign(image, {src: address, width: from.clientWidth, height: from.clientHeight});
  element.replaceWith(image);
}

async function dataAddress(address: string): Promise<string> {
  if (address === "" || address.startsWith("data:")) return address;
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsDataURL(blob);
  });
}

// A picture has no fonts of the page's; the one of figures and tables is preloaded, so its address is known.
async function fontFace(): Promise<string> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="preload"][as="font"][href*="inter"]');
  if (link === null) return "";
  return `@font-face{font-family:Inter;src:url(${await dataAddress(link.href)});font-weight:100 900}`;
}
