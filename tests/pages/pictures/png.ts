/** Writes small PNG files for tests, by hand. */
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

function png(width: number, height: number, depth: number, colourType: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0))
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
