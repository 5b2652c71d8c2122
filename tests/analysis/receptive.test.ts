import {describe, expect, test} from "vitest";
import {measure, type Sheet} from "../../src/lib/analysis/measure.ts";
import {
  alongAxis,
  boxAt,
  clipBox,
  medianSize,
  positionAt,
  reachSteps,
  routeBounds,
  routesTo,
  routeTotal
} from "../../src/lib/analysis/receptive.ts";
import {network, networks} from "../../src/lib/nets/registry.ts";
import {add, avgPool, concat, conv, maxPool, relu, series} from "../../src/lib/spec/build.ts";
import {flatten, nodeAt} from "../../src/lib/spec/graph.ts";
import type {Net, Pair} from "../../src/lib/spec/net.ts";

const sheetOf = (net: Net, input: readonly number[] = [64, 64, 3]): Sheet => measure(flatten(net), input);
const published = (id: string): Sheet => sheetOf(network(id).net(), network(id).input);

/** Every route to a node, one by one, with the size of its window from the kernels and strides along it. */
function enumerate({graph}: Sheet, node: number): Pair[] {
  const walk = (id: number): {size: Pair; stride: Pair}[] => {
    const {op, inputs} = graph.nodes[id]!;
    if (inputs.length === 0) return [{size: [1, 1], stride: [1, 1]}];
    const before = inputs.flatMap(walk);
    if (op.kind !== "conv" && op.kind !== "maxPool" && op.kind !== "avgPool") return before;
    return before.map(({size, stride}) => ({
      size: [size[0] + (op.kernel[0] - 1) * stride[0], size[1] + (op.kernel[1] - 1) * stride[1]],
      stride: [stride[0] * op.stride[0], stride[1] * op.stride[1]]
    }));
  };
  return walk(node).map(({size}) => size);
}

const tally = (sizes: readonly Pair[]): string[] =>
  Object.entries(Object.groupBy(sizes, (size) => size.join("×")))
    .map(([size, list]) => `${size}: ${list!.length}`)
    .sort();
const listed = (sheet: Sheet, node: number): string[] =>
  routesTo(sheet, node)
    .map(({size, routes}) => `${size.join("×")}: ${routes}`)
    .sort();

const small: Record<string, Net> = {
  chain: series({a: conv(3, 2, {stride: 2}), b: maxPool(3, {stride: 2}), c: conv([1, 7], 2), d: conv([7, 1], 2)}),
  modules: series(
    ["x", "y", "z"].map((name) => [
      name,
      concat({
        one: conv(1, 2),
        three: series({r: conv(1, 2), c: conv(3, 2), relu}),
        double: series({a: conv(3, 2), b: conv(3, 2), split: concat({h: conv([1, 3], 2), v: conv([3, 1], 2)})}),
        pool: avgPool(3)
      })
    ])
  ),
  residual: series({
    stem: conv(5, 3, {stride: 2}),
    a: add({identity: series([]), branch: concat({p: conv(3, 1), q: conv([1, 5], 2)})}),
    b: add({identity: series([]), branch: conv(3, 3)}),
    down: concat({conv: conv(3, 4, {stride: 2}), pool: maxPool(3, {stride: 2})}),
    c: add({identity: series([]), branch: conv(7, 7)})
  })
};

describe("routesTo(sheet, node)", () => {
  test.each(Object.keys(small))("counts the routes of a small net as listing them does: %s", (name) => {
    const sheet = sheetOf(small[name]!);
    for (const {id} of sheet.graph.nodes) expect(listed(sheet, id)).toEqual(tally(enumerate(sheet, id)));
  });

  test("agrees with listing on GoogLeNet's second module and on BN-Inception's third", () => {
    for (const [id, path] of [["googlenet@bvlc", "3b"], ["bn-inception@slim", "3c"]] as const) {
      const sheet = published(id);
      const node = nodeAt(sheet.graph, path);
      expect(listed(sheet, node)).toEqual(tally(enumerate(sheet, node)));
    } // prettier-ignore
  });

  test("GoogLeNet has 4⁹ routes to 5b: four branches in each of nine modules", () => {
    const sheet = published("googlenet@bvlc");
    expect(routeTotal(routesTo(sheet, nodeAt(sheet.graph, "5b")))).toBe(4n ** 9n);
  });

  test("Inception-ResNet-v2 has more routes than a double can count: 4¹⁰ · 3³⁰ times those of its other modules", () => {
    const sheet = published("inception-resnet-v2@timm");
    const all = routeTotal(routesTo(sheet, nodeAt(sheet.graph, "conv7b")));
    // Mixed_5b has 4 routes, 6a 3, 7a 4.
    expect(all).toBe(4n ** 10n * 3n ** 30n * 4n * 3n * 4n);
    expect(all > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
  });

  // google-research/receptive_field, RECEPTIVE_FIELD_TABLE.md (Distill 2019).
  test.each([
    ["vgg16@torchvision", "pool5", 212],
    ["bn-inception@slim", "5b", 699],
    ["inception-v3@slim", "mixed7c", 1311],
    ["inception-v4@slim", "mixed7d", 2071],
    ["inception-resnet-v2@slim", "conv7b", 3039]
  ])("the longest route of %s to %s sees the published %i pixels", (id, path, size) => {
    const sheet = published(id);
    const counts = routesTo(sheet, nodeAt(sheet.graph, path));
    for (const axis of [0, 1] as const) expect(alongAxis(counts, axis).at(-1)!.size).toBe(size);
  });
});

describe("alongAxis and medianSize", () => {
  test("give shares that add up to one, and a median between the bounds", () => {
    const sheet = published("inception-v3@torchvision");
    const node = nodeAt(sheet.graph, "mixed7c");
    const counts = routesTo(sheet, node);
    const {least, most} = routeBounds(sheet)[node]!;
    for (const axis of [0, 1] as const) {
      const list = alongAxis(counts, axis);
      expect(list.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 9);
      expect([list[0]!.size, list.at(-1)!.size]).toEqual([least[axis], most[axis]]);
      expect(medianSize(counts, axis)).toBeGreaterThan(least[axis]);
      expect(medianSize(counts, axis)).toBeLessThan(most[axis]);
    }
  });
  test("find no median where there are no routes", () => {
    expect(() => medianSize([], 0)).toThrow("needs at least one route, found none");
  });
  test("tell the axes of 1×7 and 7×1 apart", () => {
    const sheet = sheetOf(conv([1, 7], 1));
    expect([alongAxis(routesTo(sheet, 1), 0), alongAxis(routesTo(sheet, 1), 1)].map(([one]) => one!.size)).toEqual([
      1, 7
    ]);
  });
});

test("routeBounds agrees with routesTo on every step of four networks", () => {
  for (const id of ["googlenet@torchvision", "inception-v4@timm", "resnet50@torchvision", "compact-v3"]) {
    const sheet = published(id);
    const bounds = routeBounds(sheet);
    for (const {id: node} of reachSteps(sheet)) {
      const sizes = routesTo(sheet, node).map(({size}) => size);
      const along = (best: (...n: number[]) => number): number[] =>
        [0, 1].map((axis) => best(...sizes.map((s) => s[axis]!)));
      expect(bounds[node]).toEqual({least: along(Math.min), most: along(Math.max)});
    }
  }
});

describe("boxAt, clipBox and positionAt", () => {
  const sheet = sheetOf(series({a: conv(3, 4, {stride: 2, pad: 1}), b: conv(3, 4, {pad: 1})}), [8, 10, 3]);
  const field = sheet.rows[2]!.receptiveField;
  test("the first position of a padded 3×3 on a padded 3×3/2 starts three pixels outside", () => {
    expect(boxAt(field, [0, 0])).toEqual({top: -3, left: -3, bottom: 4, right: 4});
    expect(boxAt(field, [1, 4])).toEqual({top: -1, left: 5, bottom: 6, right: 12});
  });
  test("clips to the picture", () => {
    expect(clipBox(boxAt(field, [1, 4]), [8, 10])).toEqual({top: 0, left: 5, bottom: 6, right: 10});
    expect(clipBox({top: -5, left: 0, bottom: -1, right: 3}, [8, 10])).toBeNull();
  });
  test("positionAt finds the position back from the middle of its box, and stays within the map", () => {
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 5; column++) {
        const {top, left, bottom, right} = boxAt(field, [row, column]);
        expect(positionAt(field, [(top + bottom) / 2, (left + right) / 2], [4, 5])).toEqual([row, column]);
      }
    expect(positionAt(field, [-99, 99], [4, 5])).toEqual([0, 4]);
  });
});

test("every network has steps from the input to its last window, auxiliary heads apart", () => {
  for (const {id} of networks.values()) {
    const sheet = published(id);
    const steps = reachSteps(sheet);
    expect(steps[0]!.path).toBe("input");
    expect(steps.length).toBeGreaterThan(3);
    const heads = [...sheet.graph.outputs.keys()].filter((path) => path !== "output");
    expect(steps.filter(({path}) => heads.some((head) => path.startsWith(`${head}/`)))).toEqual([]);
  }
});
