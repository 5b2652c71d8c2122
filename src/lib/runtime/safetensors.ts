/**
 * Reads and writes `.safetensors` files: 8 bytes of header length (little endian), a JSON header, then the tensors' bytes.
 *
 * Format: https://github.com/huggingface/safetensors. Every offset is checked before a byte is read.
 */

/** One tensor in float32; `values` are in row-major order of `shape`. */
export interface StoredTensor {
  shape: readonly number[];
  values: Float32Array;
}

/** A file that is not what a safetensors file must be; the message says what was needed and found. */
export class SafetensorsError extends Error {
  constructor(message: string) {
    super(`weights file: ${message}`);
    this.name = "SafetensorsError";
  }
}

const BYTES = {F16: 2, BF16: 2, F32: 4, I64: 8} as const;
type DType = keyof typeof BYTES;

interface Entry {
  name: string;
  dtype: DType;
  shape: readonly number[];
  start: number;
  end: number;
}

// The reference implementation's own limit on headers.
const LONGEST_HEADER = 100_000_000;

/**
 * Reads all float tensors of a file, half precision widened to float32; integer counters (I64) are passed over.
 * @throws SafetensorsError for a file that is cut short, has no JSON header, or whose offsets do not fit
 */
export function readSafetensors(file: ArrayBuffer): Map<string, StoredTensor> {
  const {header, start} = readHeader(file);
  const entries = Object.entries(header)
    .filter(([name]) => name !== "__metadata__")
    .map(([name, value]) => readEntry(name, value));
  checkOffsets(entries, file.byteLength - start);
  const tensors = new Map<string, StoredTensor>();
  for (const entry of entries) {
    if (entry.dtype === "I64") continue;
    const bytes = new DataView(file, start + entry.start, entry.end - entry.start);
    tensors.set(entry.name, {shape: entry.shape, values: decoders[entry.dtype](bytes)});
  }
  return tensors;
}

function readHeader(file: ArrayBuffer): {header: Record<string, unknown>; start: number} {
  if (file.byteLength < 8)
    throw new SafetensorsError(`needs at least 8 bytes of header length, found ${file.byteLength}`);
  const length = new DataView(file).getBigUint64(0, true);
  const room = file.byteLength - 8;
  if (length > BigInt(Math.min(room, LONGEST_HEADER)))
    throw new SafetensorsError(
      `its header says it is ${length} bytes long, but only ${room} bytes follow; the file is cut short or of another kind`
    );
  const bytes = new Uint8Array(file, 8, Number(length));
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", {fatal: true}).decode(bytes));
  } catch {
    throw new SafetensorsError("its header is not JSON; the file is damaged or of another kind");
  }
  if (!isRecord(header))
    throw new SafetensorsError(`its header needs to be a JSON object of tensors, found ${short(header)}`);
  return {header, start: 8 + Number(length)};
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const short = (value: unknown): string => JSON.stringify(value).replace(/^(.{40}).+$/s, "$1…");
const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function readEntry(name: string, value: unknown): Entry {
  if (!isRecord(value))
    throw new SafetensorsError(`tensor "${name}" needs dtype, shape and data_offsets, found ${short(value)}`);
  const {dtype, shape, data_offsets: offsets} = value;
  if (typeof dtype !== "string" || !Object.hasOwn(BYTES, dtype))
    throw new SafetensorsError(
      `tensor "${name}" needs a dtype out of ${Object.keys(BYTES).join(", ")}, found ${JSON.stringify(dtype)}`
    );
  if (!Array.isArray(shape) || !shape.every(isSize))
    throw new SafetensorsError(`tensor "${name}" needs a shape of whole numbers, found ${JSON.stringify(shape)}`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isSize))
    throw new SafetensorsError(`tensor "${name}" needs two data_offsets, found ${JSON.stringify(offsets)}`);
  const [start, end] = offsets as [number, number];
  const bytes = shape.reduce((product: number, n: number) => product * n, BYTES[dtype as DType]);
  if (end - start !== bytes)
    throw new SafetensorsError(
      `tensor "${name}" of ${dtype} ${shape.join("×")} needs ${bytes} bytes, its offsets give ${end - start}`
    );
  return {name, dtype: dtype as DType, shape: shape as number[], start, end};
}

// Tensors must fill the rest of the file in some order, without holes or overlaps.
function checkOffsets(entries: readonly Entry[], room: number): void {
  let at = 0;
  for (const {name, start, end} of entries.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (end > room)
      throw new SafetensorsError(
        `tensor "${name}" ends at byte ${end}, but only ${room} bytes of data are there; the file is cut short`
      );
    if (start !== at)
      throw new SafetensorsError(`tensor "${name}" starts at byte ${start}, but the one before it ends at ${at}`);
    at = end;
  }
  if (at !== room) throw new SafetensorsError(`its tensors take ${at} bytes, but ${room} bytes of data are there`);
}

type Decode = (bytes: DataView<ArrayBuffer>) => Float32Array;

const decoders: Record<Exclude<DType, "I64">, Decode> = {
  // Every platform that runs WebAssembly is little-endian, as the file is.
  F32: ({buffer, byteOffset, byteLength}) => new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength)),
  F16: (bytes) => Float32Array.from({length: bytes.byteLength / 2}, (_, i) => float16(bytes.getUint16(2 * i, true))),
  BF16: (bytes) => {
    const words = Uint32Array.from({length: bytes.byteLength / 2}, (_, i) => bytes.getUint16(2 * i, true) << 16);
    return new Float32Array(words.buffer);
  }
};

/** The number that 16 bits of IEEE 754 half precision stand for. */
export function float16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The 16 bits of half precision nearest to a number, ties to even; too large becomes infinity. */
export function toFloat16(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(size)) return 0x7e00;
  if (size >= 65520) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundEven(size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  const fraction = roundEven((size / 2 ** exponent - 1) * 1024);
  return sign | (((exponent + 15) << 10) + fraction); // a fraction of 1024 carries into the exponent, as it should
}

function roundEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low;
}

/** Writes tensors as a safetensors file, in the order given. */
export function writeSafetensors(tensors: ReadonlyMap<string, StoredTensor>, dtype: "F16" | "F32"): ArrayBuffer {
  const header: Record<string, unknown> = {};
  let size = 0;
  for (const [name, {shape, values}] of tensors) {
    const end = size + values.length * BYTES[dtype];
    header[name] = {dtype, shape, data_offsets: [size, end]};
    size = end;
  }
  const json = JSON.stringify(header);
  const text = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8)); // data starts at a multiple of 8
  const file = new ArrayBuffer(8 + text.length + size);
  new DataView(file).setBigUint64(0, BigInt(text.length), true);
  new Uint8Array(file, 8).set(text);
  const data = new DataView(file, 8 + text.length);
  let at = 0;
  for (const {values} of tensors.values())
    for (const value of values) {
      if (dtype === "F32") data.setFloat32(at, value, true);
      else data.setUint16(at, toFloat16(value), true);
      at += BYTES[dtype];
    }
  return file;
}
