import {expect, test} from "vitest";
import {pytorch} from "../../src/lib/export/pytorch.ts";
import {googlenet} from "../../src/lib/nets/googlenet.ts";
import {changedLines, codeTokens} from "../../src/lib/viz/code-tokens.ts";

test("codeTokens(line) tells keywords, strings, numbers and comments apart", () => {
  const kinds = codeTokens('return F("a # b", 3, 1e-05)  # done').map(({kind, text}) => `${kind}:${text.trim()}`);
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

test("codeTokens(line) does not take digits in a name for a number", () => {
  expect(codeTokens("c3x3_reduce").map(({kind}) => kind)).toEqual(["name"]);
});

test("codeTokens(line) loses no letter of GoogLeNet's code", () => {
  const code = pytorch(googlenet("bvlc"), {input: [224, 224, 3]});
  const again = code.split("\n").map((line) =>
    codeTokens(line)
      .map(({text}) => text)
      .join("")
  );
  expect(again.join("\n")).toBe(code);
});

test("codeTokens(line, language) knows JavaScript's words and comments", () => {
  const kinds = codeTokens("const x = new Unit(3, `a${b}`); // done", "javascript").filter(
    ({kind}) => kind !== "plain"
  );
  expect(kinds.map(({kind, text}) => `${kind}:${text}`)).toEqual([
    "keyword:const",
    "name:x",
    "keyword:new",
    "name:Unit",
    "number:3",
    "string:`a${b}`",
    "comment:// done"
  ]);
  expect(codeTokens("/** Parts, one after another. */", "javascript").map(({kind}) => kind)).toEqual(["comment"]);
});

test("changedLines(text, from) marks the lines that differ", () => {
  expect(changedLines("a\nb\nc", "a\nx\nc")).toEqual([false, true, false]);
  expect(changedLines("a\nb", "a")).toEqual([true, true]);
});
