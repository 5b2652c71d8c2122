/** Small pictures as data: addresses, so that a map with a square for each number is one element and renders at build time. */
import {diverging} from "./colour-map.ts";

/**
 * A picture as an uncompressed BMP of 24 bits (the one format that needs no encoder).
 * @param rgb [height][width][3] bytes
 */
export function bitmapUri(width: number, height: number, rgb: ArrayLike<number>): string {
  const [red, green, blue] = [0, 1, 2].map((c) => (at: number) => rgb[3 * at + c]!);
  return bitmap({width, height, bits: 24, pixel: [blue!, green!, red!]});
}

/**
 * A picture of 256 colours, a third of the size of one of 24 bits.
 * @param indices [height][width] bytes, each the number of a colour
 * @param colours 256 colours, RGB
 */
export function indexedUri(
  width: number,
  height: number,
  indices: ArrayLike<number>,
  colours: ArrayLike<number>
): string {
  const table = new Uint8Array(4 * 256);
  for (let i = 0; i < 256; i++) table.set([colours[3 * i + 2]!, colours[3 * i + 1]!, colours[3 * i]!], 4 * i);
  return bitmap({width, height, bits: 8, table, pixel: [(at) => indices[at]!]});
}

/**
 * A picture that is clear in places: an uncompressed BMP of 32 bits.
 * @param rgba [height][width][4] bytes
 */
export function clearUri(width: number, height: number, rgba: ArrayLike<number>): string {
  // What each byte of a pixel is has to be said where one of them is opacity: red, green, blue, opacity, and sRGB.
  const masks = new Uint8Array(68);
  new DataView(masks.buffer).setUint32(16, 0x42475273); // "sRGB", from its end
  masks.set([0, 0, 0xff, 0, 0, 0xff, 0, 0, 0xff, 0, 0, 0, 0, 0, 0, 0xff]);
  const [red, green, blue, opacity] = [0, 1, 2, 3].map((c) => (at: number) => rgba[4 * at + c]!);
  return bitmap({width, height, bits: 32, masks, pixel: [blue!, green!, red!, opacity!]});
}

/** What a BMP is made of. */
interface Bitmap {
  width: number;
  height: number;
  bits: 8 | 24 | 32;
  /** The rest of a longer header (BITMAPV4HEADER), from its masks on. */
  masks?: Uint8Array;
  /** Colours by number, 4 bytes each. */
  table?: Uint8Array;
  /** The bytes of a pixel, in order, each by the pixel's place counted in rows from the top. */
  pixel: readonly ((at: number) => number)[];
}

function bitmap({width, height, bits, masks, table, pixel}: Bitmap): string {
  const rowBytes = Math.ceil((width * pixel.length) / 4) * 4;
  const info = 40 + (masks?.length ?? 0);
  const start = 14 + info + (table?.length ?? 0);
  const size = start + rowBytes * height;
  const bytes = new Uint8Array(size);
  const file = new DataView(bytes.buffer);
  file.setUint16(0, 0x424d); // "BM"
  for (const [at, value] of [
    [2, size],
    [10, start],
    [14, info],
    [18, width],
    [22, height],
    [30, masks === undefined ? 0 : 3], // 3: as the masks say
    [34, size - start]
  ] as const)
    // prettier-ignore
    file.setUint32(at, value, true);
  file.setUint16(26, 1, true);
  file.setUint16(28, bits, true);
  if (masks !== undefined) bytes.set(masks, 54);
  if (table !== undefined) bytes.set(table, 14 + info);
  // Rows from the bottom up.
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      pixel.forEach((byte, i) => {
        bytes[start + (height - 1 - y) * rowBytes + x * pixel.length + i] = byte(y * width + x);
      });
  return `data:image/bmp;base64,${base64(bytes)}`;
}

/** Numbers from 0 (black) to 255 (white) as grey pixels. */
export function greyUri(width: number, height: number, values: ArrayLike<number>): string {
  return bitmapUri(
    width,
    height,
    Array.from({length: values.length * 3}, (_, i) => values[Math.floor(i / 3)]!)
  );
}

/** Signed numbers in the site's diverging colours, 0 in the middle. @param limit the magnitude with the full colour */
export function signedUri(width: number, height: number, values: ArrayLike<number>, limit: number): string {
  const colours = Array.from(values, (value) => signedColour(value, limit));
  return bitmapUri(width, height, colours.flat());
}

/** The diverging colour of a signed number, RGB. */
export function signedColour(value: number, limit: number): [number, number, number] {
  const strength = limit > 0 ? Math.max(-1, Math.min(1, value / limit)) : 0;
  const at = 3 * Math.round(127.5 + 127.5 * strength);
  return [diverging[at]!, diverging[at + 1]!, diverging[at + 2]!];
}

/** Black or white, whichever reads better on a colour (the contrast of WCAG 2). */
export function inkOn(rgb: readonly [number, number, number]): "#000" | "#fff" {
  const [r, g, b] = rgb.map((byte) => (byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b! > 0.179 ? "#000" : "#fff";
}

/** The largest magnitude of some numbers. */
export function largestMagnitude(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
