import {expect, test} from "vitest";
import {decimal, exact, grouped, inUnit, percent, shapeText, short, times} from "../../src/lib/viz/format.ts";

test("exact(n) groups thousands", () => {
  expect(exact(1582671872)).toBe("1,582,671,872");
  expect(exact(0)).toBe("0");
});

test("exact, decimal and grouped write numbers as Intl.NumberFormat does", () => {
  const all = [0, 1, 12, 999, 1000, 12_345, 123_456, 1_234_567, 2 ** 53, 0.5, 0.0004, 1234.5, 99.95, 1999.9996];
  for (const n of all.flatMap((one) => [one, 0 - one]))
    // and no −0, which toFixed writes as 0
    for (const most of [0, 1, 3])
      expect(decimal(n, most), `${n}, ${most}`).toBe(n.toLocaleString("en-US", {maximumFractionDigits: most}));
  expect(all.map(exact)).toEqual(all.map((n) => n.toLocaleString("en-US")));
  expect(grouped("10362839986909376151552")).toBe(10362839986909376151552n.toLocaleString("en-US"));
  expect(grouped("1234567.50")).toBe("1,234,567.50");
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
