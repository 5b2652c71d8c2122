import {expect, test} from "vitest";
import {exact, inUnit, percent, shapeText, short, times} from "../../src/lib/viz/format.ts";

test("exact(n) groups thousands", () => {
  expect(exact(1582671872)).toBe("1,582,671,872");
  expect(exact(0)).toBe("0");
});

test("short(n) keeps three significant digits and carries into the next prefix", () => {
  expect([1582671872, 163328, 950, 0, 999_499, 999_500, 128049152].map(short)).toEqual([
    "1.58 G",
    "163 k",
    "950",
    "0",
    "999 k",
    "1.00 M",
    "128 M"
  ]);
});

test("inUnit(macs, 'flop') counts two operations per multiply–add", () => {
  expect(inUnit(128049152, "flop")).toBe(256098304);
  expect(inUnit(128049152, "mac")).toBe(128049152);
});

test("percent(part, whole) and times(large, small) say 3a's saving as the reference does", () => {
  expect(percent(128049152, 303464448)).toBe("42.2 %");
  expect(times(303464448, 128049152)).toBe("2.37×");
  expect(percent(1, 1)).toBe("100 %");
  expect(percent(0, 0)).toBe("0 %");
});

test("shapeText(shape) is height × width × channels", () => {
  expect(shapeText([28, 28, 192])).toBe("28×28×192");
});
