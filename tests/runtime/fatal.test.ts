import {expect, test} from "vitest";
import {isFatal} from "../../src/lib/runtime/fatal.ts";

// (module (func (export "trap") unreachable))
const TRAP = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11
]);

test("isFatal(error) knows a trap in WebAssembly, exhausted memory and a lost device", () => {
  const {trap} = new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports as {trap: () => void};
  let trapped: unknown;
  try {
    trap();
  } catch (error) {
    trapped = error;
  }
  expect(isFatal(trapped)).toBe(true);
  expect(isFatal(new RangeError("Array buffer allocation failed"))).toBe(true);
  expect(isFatal(new RangeError("WebAssembly.Memory.grow(): Out of memory"))).toBe(true);
  expect(isFatal(new Error("WebGL context was lost"))).toBe(true);
});

test("isFatal(error) lets a wrong request pass", () => {
  expect(isFatal(new Error('3a/7x7: no such path; "3a" has the parts 1x1, 3x3, 5x5, pool'))).toBe(false);
  expect(isFatal(new Error("weights of compact-v1: needs a file of 594948 bytes, found 1000"))).toBe(false);
});
