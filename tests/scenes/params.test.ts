import {expect, test} from "vitest";
import {heldOutSeeds, randomParams, trainSeeds} from "../../src/lib/scenes/params.ts";
import {labels, variantNames} from "../../src/lib/scenes/scene.ts";

test("randomParams(seed, label) gives the same parameters for the same seed, and the class asked for", () => {
  for (let seed = 0; seed < 100; seed++) {
    expect(randomParams(seed, "frog")).toEqual(randomParams(seed, "frog"));
    expect(randomParams(seed, "frog").label).toBe("frog");
  }
});

test("randomParams(seed) reaches every class and every variant, palettes, both directions", () => {
  const drawn = Array.from({length: 2000}, (_, seed) => randomParams(seed));
  for (const label of labels) {
    const own = drawn.filter((params) => params.label === label);
    expect(own.length).toBeGreaterThan(140);
    expect(new Set(own.map(({variant}) => variant)).size).toBe(variantNames(label).length);
    expect(new Set(own.map(({flip}) => flip)).size).toBe(2);
    expect(new Set(own.map(({palette}) => palette)).size).toBeGreaterThanOrEqual(5);
  }
});

test("randomParams(seed) stays in range, sizes from 0.35 to 1", () => {
  const drawn = Array.from({length: 2000}, (_, seed) => randomParams(seed));
  for (const {pose, size, clutter, position} of drawn) {
    for (const part of [pose, clutter, ...position]) expect(part).toBe(Math.min(1, Math.max(0, part)));
    expect(size).toBe(Math.min(1, Math.max(0.35, size)));
  }
  expect(Math.min(...drawn.map(({size}) => size))).toBeLessThan(0.4);
  expect(Math.max(...drawn.map(({size}) => size))).toBeGreaterThan(0.97);
});

test("no background gives the class away: each is shared by at least three classes", () => {
  const seen = new Map<unknown, Set<string>>();
  for (let seed = 0; seed < 3000; seed++) {
    const {background, label} = randomParams(seed);
    seen.set(background, (seen.get(background) ?? new Set()).add(label));
  }
  expect(seen.size).toBe(12);
  for (const classes of seen.values()) expect(classes.size).toBeGreaterThanOrEqual(3);
});

test("training seeds end 1 000 000 before the first held-out seed", () => {
  expect(trainSeeds).toEqual({first: 1_000_000, end: 8_000_000});
  expect(heldOutSeeds).toEqual({first: 9_000_000, end: 9_001_000});
});
