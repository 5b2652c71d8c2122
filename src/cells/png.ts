/** Pixels as a PNG file, not compressed: the pictures of cells are small and live briefly. RFC 2083, RFC 1950, RFC 1951. */

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const MOST_STORED = 65_535; // bytes in one block of deflate's that is not compressed

/** The file's bytes; `rgba` has 4 · width · height of them. */
export function png(rgba: ArrayLike<number>, width: number, height: number): Uint8Array {
  const header = [...word(width), ...word(height), 8, 6, 0, 0, 0]; // 8 bits of red, green, blue and alpha
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk("IHDR", header),
    ...chunk("IDAT", stored(scanlines(rgba, width, height))),
    ...chunk("IEND", [])
  ]);
}

// Each line begins with its filter: none.
function scanlines(rgba: ArrayLike<number>, width: number, height: number): number[] {
  const bytes: number[] = [];
  for (let row = 0; row < height; row++) {
    bytes.push(0);
    for (let i = 0; i < 4 * width; i++) bytes.push(rgba[4 * width * row + i]!);
  }
  return bytes;
}

function stored(bytes: readonly number[]): number[] {
  const out = [0x78, 1];
  for (let from = 0; from < bytes.length; from += MOST_STORED) {
    const part = bytes.slice(from, from + MOST_STORED);
    const [low, high] = [part.length & 255, part.length >> 8];
    out.push(from + MOST_STORED >= bytes.length ? 1 : 0, low, high, low ^ 255, high ^ 255);
    for (const byte of part) out.push(byte);
  }
  return [...out, ...word(adler(bytes))];
}

function chunk(kind: string, data: readonly number[]): number[] {
  const body = [...kind].map((letter) => letter.charCodeAt(0));
  for (const byte of data) body.push(byte);
  return [...word(data.length), ...body, ...word(crc(body))];
}

function word(n: number): number[] {
  return [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
}

function adler(bytes: readonly number[]): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

function crc(bytes: readonly number[]): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
