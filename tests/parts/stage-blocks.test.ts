import {expect, test} from "vitest";
import {atWidth, blockFacts, stageBlock, widthSplit} from "../../src/components/parts/stage-blocks.ts";
import {widthShown} from "../../src/components/parts/width-shown.ts";
import type {StageKind} from "../../src/lib/nets/stages.ts";

const V4 = "inception-v4@timm";
const KINDS: readonly StageKind[] = ["stem", "a", "reductionA", "b", "reductionB", "c"];

test("widthSplit(V4’s block): twice the width costs twice its first layers and four times the rest, exactly", () => {
  for (const kind of KINDS)
    for (const inputs of [false, true]) {
      const block = stageBlock(V4, kind);
      const {first, rest} = widthSplit(block, inputs);
      expect(blockFacts(block).macs, kind).toBe(first + rest);
      expect(blockFacts(atWidth(block, 200, inputs)).macs, kind).toBe(2 * first + 4 * rest);
      expect(first === 0, kind).toBe(inputs && kind !== "stem");
    }
});

test("widthSplit writes the work of the first layers out, and that is what they cost", () => {
  for (const kind of KINDS) {
    const {first, sum} = widthSplit(stageBlock(V4, kind), false);
    const product = (term: string): number =>
      term.split(" · ").reduce((all, factor) => all * sumOf(factor.replace(/[(),]/g, "")), 1);
    const terms = sum.split(/ \+ (?![^(]*\))/);
    expect(
      terms.reduce((all, term) => all + product(term), 0),
      sum
    ).toBe(first);
  }
  expect(widthSplit(stageBlock(V4, "b"), false).sum).toBe("17 · 17 · 1,024 · (384 + 192 + 192 + 128)");
  expect(widthSplit(stageBlock(V4, "stem"), false).sum).toBe("149 · 149 · 3 · 3 · 3 · 32");
});

test("widthShown names the block, and says when nothing in it reads a map that stays", () => {
  const shown = (kind: StageKind, inputs: boolean) => widthShown(stageBlock(V4, kind), kind, inputs);
  expect(shown("c", false)["bench-first-means"]).toContain("of block C on what comes in: 8 · 8 · 1,536 · (");
  expect(shown("c", true)).toMatchObject({
    "bench-first": "0",
    "bench-rest-means": "all of block C, as what it reads grows too"
  });
});

const sumOf = (text: string): number => text.split(" + ").reduce((sum, number) => sum + Number(number), 0);
