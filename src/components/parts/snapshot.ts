/**
 * A figure that is no drawing, as a picture: its elements with their computed styles are laid out once more inside an SVG, and
 * that is painted. Nothing of it leaves the page.
 */

const SCALE = 2; // pixels of the picture for each of the page
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
  await Promise.all(from.map((one, i) => settle(one, to[i]!)));
  for (const one of copy.querySelectorAll(LEFT_OUT)) one.remove();
  copy.style.margin = "0";
  return copy;
}

const withAll = (element: Element): Element[] => [element, ...element.querySelectorAll("*")];

async function settle(from: Element, to: Element): Promise<void> {
  if (!(to instanceof HTMLElement || to instanceof SVGElement)) return;
  const computed = getComputedStyle(from);
  for (const name of computed) to.style.setProperty(name, computed.getPropertyValue(name));
  if (from instanceof HTMLCanvasElement) return replace(to, from, from.toDataURL());
  if (from instanceof HTMLImageElement) return replace(to, from, await dataAddress(from.src));
  if (from instanceof SVGImageElement) to.setAttribute("href", await dataAddress(from.href.baseVal));
  if (from instanceof HTMLInputElement) to.setAttribute("value", from.value);
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
