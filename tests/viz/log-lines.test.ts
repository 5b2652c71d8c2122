import {expect, it} from "vitest";
import {decadesOf, position, powerText, roundIn, scientific, ticksOf} from "../../src/lib/viz/log-lines.ts";

it("decadesOf(values) holds every value between whole powers of ten, down to a floor", () => {
  expect(decadesOf([1, 3.4e-6, 250])).toEqual({from: -6, to: 3});
  expect(decadesOf([1, 1e-40, 0])).toEqual({from: -12, to: 1});
  expect(decadesOf([1])).toEqual({from: -1, to: 1});
});

it("position(value, decades) is 0 at and below the floor, 1 at the top", () => {
  const decades = {from: -4, to: 0};
  expect([1, 0.01, 1e-4, 1e-9, 0].map((value) => position(value, decades))).toEqual([1, 0.5, 0, 0, 0]);
});

it("ticksOf(decades) labels few powers, 1 among them", () => {
  expect(ticksOf({from: -12, to: 1})).toEqual([-12, -9, -6, -3, 0]);
  expect(ticksOf({from: -1, to: 1})).toEqual([-1, 0, 1]);
});

it("scientific(n) and powerText(power) write numbers as prose does", () => {
  expect([0, 0.15, 12.3, 260, 3.42e-6, 1e-12, 25_000].map(scientific)).toEqual([
    ...["0", "0.15", "12", "260", "3.4 · 10⁻⁶", "1.0 · 10⁻¹²", "2.5 · 10⁴"]
  ]);
  expect(powerText(0)).toBe("1");
});

it("roundIn(range) gives 1, 2 and 5 of each power of ten within a short range, and the powers alone within a long one", () => {
  expect(roundIn({from: -0.5, to: 0.9})).toEqual([0.5, 1, 2, 5]);
  expect(roundIn({from: -2.1, to: 4})).toEqual([0.01, 0.1, 1, 10, 100, 1000, 10000]);
});
