import {createHash} from "node:crypto";
import {describe, expect, test} from "vitest";
import {backgrounds} from "../../src/lib/scenes/background.ts";
import {randomParams} from "../../src/lib/scenes/params.ts";
import {
  drawScene,
  labels,
  paletteCount,
  variantNames,
  variantStands,
  type SceneParams
} from "../../src/lib/scenes/scene.ts";
import {changed, extent, numbers} from "./read.ts";

const plain: SceneParams = {
  label: "airplane",
  variant: 0,
  pose: 0.5,
  size: 0.4,
  position: [0.5, 0.5],
  palette: 0,
  background: "studio",
  clutter: 0,
  seed: 3,
  flip: false
};

/** Every variant of every class, standing still. */
const everyVariant = labels.flatMap((label) => variantNames(label).map((_, variant) => ({...plain, label, variant})));

const hash = (params: SceneParams): string =>
  createHash("sha256")
    .update(JSON.stringify(drawScene(params)))
    .digest("hex")
    .slice(0, 16);

describe("drawScene(params)", () => {
  test("draws the ten classes of CIFAR-10, each in at least three variants", () => {
    expect(labels).toEqual("airplane automobile bird cat deer dog frog horse ship truck".split(" "));
    for (const label of labels) {
      const names = variantNames(label);
      expect(names.length).toBeGreaterThanOrEqual(3);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(new Set(everyVariant.map(hash)).size).toBe(everyVariant.length);
  });

  test("gives the same shapes for the same parameters", () => {
    for (const params of everyVariant) expect(drawScene({...params})).toEqual(drawScene(params));
    for (let seed = 0; seed < 50; seed++) expect(hash(randomParams(seed))).toBe(hash(randomParams(seed)));
  });

  test("still draws the pictures on which the compact network is measured", () => {
    // One held-out picture per class. A change here means: measure again, and for more than a trifle train again.
    const found = labels.map((label, i) => `${label} ${hash(randomParams(9_000_000 + i, label))}`);
    expect(found).toEqual([
      "airplane 8310645f87872537",
      "automobile 483125ffaf9ad395",
      "bird 2a958fbf8774f0f7",
      "cat c61d6c20b14b6dd1",
      "deer 0ef9657b760fbf9d",
      "dog fae6be1631f06cb3",
      "frog 608bae85fb74b728",
      "horse 3ab827c657e18924",
      "ship 24ba24c4986723c1",
      "truck 3259fe7f35f184af"
    ]);
  });

  test("writes absolute path data in the box of 100 × 100, with finite numbers only", () => {
    const shapes = Array.from({length: 200}, (_, seed) => drawScene(randomParams(seed)).shapes).flat();
    const paths = shapes.flatMap(({d, clip}) => [d, clip ?? d]);
    expect(paths.filter((d) => !/^M[-\d. ]+([MLC][-\d. ]+|Z)*$/.test(d))).toEqual([]);
    expect(shapes.filter(({fill, stroke}) => !/^#[0-9a-f]{6}$/.test(fill ?? stroke ?? ""))).toEqual([]);
    expect(paths.filter((d) => numbers(d).some((value) => !(Math.abs(value) < 400)))).toEqual([]);
  });

  test.each(everyVariant)("$label $variant fills `size` of the frame with its longer side", (params) => {
    const background = variantStands(params.label, params.variant) === "water" ? "sea" : "studio";
    const still = drawScene({...params, background, position: [0.1, 0.9]});
    const [small, large] = [0.3, 0.6].map((size) =>
      extent(changed(drawScene({...params, background, size, position: [0.5, 0.9]}), still))
    );
    const longer = Math.max(small?.width ?? 0, small?.height ?? 0);
    expect(longer).toBeGreaterThan(29.9);
    expect(longer).toBeLessThan(36); // handles of curves and the shadow reach a little further
    expect((large?.width ?? 0) / (small?.width ?? 1)).toBeCloseTo(2, 1);
  });

  test("doubles the subject with `size` and moves it with `position`, to a hundredth", () => {
    const still = drawScene({...plain, position: [0.1, 0.1]});
    const small = extent(changed(drawScene(plain), still));
    const large = extent(changed(drawScene({...plain, size: 0.8}), still));
    const moved = extent(changed(drawScene({...plain, position: [0.6, 0.3]}), still));
    expect(small.width).toBeCloseTo(40, 0);
    expect(large.width / small.width).toBeCloseTo(2, 2);
    expect(moved.left - small.left).toBeCloseTo(10, 1);
    expect(moved.top - small.top).toBeCloseTo(-20, 1);
  });

  test("mirrors the subject about its centre with `flip`", () => {
    const still = drawScene({...plain, position: [0.1, 0.1]});
    const right = changed(drawScene(plain), still).flatMap(({d}) => numbers(d));
    const left = changed(drawScene({...plain, flip: true}), still).flatMap(({d}) => numbers(d));
    right.forEach((value, i) => expect(left[i]).toBeCloseTo(i % 2 === 0 ? 100 - value : value, 1));
  });

  test.each(everyVariant)("$label $variant follows `pose` and `palette`", (params) => {
    const shapes = drawScene(params).shapes;
    const posed = drawScene({...params, pose: 0.9}).shapes;
    const repainted = drawScene({...params, palette: 1}).shapes;
    const rigid = params.label === "truck" && variantNames("truck")[params.variant] === "heavy truck from the front";
    if (!rigid) expect(posed).not.toEqual(shapes);
    expect(repainted.map(({d}) => d)).toEqual(shapes.map(({d}) => d));
    expect(repainted.map(({fill}) => fill)).not.toEqual(shapes.map(({fill}) => fill));
  });

  test("takes a background by name or by index, and each looks different", () => {
    const drawn = backgrounds.map((background, i) => {
      expect(drawScene({...plain, background: i})).toEqual(drawScene({...plain, background}));
      return hash({...plain, background});
    });
    expect(new Set(drawn).size).toBe(backgrounds.length);
  });

  test("adds scenery with `clutter` on every background", () => {
    for (const background of backgrounds) {
      const count = (clutter: number): number => drawScene({...plain, background, clutter}).shapes.length;
      expect(count(1)).toBeGreaterThan(count(0));
    }
  });

  test("varies details with `seed` alone", () => {
    const seeds = [1, 2, 3, 4].map((seed) => hash({...plain, background: "meadow", clutter: 0.5, seed}));
    expect(new Set(seeds).size).toBe(4);
  });

  test("keeps the ground under what stands on it, wherever it is put", () => {
    const high = drawScene({...plain, label: "dog", background: "room", position: [0.5, 0.3]});
    const low = drawScene({...plain, label: "dog", background: "room", position: [0.5, 0.8]});
    const floor = ({shapes}: typeof high): number => {
      const tops = shapes
        .slice(0, 14)
        .map(({d}) => numbers(d))
        .filter(([x, y]) => x === 0 && y !== 0);
      return Math.min(...tops.map(([, y]) => y ?? 0));
    };
    expect(floor(high)).toBeLessThan(44);
    expect(floor(low)).toBeGreaterThan(36);
  });

  test("wraps variants and palettes that are out of range", () => {
    const count = variantNames("cat").length;
    const cat = {...plain, label: "cat" as const, variant: 1};
    expect(drawScene({...cat, variant: 1 - count})).toEqual(drawScene(cat));
    expect(drawScene({...cat, palette: paletteCount("cat")})).toEqual(drawScene(cat));
  });

  test("names the parameter it cannot use", () => {
    expect(() => drawScene({...plain, size: 0})).toThrow("size: needs a number above 0, found 0");
    expect(() => drawScene({...plain, pose: Number.NaN})).toThrow("pose: needs a number, found NaN");
    expect(() => drawScene({...plain, label: "yak" as "cat"})).toThrow("label: needs one of airplane, ");
    expect(() => drawScene({...plain, background: "moon" as "sea"})).toThrow("background: needs one of sky, ");
  });
});
