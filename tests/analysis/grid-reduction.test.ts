import {expect, test} from "vitest";
import {gridReductions} from "../../src/lib/analysis/grid-reduction.ts";

test("gridReductions(halved) costs what §5 of the paper says: convolving first 2d²k², pooling first a quarter, times 9", () => {
  // A side of 2h + 1 becomes h exactly; d and h are then the sides.
  const [convFirst, poolFirst, sideBySide] = gridReductions({side: 35, channels: 320, out: 640});
  expect(convFirst!.macs).toBe(9 * 2 * 35 ** 2 * 320 ** 2);
  expect(poolFirst!.macs).toBe(9 * 2 * 17 ** 2 * 320 ** 2);
  expect(sideBySide!.macs).toBe(9 * 17 ** 2 * 320 ** 2);
});

test("gridReductions(halved): only pooling first passes through a map with fewer numbers than the output", () => {
  const ways = gridReductions({side: 35, channels: 320, out: 640});
  expect(ways.map(({id, bottleneck}) => [id, bottleneck])).toEqual([["convFirst", false], ["poolFirst", true], ["sideBySide", false]]); // prettier-ignore
  expect(ways.map(({stages}) => stages.map(({shape}) => shape.join("×")))).toEqual([
    ["35×35×320", "35×35×640", "17×17×640"],
    ["35×35×320", "17×17×320", "17×17×640"],
    ["35×35×320", "17×17×640"]
  ]);
  expect(ways[1]!.stages[1]!.numbers).toBe(17 * 17 * 320);
});

test("gridReductions(halved) says when side by side leaves nothing to the convolution, and when no window fits", () => {
  expect(() => gridReductions({side: 35, channels: 320, out: 320})).toThrow(/more than 320/);
  expect(() => gridReductions({side: 2, channels: 1, out: 2})).toThrow(/does not fit/);
});
