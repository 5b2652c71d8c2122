/** Writes small PNG files for tests, and pictures in a PNG's company, by hand. */
import {crc32, deflateSync} from "node:zlib";

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** An RGBA picture. */
export function pngOf(width: number, height: number, colour: (x: number, y: number) => Colour): Buffer {
  const rows = Array.from({length: height}, (_, y) => [
    0,
    ...Array.from({length: width}, (_, x) => colour(x, y)).flat()
  ]);
  return png(width, height, 8, 6, deflateSync(Buffer.from(rows.flat())));
}

/** A picture of one bit per pixel, all white: large in pixels, small as a file. */
export function whitePng(width: number, height: number): Buffer {
  const row = Buffer.alloc(1 + Math.ceil(width / 8), 0xff);
  row[0] = 0;
  return png(width, height, 1, 0, deflateSync(Buffer.concat(Array.from({length: height}, () => row))));
}

/** An animated PNG of plain frames (APNG 1.0): the first is also what a reader without animation shows. */
export function animatedPng(side: number, colours: readonly Colour[]): Buffer {
  const row = (colour: Colour): number[] => [0, ...Array.from({length: side}, () => colour).flat()];
  const frames = colours.map((colour) =>
    deflateSync(Buffer.from(Array.from({length: side}, () => row(colour)).flat()))
  );
  let sequence = 0;
  const numbered = (kind: string, ...data: Buffer[]): Buffer => chunk(kind, Buffer.concat([u32(sequence++), ...data]));
  const control = (): Buffer => numbered("fcTL", ...[side, side, 0, 0].map(u32), Buffer.from([0, 1, 0, 5, 0, 0])); // a fifth of a second
  return file(
    chunk("IHDR", Buffer.concat([u32(side), u32(side), Buffer.from([8, 6, 0, 0, 0])])),
    chunk("acTL", Buffer.concat([u32(frames.length), u32(0)])),
    ...frames.flatMap((data, i) => [control(), i === 0 ? chunk("IDAT", data) : numbered("fdAT", data)])
  );
}

/** A PNG as the one picture of an icon file. */
export function iconOf(picture: Buffer): Buffer {
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // of one picture
  head.set([width, height], 6);
  head.writeUInt16LE(32, 12); // bits
  head.writeUInt32LE(picture.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, picture]);
}

function png(width: number, height: number, depth: number, colourType: number, data: Buffer): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([depth, colourType, 0, 0, 0])]);
  return file(chunk("IHDR", header), chunk("IDAT", data));
}

const file = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks, chunk("IEND", Buffer.alloc(0))]);

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
}
