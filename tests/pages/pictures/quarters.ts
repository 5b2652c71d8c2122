/** Writes pictures of four colours for tests, in formats that have an encoder or are simple: a turned one shows which way. */
import {type Canvas, createCanvas} from "@napi-rs/canvas";

/** Sides in pixels, as stored. */
export const [WIDTH, HEIGHT] = [96, 64];

/** The colours of the quarters: top left and right, bottom left and right. */
export const QUARTERS = [
  [220, 20, 20],
  [20, 160, 40],
  [20, 20, 220],
  [240, 200, 20]
] as const;

/** The colour at a place, given in parts of the sides. */
export const quarterAt = (x: number, y: number): readonly number[] => QUARTERS[(y < 0.5 ? 0 : 2) + (x < 0.5 ? 0 : 1)]!;

function drawn(): Canvas {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d");
  QUARTERS.forEach((colour, i) => {
    context.fillStyle = `rgb(${colour.join(" ")})`;
    context.fillRect(((i % 2) * WIDTH) / 2, (Math.floor(i / 2) * HEIGHT) / 2, WIDTH / 2, HEIGHT / 2);
  });
  return canvas;
}

/** A JPEG with this EXIF orientation (EXIF 2.3, section 4.6.4: tag 0x0112), in either byte order. */
export function orientedJpeg(orientation: number, order: "II" | "MM" = "II"): Buffer {
  const jpeg = drawn().toBuffer("image/jpeg", 90);
  const little = order === "II";
  const exif = Buffer.alloc(36);
  exif.set([0xff, 0xe1, 0, 34]);
  exif.write("Exif\0\0", 4, "latin1");
  exif.write(order, 10, "latin1");
  const u16 = (value: number, at: number): number =>
    little ? exif.writeUInt16LE(value, at) : exif.writeUInt16BE(value, at);
  const u32 = (value: number, at: number): number =>
    little ? exif.writeUInt32LE(value, at) : exif.writeUInt32BE(value, at);
  u16(42, 12);
  u32(8, 14); // where the directory begins, from the byte order on
  u16(1, 18); // its entries
  u16(0x0112, 20);
  u16(3, 22); // a short
  u32(1, 24);
  u16(orientation, 28);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** An AVIF. */
export function avif(): Promise<Buffer> {
  return drawn().encode("avif", {quality: 90});
}

/** A BMP of 24 bits per pixel, its rows from the bottom up. */
export function bmp(): Buffer {
  const head = Buffer.alloc(54);
  head.write("BM", "latin1");
  head.writeUInt32LE(head.length + WIDTH * HEIGHT * 3, 2);
  head.writeUInt32LE(head.length, 10);
  head.writeUInt32LE(40, 14); // bytes of the rest of the header
  head.writeInt32LE(WIDTH, 18);
  head.writeInt32LE(HEIGHT, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  const pixels = Array.from({length: WIDTH * HEIGHT}, (_, i) => {
    const [r, g, b] = quarterAt((i % WIDTH) / WIDTH, 1 - (Math.floor(i / WIDTH) + 0.5) / HEIGHT);
    return [b!, g!, r!];
  });
  return Buffer.concat([head, Buffer.from(pixels.flat())]);
}
