import {expect, test} from "vitest";
import {line, place, spread, trace, valueAt} from "../../src/lib/viz/curve.ts";
import {stack} from "../../src/lib/viz/stack.ts";

test("stack(shares) lays positive shares right of zero and negative ones left, and marks their sum", () => {
  const {pieces, zero, sum} = stack([3, -1, 1, -1], [0, 600]);
  expect(zero).toBe(200);
  expect(pieces).toEqual([
    {from: 200, to: 500},
    {from: 100, to: 200},
    {from: 500, to: 600},
    {from: 0, to: 100}
  ]);
  expect(sum).toBe(400); // 3 − 1 + 1 − 1 = 2 units of 100 right of zero
});

test("stack of nothing does not divide by zero", () => {
  expect(stack([0, 0], [0, 100])).toEqual({pieces: [{from: 0, to: 0}, {from: 0, to: 0}], zero: 0, sum: 0}); // prettier-ignore
});

test("line(xs, ys) writes an SVG polyline, y upwards where its axis ends above its start", () => {
  const x = {from: 0, to: 10, start: 0, end: 100};
  const y = {from: 0, to: 1, start: 50, end: 0};
  expect(line([0, 10], [0.5, 1], x, y)).toBe("0.0,25.0 100.0,0.0");
  expect(place({...x, to: 0}, 3)).toBe(0);
});

test("trace(points) writes an SVG path of straight lines, and nothing for no point", () => {
  expect(trace([[0, 1.25], [10, 3]])).toBe("M0.0 1.3L10.0 3.0"); // prettier-ignore
  expect(trace([])).toBe("");
});

test("valueAt(xs, ys, x) goes straight between points and stays flat outside", () => {
  expect([0, 10, 15, 20, 30].map((x) => valueAt([10, 20], [1, 3], x))).toEqual([1, 1, 2, 3, 3]);
});

test("spread(wanted, gap, bottom) keeps the order, the gap, and the bottom", () => {
  expect(spread([10, 12, 50], 10, 100)).toEqual([10, 20, 50]);
  expect(spread([95, 99], 10, 100)).toEqual([90, 100]);
});
