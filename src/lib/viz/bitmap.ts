/** Small pictures as data: addresses, so that a map with a square for each number is one element and renders at build time. */
import {diverging} from "./colour-map.ts";

/**
 * A picture as an uncompressed BMP of 24 bits (the one format that needs no encoder).
 * @param rgb [height][width][3] bytes
 */
export function bitmapUri(width: number, height: number, rgb: ArrayLike<number>): string {
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const size = 54 + rowBytes * height;
  const file = new DataView(new ArrayBuffer(size));
  file.setUint16(0, 0x424d); // "BM"
  for (const [at, value] of [
    [2, size],
    [10, 54],
    [14, 40],
    [18, width],
    [22, height],
    [34, size - 54]
  ] as const)
    // prettier-ignore
    file.setUint32(at, value, true);
  file.setUint16(26, 1, true);
  file.setUint16(28, 24, true);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) {
        // Rows from the bottom up, and blue before green before red.
        const at = 54 + (height - 1 - y) * rowBytes + x * 3 + 2 - c;
        file.setUint8(at, rgb[(y * width + x) * 3 + c]!);
      }
  return `data:image/bmp;base64,${base64(new Uint8Array(file.buffer))}`;
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
