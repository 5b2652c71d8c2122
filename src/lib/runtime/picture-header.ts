/**
 * What a reader's file is, read from its first bytes and its structure, before anything tries to decode it.
 *
 * Sizes are those written in the file, before the EXIF orientation is applied. Sources: the PNG, JPEG (ITU-T T.81), EXIF 2.3,
 * GIF89a, WebP container, BMP and HEIF/AVIF specifications.
 */

/** The picture formats that browsers decode. */
export type PictureFormat = "png" | "jpeg" | "gif" | "webp" | "bmp" | "avif" | "ico" | "svg";

/** What else readers drop on a page, named so that the page can say what it found. */
export type OtherFormat =
  "empty" | "heic" | "tiff" | "jxl" | "psd" | "pdf" | "video" | "audio" | "zip" | "gzip" | "html" | "text" | "unknown";

/** What a file says about itself. */
export interface PictureHeader {
  format: PictureFormat | OtherFormat;
  /** In pixels as stored; null where the file does not say (SVG, ICO, other formats, a cut header). */
  width: number | null;
  height: number | null;
  /** EXIF orientation, 1 (upright) to 8; 5–8 swap width and height. Read for JPEG; 1 for all others. */
  orientation: number;
  /** More than one frame. */
  animated: boolean;
  /** Colour channels as stored, where it matters: 4 is a CMYK JPEG. */
  channels: number | null;
  /** Whether the file reaches its own end; a file cut off on the way does not. */
  complete: boolean;
  /** Where the EXIF segments of a JPEG begin, in bytes. */
  exif: readonly number[];
}

const RASTER: readonly string[] = ["png", "jpeg", "gif", "webp", "bmp", "avif", "ico"];

/** Whether a format holds pixels that a browser decodes. */
export function isRaster(format: PictureHeader["format"]): boolean {
  return RASTER.includes(format);
}

/** Reads what a file says about itself; never throws, whatever the bytes. */
export function readHeader(bytes: Uint8Array): PictureHeader {
  const header = blank(sniff(bytes));
  const read = readers[header.format];
  if (read === undefined) return header;
  try {
    return {...header, ...read(new Reader(bytes))};
  } catch (error) {
    if (error instanceof PastEnd) return {...header, complete: false};
    throw error;
  }
}

const blank = (format: PictureHeader["format"]): PictureHeader => ({
  ...{format, width: null, height: null, orientation: 1, animated: false, channels: null, complete: true, exif: []}
});

type Facts = Partial<Omit<PictureHeader, "format">>;

const readers: {[format in PictureHeader["format"]]?: (file: Reader) => Facts} = {png, jpeg, gif, webp, bmp, avif};

class PastEnd extends Error {}

// A view of the bytes that refuses to read past the end, so that a cut file is recognised wherever it was cut.
class Reader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  get length(): number {
    return this.bytes.length;
  }
  need(at: number, count: number): void {
    if (at < 0 || at + count > this.bytes.length) throw new PastEnd();
  }
  u8(at: number): number {
    this.need(at, 1);
    return this.view.getUint8(at);
  }
  u16(at: number, little = false): number {
    this.need(at, 2);
    return this.view.getUint16(at, little);
  }
  u24(at: number): number {
    this.need(at, 3);
    return this.view.getUint8(at) | (this.view.getUint8(at + 1) << 8) | (this.view.getUint8(at + 2) << 16);
  }
  u32(at: number, little = false): number {
    this.need(at, 4);
    return this.view.getUint32(at, little);
  }
  i32(at: number, little = false): number {
    this.need(at, 4);
    return this.view.getInt32(at, little);
  }
  text(at: number, count: number): string {
    this.need(at, count);
    return latin(this.bytes, at, count);
  }
}

function latin(bytes: Uint8Array, at: number, count: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + count));
}

function sniff(bytes: Uint8Array): PictureHeader["format"] {
  if (bytes.length === 0) return "empty";
  const start = latin(bytes, 0, 16);
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) return known[1];
  if (start.startsWith("RIFF")) return riff(start.slice(8, 12));
  if (start.slice(4, 8) === "ftyp") return brand(bytes);
  return written(bytes);
}

const SIGNATURES: readonly (readonly [string, PictureHeader["format"]])[] = [
  ["\x89PNG\r\n\x1a\n", "png"],
  ["\x89PNG", "png"],
  ["\xff\xd8", "jpeg"],
  ["GIF87a", "gif"],
  ["GIF89a", "gif"],
  ["BM", "bmp"],
  ["\0\0\x01\0", "ico"],
  ["II*\0", "tiff"],
  ["MM\0*", "tiff"],
  ["\xff\x0a", "jxl"],
  ["\0\0\0\x0cJXL ", "jxl"],
  ["8BPS", "psd"],
  ["%PDF", "pdf"],
  ["\x1aE\xdf\xa3", "video"],
  ["OggS", "video"],
  ["ID3", "audio"],
  ["fLaC", "audio"],
  ["PK\x03\x04", "zip"],
  ["\x1f\x8b", "gzip"]
];

const riff = (kind: string): PictureHeader["format"] =>
  kind === "WEBP" ? "webp" : kind === "AVI " ? "video" : kind === "WAVE" ? "audio" : "unknown";

// The ISO media family tells pictures from films by the brands in its first box.
function brand(bytes: Uint8Array): PictureHeader["format"] {
  const size = Math.min(64, bytes.length, new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));
  const brands = latin(bytes, 8, Math.max(0, size - 8));
  if (/avif|avis/.test(brands)) return "avif";
  if (/hei[cxms]|hev[cx]|mif1|msf1/.test(brands)) return "heic";
  return "video";
}

function written(bytes: Uint8Array): PictureHeader["format"] {
  const head = bytes.subarray(0, 4096);
  if (head.includes(0)) return "unknown";
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, "");
  if (/^\s*(<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE svg[^>]*(\[[\s\S]*?\]\s*)?>|\s)*<(\w+:)?svg[\s>]/i.test(text))
    return "svg";
  if (/^\s*(<!doctype html|<html)/i.test(text)) return "html";
  const odd = [...text].filter((c) => c === "\uFFFD" || (c < " " && !/\s/.test(c))).length;
  return odd <= text.length / 100 ? "text" : "unknown";
}

function png(file: Reader): Facts {
  const facts: Facts = {width: file.u32(16), height: file.u32(20), complete: false};
  for (let at = 8; at < file.length; at += 12 + file.u32(at)) {
    const kind = file.text(at + 4, 4);
    if (kind === "acTL") facts.animated = file.u32(at + 8) > 1;
    if (kind === "IEND") return {...facts, complete: true};
    if (at + 12 + file.u32(at) > file.length) break;
  }
  return facts;
}

function jpeg(file: Reader): Facts {
  const facts: Facts = {complete: false};
  for (let at = 2; at + 1 < file.length;) {
    if (file.u8(at) !== 0xff) return {...facts, complete: at + 2 < file.length};
    const marker = file.u8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) return {...facts, complete: true};
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else {
      if (at + 3 >= file.length) return facts;
      if (isFrame(marker)) Object.assign(facts, frame(file, at));
      if (marker === 0xe1 && isExif(file, at + 4)) {
        facts.exif = [...(facts.exif ?? []), at + 4];
        facts.orientation = exifOrientation(file, at + 4) ?? facts.orientation ?? 1;
      }
      at += 2 + file.u16(at + 2);
      if (marker === 0xda) at = scanEnd(file, at);
    }
  }
  return facts;
}

// SOF0–SOF15 without DHT, JPG and DAC.
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function frame(file: Reader, at: number): Facts {
  if (at + 10 > file.length) return {};
  return {height: file.u16(at + 5), width: file.u16(at + 7), channels: file.u8(at + 9)};
}

// Entropy-coded data runs to the next marker that is neither a stuffed FF 00 nor a restart.
function scanEnd(file: Reader, from: number): number {
  for (let at = from; at + 1 < file.length; at++) {
    if (file.bytes[at] !== 0xff) continue;
    const next = file.bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}

const isExif = (file: Reader, at: number): boolean => at + 6 <= file.length && file.text(at, 6) === "Exif\0\0";

function exifOrientation(file: Reader, at: number): number | undefined {
  if (at + 20 > file.length) return undefined;
  const tiff = at + 6;
  const little = file.text(tiff, 2) === "II";
  const directory = tiff + file.u32(tiff + 4, little);
  if (directory + 2 > file.length) return undefined;
  const count = file.u16(directory, little);
  for (let i = 0, entry = directory + 2; i < count && entry + 12 <= file.length; i++, entry += 12) {
    if (file.u16(entry, little) !== 0x0112) continue;
    const value = file.u16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

function gif(file: Reader): Facts {
  const facts: Facts = {width: file.u16(6, true), height: file.u16(8, true), complete: false};
  let frames = 0;
  for (let at = 13 + palette(file.u8(10)); at < file.length;) {
    const block = file.u8(at);
    if (block === 0x3b) return {...facts, animated: frames > 1, complete: true};
    if (block === 0x2c) {
      frames += 1;
      facts.animated = frames > 1;
      if (at + 10 > file.length) return facts;
      at = subBlocks(file, at + 11 + palette(file.u8(at + 9)));
    } else if (block === 0x21) at = subBlocks(file, at + 2);
    else return {...facts, complete: true}; // trailing bytes that decoders skip
  }
  return facts;
}

const palette = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);

function subBlocks(file: Reader, from: number): number {
  let at = from;
  while (at < file.length && file.u8(at) !== 0) at += 1 + file.u8(at);
  return at + 1;
}

function webp(file: Reader): Facts {
  const complete = file.u32(4, true) + 8 <= file.length + 1;
  const chunk = file.text(12, 4);
  if (chunk === "VP8X") {
    const animated = (file.u8(20) & 0x02) !== 0;
    return {width: file.u24(24) + 1, height: file.u24(27) + 1, animated, complete};
  }
  if (chunk === "VP8L") {
    const bits = file.u32(21, true);
    return {width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, complete};
  }
  return {width: file.u16(26, true) & 0x3fff, height: file.u16(28, true) & 0x3fff, complete};
}

function bmp(file: Reader): Facts {
  const [width, height] = [file.i32(18, true), Math.abs(file.i32(22, true))];
  const plain = file.u32(30, true) === 0;
  const rows = Math.ceil((width * file.u16(28, true)) / 32) * 4 * height;
  return {width, height, complete: !plain || file.u32(10, true) + rows <= file.length};
}

function avif(file: Reader): Facts {
  return {
    ...largestExtent(file),
    animated: /avis/.test(file.text(8, Math.min(file.u32(0), file.length) - 8)),
    complete: boxesEnd(file) <= file.length
  };
}

function boxesEnd(file: Reader): number {
  let at = 0;
  while (at < file.length) {
    const size = file.u32(at);
    if (size === 0) return file.length; // runs to the end of the file
    if (size === 1) at += file.u32(at + 8) * 2 ** 32 + file.u32(at + 12);
    else if (size < 8) return file.length;
    else at += size;
  }
  return at;
}

// The picture's "ispe" property; thumbnails and alpha planes have their own, never larger.
function largestExtent(file: Reader): {width: number | null; height: number | null} {
  let [width, height] = [0, 0];
  for (let at = 0; at + 16 <= Math.min(file.length, 1 << 16); at++) {
    if (file.bytes[at] !== 0x69 || file.text(at, 4) !== "ispe") continue;
    const [w, h] = [file.u32(at + 8), file.u32(at + 12)];
    if (w * h > width * height) [width, height] = [w, h];
  }
  return width > 0 ? {width, height} : {width: null, height: null};
}
