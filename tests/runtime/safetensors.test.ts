import {describe, expect, test} from "vitest";
import {float16, readSafetensors, toFloat16, writeSafetensors} from "../../src/lib/runtime/safetensors.ts";

const tensors = new Map([
  ["a.weight", {shape: [2, 3], values: Float32Array.of(0, -1, 0.5, 65504, 2 ** -24, -0.1)}],
  ["a.bias", {shape: [2], values: Float32Array.of(1, 2)}]
]);

/** A file from a header as written (JSON or any text) and some bytes of data. */
function file(header: unknown, bytes = 0): ArrayBuffer {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const made = new ArrayBuffer(8 + text.length + bytes);
  new DataView(made).setBigUint64(0, BigInt(text.length), true);
  new Uint8Array(made, 8).set(text);
  return made;
}
const entry = (dtype: string, shape: unknown, offsets: unknown): object => ({dtype, shape, data_offsets: offsets});

describe("readSafetensors", () => {
  test("reads float32 back exactly and float16 to 11 bits", () => {
    expect(readSafetensors(writeSafetensors(tensors, "F32"))).toEqual(tensors);
    const half = readSafetensors(writeSafetensors(tensors, "F16"));
    expect([...half.get("a.weight")!.values]).toEqual([0, -1, 0.5, 65504, 2 ** -24, Math.fround(-1638 / 16384)]);
  });

  test("reads bfloat16, passes over counters and metadata", () => {
    const header = {
      __metadata__: {format: "pt"},
      x: entry("BF16", [2], [0, 4]),
      "bn.num_batches_tracked": entry("I64", [], [4, 12])
    };
    const made = file(header, 12);
    new DataView(made, made.byteLength - 12).setUint32(0, 0xc0203f80, true); // 1 and −2.5
    expect(readSafetensors(made)).toEqual(new Map([["x", {shape: [2], values: Float32Array.of(1, -2.5)}]]));
  });

  test.each([
    ["an empty file", new ArrayBuffer(0), "needs at least 8 bytes of header length, found 0"],
    [
      "a header longer than the file",
      file("{}").slice(0, 9),
      "its header says it is 2 bytes long, but only 1 bytes follow"
    ],
    [
      "a web page",
      new TextEncoder().encode("<!doctype html><title>404").buffer,
      "the file is cut short or of another kind"
    ],
    ["a header that is no JSON", file("{oops"), "its header is not JSON"],
    ["a header that is a list", file([]), "needs to be a JSON object of tensors, found []"],
    ["a tensor that is a number", file({x: 1}), 'tensor "x" needs dtype, shape and data_offsets, found 1'],
    [
      "an unknown dtype",
      file({x: entry("Q4", [1], [0, 1])}, 1),
      'tensor "x" needs a dtype out of F16, BF16, F32, I64, found "Q4"'
    ],
    ["a dtype that every object has", file({x: entry("toString", [1], [0, 1])}, 1), 'found "toString"'],
    ["a negative size", file({x: entry("F32", [-1], [0, 4])}, 4), 'tensor "x" needs a shape of whole numbers'],
    [
      "a shape that is not its bytes",
      file({x: entry("F32", [2], [0, 4])}, 4),
      'tensor "x" of F32 2 needs 8 bytes, its offsets give 4'
    ],
    ["offsets backwards", file({x: entry("F32", [1], [4, 0])}, 4), "needs 4 bytes, its offsets give -4"],
    ["one offset", file({x: entry("F32", [1], [0])}, 4), 'tensor "x" needs two data_offsets'],
    [
      "data cut short",
      file({x: entry("F32", [2], [0, 8])}, 7),
      'tensor "x" ends at byte 8, but only 7 bytes of data are there'
    ],
    [
      "overlapping tensors",
      file({x: entry("F32", [1], [0, 4]), y: entry("F32", [1], [2, 6])}, 6),
      'tensor "y" starts at byte 2, but the one before it ends at 4'
    ],
    ["a hole", file({x: entry("F32", [1], [0, 4]), y: entry("F32", [1], [8, 12])}, 12), 'tensor "y" starts at byte 8'],
    [
      "bytes left over",
      file({x: entry("F32", [1], [0, 4])}, 9),
      "its tensors take 4 bytes, but 9 bytes of data are there"
    ]
  ])("answers %s with one sentence", (_, made, message) => {
    expect(() => readSafetensors(made as ArrayBuffer)).toThrow(message);
  });
});

test("float16 and toFloat16 undo each other for all 65,536 words", () => {
  for (let bits = 0; bits < 65536; bits++) {
    const value = float16(bits);
    if (!Number.isNaN(value)) expect(toFloat16(value)).toBe(bits);
  }
});

test("toFloat16 rounds to the nearest, ties to even, and overflows to infinity", () => {
  expect(toFloat16(1 + 2 ** -11)).toBe(0x3c00);
  expect(toFloat16(1 + 3 * 2 ** -11)).toBe(0x3c02);
  expect(toFloat16(1 + 2 ** -11 + 1e-6)).toBe(0x3c01);
  expect(toFloat16(65519)).toBe(0x7bff);
  expect(toFloat16(-65520)).toBe(0xfc00);
  expect(toFloat16(2 - 2 ** -12)).toBe(0x4000);
  expect(toFloat16(NaN)).toBe(0x7e00);
});
