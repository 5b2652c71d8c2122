/** Numbers of the prose that are worked out beside `facts.ts`. */
import {expect, it} from "vitest";
import {compactMillions} from "../../src/components/notebook/compact.ts";
import {evenSides} from "../../src/components/notebook/even-sides.ts";
import {printed} from "../../src/components/notebook/printed.ts";
import {STACK_CHOICES, stackAt} from "../../src/components/parts/stack-choices.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {residualStack, STACK_SIDE, stackLayers} from "../../src/lib/nets/residual-stack.ts";
import {flatten, nodeAt} from "../../src/lib/spec/graph.ts";
import {DETOUR, DIRECT, INSIDE, INTO, THIN, WIDE} from "../../src/components/notebook/textbook.ts";

it("the textbooks' bottleneck: 589,824 against 16,384 + 36,864 + 16,384 = 69,632, from ResNet's 256 and 64 channels", () => {
  expect([WIDE, THIN, DIRECT, INTO, INSIDE, DETOUR]).toEqual([256, 64, 589_824, 16_384, 36_864, 69_632]);
});

it("no window of V3 stops short at 267, 299 and 331 pixels, and at no size between", () => {
  expect(evenSides("inception-v3@torchvision", 260, 340)).toEqual([267, 299, 331]);
});

it("the map of the residual stacks is what their description makes of its picture: 17×17, 68 channels", () => {
  const sheet = measure(flatten(residualStack(stackAt(STACK_CHOICES.scales.min, true))), [STACK_SIDE, STACK_SIDE, 3]);
  const shapes = stackLayers(STACK_CHOICES).map((path) => sheet.rows[nodeAt(sheet.graph, path)]!.shape);
  expect(shapes).toEqual(Array.from({length: 1 + STACK_CHOICES.blocks}, () => STACK_CHOICES.map));
  expect(STACK_CHOICES.map).toEqual([17, 17, 68]);
});

it("the compact networks have 25 million multiply–adds on average", () => {
  expect(compactMillions).toBe(25);
});

it("GoogLeNet's disputed figures, as printed: 1.50 by torchvision, 2.7 and 34 for its first layer, 54 for 5a", () => {
  expect(["v1-work-torchvision", "v1-conv1-params", "v1-conv1-work", "v1-5a-work"].map(printed)).toEqual([
    ...["1.50", "2.7", "34", "54"]
  ]);
  expect(() => printed("v1-work-guessed")).toThrow("v1-work-guessed: no such published figure");
});
