import {describe, expect, test} from "vitest";
import {flow} from "../../src/lib/viz/flow.ts";

const branch = (kind: string, waist: number, out: number) => ({kind, waist, out});
const modules = [
  {name: "a", side: 8, branches: [branch("1x1", 20, 20), branch("3x3", 10, 60)]},
  {name: "b", side: 4, branches: [branch("1x1", 40, 40), branch("3x3", 30, 120)]}
];
const numbers = (path: string): number[] => path.match(/-?[\d.]+/g)!.map(Number);
/** Thickness of a shape at its first and at its last edge: its outline begins at one corner and comes back to the other. */
const ends = (path: string): [number, number] => {
  const n = numbers(path);
  const half = n.length / 2;
  return [n.at(-1)! - n[1]!, n[half + 1]! - n[half - 1]!];
};

describe("flow(stem, modules, classes)", () => {
  const {ribbons, stages, length, breadth} = flow([3, 50], modules, 10);
  const of = (module: string, kind: string) => ribbons.filter((one) => one.module === module && one.kind === kind);

  test("gives every branch one ribbon, as thick as its waist at the beginning and as its output at the end", () => {
    for (const {name, branches} of modules)
      for (const {kind, waist, out} of branches) {
        expect(of(name, kind)).toHaveLength(1);
        const [first, last] = ends(of(name, kind)[0]!.path);
        expect(last / first).toBeCloseTo(out / waist, 0);
      }
  });

  test("a module's ribbons touch at its end, in the order of the concatenation", () => {
    const [one, three] = ["1x1", "3x3"].map((kind) => numbers(of("b", kind)[0]!.path));
    const half = one!.length / 2;
    expect(one![half + 1]).toBeCloseTo(three![half - 1]!, 5);
  });

  test("groups modules by the size of their maps, one stage after another, within the picture", () => {
    expect(stages.map(({side}) => side)).toEqual([8, 4]);
    expect(stages[1]!.from).toBeGreaterThan(stages[0]!.to);
    expect(stages[1]!.to).toBeLessThan(length);
    const all = ribbons.flatMap(({path}) => numbers(path));
    expect(Math.max(...all.filter((_, i) => i % 2 === 1))).toBeLessThanOrEqual(breadth);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
  });

  test("upright, it runs down the picture, as broad and two thirds as long", () => {
    const upright = flow([3, 50], modules, 10, {upright: true});
    const across = (path: string, axis: 0 | 1): number[] => numbers(path).filter((_, i) => i % 2 === axis);
    expect(upright.breadth).toBe(breadth);
    expect(upright.length / length).toBeCloseTo(0.66, 6);
    expect(upright.ribbons.map(({path}) => across(path, 0))).toEqual(ribbons.map(({path}) => across(path, 1)));
  });
});
