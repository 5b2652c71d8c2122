/**
 * Reduces the central square of an RGBA picture to `size` × `size` by averaging areas, or enlarges it bilinearly.
 *
 * Each output pixel is the exact mean of the (fractional) rectangle of input pixels it covers; transparent pixels
 * are laid on white first. Pure arithmetic on bytes, so the page, the worker and Node agree to the last bit.
 * @param rgba bytes in rows, 4 per pixel, width · height · 4 of them
 * @returns RGBA bytes, size · size · 4, opaque
 * @throws if there are more or fewer bytes than that
 */
export function resizeArea(rgba: Uint8ClampedArray, width: number, height: number, size: number): Uint8ClampedArray {
  if (rgba.length !== width * height * 4)
    throw new Error(`resizeArea: ${width}×${height} RGBA needs ${width * height * 4} bytes, found ${rgba.length}`);
  const side = Math.min(width, height);
  const left = Math.floor((width - side) / 2);
  const top = Math.floor((height - side) / 2);
  const taps = side >= size ? areaTaps(side, size) : linearTaps(side, size);
  const rows = new Float64Array(size * side * 3); // [size rows][side columns][3]
  for (let y = 0; y < size; y++)
    for (const [from, weight] of taps[y]!)
      for (let x = 0; x < side; x++) {
        const at = ((top + from) * width + left + x) * 4;
        const alpha = rgba[at + 3]! / 255;
        for (let c = 0; c < 3; c++)
          rows[(y * side + x) * 3 + c]! += weight * (rgba[at + c]! * alpha + 255 * (1 - alpha));
      }
  const out = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (const [from, weight] of taps[x]!) sum += weight * rows[(y * side + from) * 3 + c]!;
        out[(y * size + x) * 4 + c] = Math.round(sum);
      }
      out[(y * size + x) * 4 + 3] = 255;
    }
  return out;
}

type Tap = readonly [from: number, weight: number];

function areaTaps(from: number, to: number): Tap[][] {
  const scale = from / to;
  return Array.from({length: to}, (_, i) => {
    const start = i * scale;
    const end = Math.min(from, start + scale);
    const taps: Tap[] = [];
    for (let p = Math.floor(start); p < end - 1e-9; p++)
      taps.push([p, (Math.min(end, p + 1) - Math.max(start, p)) / scale]);
    return taps;
  });
}

function linearTaps(from: number, to: number): Tap[][] {
  return Array.from({length: to}, (_, i) => {
    const centre = Math.min(Math.max(((i + 0.5) * from) / to - 0.5, 0), from - 1);
    const low = Math.floor(centre);
    const high = Math.min(low + 1, from - 1);
    return [
      [low, 1 - (centre - low)],
      [high, centre - low]
    ];
  });
}
