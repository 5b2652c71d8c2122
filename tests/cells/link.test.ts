import {expect, test} from "vitest";
import {linkCodes, linkText, MOST_LINK, parseCodes} from "../../src/components/parts/cell-link.ts";

test("code travels in a link and back, whatever letters it has", async () => {
  const codes = {"build-it": "const α = '×';\nα", other: "1 + 1"};
  const text = await linkText(codes);
  expect(text).toMatch(/^[\w-]+$/);
  expect(await linkCodes(text!)).toEqual(codes);
});

test("code that is too long for a link gives none", async () => {
  const noise = Array.from({length: 40_000}, (_, i) => String.fromCharCode(33 + (((i * 7919) ^ (i >> 3)) % 90))).join(
    ""
  );
  expect(await linkText({a: noise})).toBeUndefined();
});

test.each(["", "%%%", "AAAA", "x".repeat(MOST_LINK + 1)])("linkCodes(%j) is nothing", async (text) => {
  expect(await linkCodes(text)).toEqual({});
});

test("a link that would unpack to far more than any code is refused", async () => {
  const bomb = (await linkText({a: "0".repeat(2_000_000)}))!;
  expect(bomb.length).toBeLessThan(MOST_LINK);
  expect(await linkCodes(bomb)).toEqual({});
});

test("parseCodes(text) keeps only code under the ids of cells", () => {
  expect(parseCodes('{"a": "1", "b": 2, "../c": "3"}')).toEqual({a: "1"});
  for (const text of [null, "nonsense", "[1]", "3"]) expect(parseCodes(text)).toEqual({});
});
