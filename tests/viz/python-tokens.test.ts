import {expect, test} from "vitest";
import {pytorch} from "../../src/lib/export/pytorch.ts";
import {googlenet} from "../../src/lib/nets/googlenet.ts";
import {changedLines, pythonTokens} from "../../src/lib/viz/python-tokens.ts";

test("pythonTokens(line) tells keywords, strings, numbers and comments apart", () => {
  const kinds = pythonTokens('return F("a # b", 3, 1e-05)  # done').map(({kind, text}) => `${kind}:${text.trim()}`);
  expect(kinds).toEqual([
    "keyword:return",
    "plain:",
    "name:F",
    "plain:(",
    'string:"a # b"',
    "plain:,",
    "number:3",
    "plain:,",
    "number:1e-05",
    "plain:)",
    "comment:# done"
  ]);
});

test("pythonTokens(line) does not take digits in a name for a number", () => {
  expect(pythonTokens("c3x3_reduce").map(({kind}) => kind)).toEqual(["name"]);
});

test("pythonTokens(line) loses no letter of GoogLeNet's code", () => {
  const code = pytorch(googlenet("bvlc"), {input: [224, 224, 3]});
  const again = code.split("\n").map((line) =>
    pythonTokens(line)
      .map(({text}) => text)
      .join("")
  );
  expect(again.join("\n")).toBe(code);
});

test("changedLines(text, from) marks the lines that differ", () => {
  expect(changedLines("a\nb\nc", "a\nx\nc")).toEqual([false, true, false]);
  expect(changedLines("a\nb", "a")).toEqual([true, true]);
});
