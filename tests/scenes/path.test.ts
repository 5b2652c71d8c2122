import {expect, test} from "vitest";
import {
  blob,
  bounds,
  box,
  chain,
  ellipse,
  limb,
  mapPath,
  move,
  pathData,
  polygon,
  scale,
  turn
} from "../../src/lib/scenes/path.ts";

test("pathData(path) writes absolute commands with at most two decimals", () => {
  expect(
    pathData(
      polygon([
        [0, 0],
        [10.004, 0],
        [5, 1 / 3]
      ])
    )
  ).toBe("M0 0L10 0L5 0.33Z");
  expect(pathData(box(1, 2, 3, 4))).toBe("M1 2L4 2L4 6L1 6Z");
});

test("blob(points) passes through its points, and softness 0 on both ends makes a straight side", () => {
  const triangle = blob([
    [0, 0, 0],
    [9, 0, 0],
    [0, 9, 0]
  ]);
  expect(pathData(triangle)).toBe("M0 0C0 0 9 0 9 0C9 0 0 9 0 9C0 9 0 0 0 0Z");
});

test("bounds(paths) of an ellipse are its radii, of a turned one the turned radii", () => {
  const {left, right, top, bottom} = bounds([ellipse(5, 7, 4, 2)]);
  expect([left, right, top, bottom]).toEqual([1, 9, 5, 9]);
  expect(bounds([ellipse(0, 0, 4, 2, 90)]).bottom).toBeCloseTo(4);
});

test("limb(points, widths) is about as thick as its widths say and ends in caps", () => {
  const {top, bottom, left, right} = bounds([
    limb(
      [
        [0, 0],
        [10, 0]
      ],
      [4, 4]
    )
  ]);
  expect(bottom).toBeGreaterThanOrEqual(2);
  expect(bottom).toBeLessThan(2.5); // round ends bulge a little
  expect(top).toBe(-bottom);
  expect([left, right]).toEqual([-2, 12]);
});

test("chain(a, b) applies a first", () => {
  const path = polygon([
    [1, 0],
    [1, 1]
  ]);
  expect(pathData(mapPath(path, chain(scale(2), move(10, 0))))).toBe("M12 0L12 2Z");
  expect(pathData(mapPath(path, chain(move(10, 0), scale(2))))).toBe("M22 0L22 2Z");
  expect(pathData(mapPath(path, turn(90)))).toBe("M0 1L-1 1Z");
  expect(pathData(mapPath(path, turn(180, [1, 1])))).toBe("M1 2L1 1Z");
});

test("blob(points) says how many points it needs", () => {
  expect(() => blob([[0, 0]])).toThrow("path: a curve needs at least 2 points, found 1");
});
