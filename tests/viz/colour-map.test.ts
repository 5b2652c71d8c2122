import {interpolateRgb, interpolateRgbBasis, piecewise, rgb} from "d3";
import {expect, test} from "vitest";
import {type ColourMap, diverging, sequential} from "../../src/lib/viz/colour-map.ts";

/** How far a table is from a curve of D3's, in 255ths, at the colour where it is furthest. */
function furthest(map: ColourMap, curve: (t: number) => string): number {
  const colours = Array.from({length: 256}, (_, i) => rgb(curve(i / 255)));
  return Math.max(...colours.flatMap(({r, g, b}, i) => [r, g, b].map((one, c) => Math.abs(one - map[3 * i + c]!))));
}

test("sequential is D3's interpolation through nine points of viridis", () => {
  const points = "#440154 #472d7b #3b528b #2c728e #21918c #28ae80 #5ec962 #addc30 #fde725".split(" ");
  expect(furthest(sequential, piecewise(interpolateRgb, points))).toBeLessThanOrEqual(1);
});

test("diverging is D3's B-spline through seven colours", () => {
  const corners = ["#08306b", "#2b6cb0", "#8fbbe0", "#f3f1ec", "#f6b077", "#d9601a", "#7f2704"];
  expect(furthest(diverging, interpolateRgbBasis(corners))).toBeLessThanOrEqual(1);
});
