/**
 * A reader's file becomes a square picture, or one reason why not. Works in the page and, but for SVG, in a worker.
 *
 * The header is read first, so that a huge, cut or foreign file is recognised before anything tries to decode it.
 */
import {pictureLimits} from "./limits.ts";
import {isRaster, readHeader, type PictureHeader} from "./picture-header.ts";

export {resizeArea} from "./resize.ts";

/** Why a file is not taken; the page has one sentence for each. */
export type PictureProblem =
  "empty" | "format" | "truncated" | "too-large" | "too-heavy" | "undecodable" | "too-slow" | "svg" | "no-size";

/** What happened to a picture on its way that the reader should know. */
export type PictureNote = "first-frame" | "on-white" | "turned" | "cmyk" | "cropped" | "reduced" | "drawn";

/** A file that cannot become a picture: the reason and what was found. */
export class PictureError extends Error {
  readonly problem: PictureProblem;
  readonly header: PictureHeader;
  constructor(problem: PictureProblem, header: PictureHeader) {
    super(
      `picture: ${problem}; found ${header.format}${header.width === null ? "" : `, ${header.width}×${header.height}`}`
    );
    this.problem = problem;
    this.header = header;
  }
}

/** A picture ready for a network: the central square, upright, opaque, at most `LARGEST_SIDE` pixels wide. */
export interface DecodedPicture {
  bitmap: ImageBitmap;
  notes: readonly PictureNote[];
  /** Size of the file's picture in pixels, upright. */
  width: number;
  height: number;
}

/** Side of the largest square handed on: plenty to look at, cheap to transfer. */
export const LARGEST_SIDE = 512;
/** Pictures above this many pixels are reduced while they are decoded. */
const LARGE_PIXELS = 16e6;
const SVG_SIDE = 1024;

/**
 * Decodes a file to the central square of its picture.
 *
 * EXIF orientation is applied once, transparent parts are laid on white, of an animation the first frame is taken.
 * @throws PictureError with the reason and the header
 */
export async function decodePicture(blob: Blob): Promise<DecodedPicture> {
  const header = await headerOf(blob);
  if (header.format === "empty") throw new PictureError("empty", header);
  if (header.format === "svg") return finish(await decodeSvg(blob, header), header, ["drawn"]);
  if (!isRaster(header.format)) throw new PictureError("format", header);
  if (!header.complete) throw new PictureError("truncated", header);
  if (header.width === 0 || header.height === 0) throw new PictureError("no-size", header);
  if ((header.width ?? 0) * (header.height ?? 0) > pictureLimits.pixels) throw new PictureError("too-large", header);
  const bitmap = await patiently(decodeRaster(await withoutExif(blob, header), header), header);
  return finish(upright(bitmap, header), header, []);
}

async function headerOf(blob: Blob): Promise<PictureHeader> {
  if (blob.size > pictureLimits.bytes)
    throw new PictureError("too-heavy", readHeader(new Uint8Array(await blob.slice(0, 1 << 16).arrayBuffer())));
  return readHeader(new Uint8Array(await blob.arrayBuffer()));
}

// Browsers differ in whether they turn a picture as its EXIF says, so none is told: `upright` does it, once.
async function withoutExif(blob: Blob, {orientation, exif}: PictureHeader): Promise<Blob> {
  if (orientation === 1) return blob;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  for (const at of exif) bytes[at] = 0; // "Exif" without its E is a segment that decoders skip
  return new Blob([bytes]);
}

async function decodeRaster(blob: Blob, header: PictureHeader): Promise<ImageBitmap> {
  const options: ImageBitmapOptions = {};
  const [width, height] = [header.width ?? 0, header.height ?? 0];
  // Only one side is given: the browser keeps the ratio.
  if (width * height > LARGE_PIXELS) {
    const scale = (2 * LARGEST_SIDE) / Math.min(width, height);
    Object.assign(options, {resizeWidth: Math.max(1, Math.round(width * Math.min(1, scale))), resizeQuality: "medium"});
  }
  try {
    return await createImageBitmap(blob, options);
  } catch {
    throw new PictureError("undecodable", header);
  }
}

/** A header's size with the EXIF orientation applied; zeros where the file does not say. */
function oriented({width, height, orientation}: PictureHeader): {width: number; height: number} {
  const [w, h] = [width ?? 0, height ?? 0];
  return orientation >= 5 ? {width: h, height: w} : {width: w, height: h};
}

/** The canvas transform of each EXIF orientation but 1, for a picture stored with these sides (EXIF 2.3, tag 0x0112). */
const turns: Record<number, (width: number, height: number) => Transform> = {
  2: (width) => [-1, 0, 0, 1, width, 0],
  3: (width, height) => [-1, 0, 0, -1, width, height],
  4: (_, height) => [1, 0, 0, -1, 0, height],
  5: () => [0, 1, 1, 0, 0, 0],
  6: (_, height) => [0, 1, -1, 0, height, 0],
  7: (width, height) => [0, -1, -1, 0, height, width],
  8: (width) => [0, -1, 1, 0, 0, width]
};
type Transform = [a: number, b: number, c: number, d: number, e: number, f: number];

function upright(bitmap: ImageBitmap, {orientation}: PictureHeader): ImageBitmap {
  const turn = turns[orientation];
  if (turn === undefined) return bitmap;
  const {width, height} = bitmap;
  const {canvas, context} = orientation >= 5 ? canvasOf(height, width) : canvasOf(width, height);
  context.setTransform(...turn(width, height));
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.transferToImageBitmap();
}

function patiently<T>(work: Promise<T>, header: PictureHeader): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PictureError("too-slow", header)), pictureLimits.patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function canvasOf(
  width: number,
  height: number
): {canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D} {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", {willReadFrequently: true});
  if (context === null) throw new Error("picture: this browser gives no 2D canvas");
  context.imageSmoothingQuality = "high";
  return {canvas, context};
}

// The central square, on white, at most LARGEST_SIDE wide.
function finish(bitmap: ImageBitmap, header: PictureHeader, so: PictureNote[]): DecodedPicture {
  const side = Math.min(bitmap.width, bitmap.height);
  const size = Math.min(side, LARGEST_SIDE);
  const {canvas, context} = canvasOf(size, size);
  context.drawImage(
    bitmap,
    Math.floor((bitmap.width - side) / 2),
    Math.floor((bitmap.height - side) / 2),
    side,
    side,
    0,
    0,
    size,
    size
  );
  const transparent = hasHoles(context.getImageData(0, 0, size, size).data);
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = "#fff";
  context.fillRect(0, 0, size, size);
  const full = header.width === null ? {width: bitmap.width, height: bitmap.height} : oriented(header);
  const notes = [...so, ...notesOf(header, full, transparent)];
  bitmap.close();
  return {bitmap: canvas.transferToImageBitmap(), notes, ...full};
}

function notesOf(
  header: PictureHeader,
  {width, height}: {width: number; height: number},
  transparent: boolean
): PictureNote[] {
  const notes: PictureNote[] = [];
  if (header.animated) notes.push("first-frame");
  if (transparent) notes.push("on-white");
  if (header.orientation > 1) notes.push("turned");
  if (header.format === "jpeg" && header.channels === 4) notes.push("cmyk");
  if (width * height > LARGE_PIXELS) notes.push("reduced");
  if (width !== height) notes.push("cropped");
  return notes;
}

function hasHoles(rgba: Uint8ClampedArray): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at]! < 255) return true;
  return false;
}

// An image element runs no scripts and loads nothing from elsewhere, whatever the SVG asks for.
async function decodeSvg(blob: Blob, header: PictureHeader): Promise<ImageBitmap> {
  if (typeof Image === "undefined" || blob.size > pictureLimits.svgBytes) throw new PictureError("svg", header);
  const {text, width, height} = sizedSvg(await blob.text(), header);
  const url = URL.createObjectURL(new Blob([text], {type: "image/svg+xml"}));
  try {
    const image = new Image(width, height);
    image.src = url;
    await patiently(image.decode(), header);
    const {canvas, context} = canvasOf(width, height);
    context.drawImage(image, 0, 0, width, height);
    context.getImageData(0, 0, 1, 1); // a picture that may not be read back is refused here
    return canvas.transferToImageBitmap();
  } catch (error) {
    throw error instanceof PictureError ? error : new PictureError("svg", header);
  } finally {
    URL.revokeObjectURL(url);
  }
}

// Gives the SVG an explicit size in the ratio of its viewBox (or width and height), its longer side SVG_SIDE.
function sizedSvg(source: string, header: PictureHeader): {text: string; width: number; height: number} {
  const tree = new DOMParser().parseFromString(source, "image/svg+xml");
  const root = tree.documentElement;
  if (tree.querySelector("parsererror") !== null || root.localName !== "svg") throw new PictureError("svg", header);
  dropLinks(tree);
  const box = (root.getAttribute("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const own = ["width", "height"].map((name) => pixels(root.getAttribute(name)));
  const [w, h] = [own[0] ?? box[2] ?? 300, own[1] ?? box[3] ?? 150];
  if (!(w > 0 && h > 0)) throw new PictureError("no-size", header);
  if (box.length !== 4) root.setAttribute("viewBox", `0 0 ${w} ${h}`);
  const scale = SVG_SIDE / Math.max(w, h);
  const [width, height] = [Math.max(1, Math.round(w * scale)), Math.max(1, Math.round(h * scale))];
  root.setAttribute("width", String(width));
  root.setAttribute("height", String(height));
  return {text: new XMLSerializer().serializeToString(tree), width, height};
}

// Nothing from elsewhere is loaded anyway; without its link a missing picture leaves no mark either.
function dropLinks(tree: Document): void {
  for (const element of tree.querySelectorAll("image, use, feImage"))
    for (const name of ["href", "xlink:href"])
      if (!/^\s*(#|data:)/.test(element.getAttribute(name) ?? "#")) element.removeAttribute(name);
}

const pixels = (length: string | null): number | undefined => {
  const match = /^\s*([\d.]+)(px)?\s*$/.exec(length ?? "");
  return match === null ? undefined : Number(match[1]);
};
