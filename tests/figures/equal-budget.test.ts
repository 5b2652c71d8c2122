/** The equal-budget experiment's statistics, and that chapter 10's sentences about them hold. */
import {expect, test} from "vitest";
import {
  ahead,
  apart,
  behind,
  best,
  CONTROL,
  interval,
  last,
  level,
  needed,
  PICTURES,
  standings
} from "../../src/components/figures/equal-budget.ts";
import {networks} from "../../src/lib/nets/registry.ts";

const ids = (some: readonly {id: string}[]): string[] => some.map(({id}) => id);

test("a half of 10,000 pictures is known to 0.98 points, nine tenths to 0.588", () => {
  expect(interval(50, 10_000)).toBeCloseTo(0.98, 10);
  expect(interval(90, 10_000)).toBeCloseTo(0.588, 10);
});

test("90 and 91 of a hundred are apart on 10,000 pictures, and not on 5,000", () => {
  // √(0.09 + 0.0819) · 1.96 = 0.813 points on 10,000; √2 times that, 1.149, on 5,000.
  expect(apart(90, 91, 10_000)).toBe(true);
  expect(apart(90, 91, 5000)).toBe(false);
  expect(apart(90, 90.81, 10_000)).toBe(false);
});

test("every compact network stands somewhere, once: ahead of the control, behind it, or level with it", () => {
  const compact = [...networks.keys()].filter((id) => id.startsWith("compact-"));
  expect(ids(standings)).toEqual(compact);
  expect([...ids(ahead), ...ids(behind), ...ids(level), CONTROL].toSorted()).toEqual(compact.toSorted());
  for (const {rate} of standings) expect(rate).toBeLessThanOrEqual(best.rate);
  for (const {rate} of standings) expect(rate).toBeGreaterThanOrEqual(last.rate);
  expect(interval(90, PICTURES)).toBeLessThan(needed);
});

test("chapter 10 says that V1 and V2 are ahead of the control, and that no later network is", () => {
  expect(ids(ahead).toSorted()).toEqual(["compact-v1", "compact-v2"]);
  expect(ids(level)).toEqual(expect.arrayContaining(["compact-v3", "compact-v4", "compact-resnet"]));
});
