import {expect, test} from "vitest";
import {type Field, placeLabels, roundValues, scatter} from "../../src/lib/viz/scatter.ts";

const field: Field = {width: 400, height: 300, left: 40, right: 10, top: 10, bottom: 30, radius: 20};

test("roundValues gives 1, 2 and 5 times powers of ten within the bounds", () => {
  expect(roundValues(0.9, 60)).toEqual([1, 2, 5, 10, 20, 50]);
});

test("scatter puts tenfold steps at equal distances, larger values higher, and makes areas proportional", () => {
  const {dots} = scatter(
    [
      {x: 1, y: 60, weight: 1},
      {x: 10, y: 70, weight: 4},
      {x: 100, y: 80, weight: 2}
    ],
    field,
    5
  );
  const [a, b, c] = dots;
  expect(b!.x - a!.x).toBeCloseTo(c!.x - b!.x);
  expect(a!.y).toBeGreaterThan(b!.y);
  expect(a!.y - b!.y).toBeCloseTo(b!.y - c!.y);
  expect(b!.r).toBe(20);
  expect(b!.r ** 2 / a!.r ** 2).toBeCloseTo(4);
});

test("scatter keeps all dots' centres inside its axes", () => {
  const {dots, x, y} = scatter(
    [6.6, 11.3, 138].map((n) => ({x: n, y: 55 + n / 10, weight: n})),
    field,
    5
  );
  for (const dot of dots) {
    expect(dot.x).toBeGreaterThan(field.left);
    expect(dot.x).toBeLessThan(field.width - field.right);
    expect(dot.y).toBeGreaterThanOrEqual(field.top);
    expect(dot.y).toBeLessThanOrEqual(field.height - field.bottom);
  }
  expect(x.map(({value}) => value)).toEqual([10, 20, 50, 100]);
  expect(y.map(({value}) => value)).toEqual([55, 60, 65, 70]);
});

test("placeLabels lets no two labels overlap and leaves out what has no room", () => {
  const dots = Array.from({length: 12}, (_, i) => ({x: 200, y: 150 + i, r: 6}));
  const placed = placeLabels(
    dots.map((dot, i) => ({text: `network ${i}`, dot})),
    dots,
    field,
    6
  );
  const boxes = placed.map(({x, y, anchor}) => ({
    left: anchor === "start" ? x : anchor === "end" ? x - 54 : x - 27,
    y
  }));
  boxes.forEach((a, i) =>
    boxes.slice(i + 1).forEach((b) => expect(Math.abs(a.y - b.y) >= 13 || Math.abs(a.left - b.left) >= 54).toBe(true))
  );
  expect(placed.length).toBeGreaterThan(4);
  expect(placeLabels([{text: "x".repeat(400), dot: dots[0]!}], dots, field)).toEqual([]);
});
