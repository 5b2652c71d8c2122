import {expect, test} from "vitest";
import {gallery} from "../../src/lib/scenes/gallery.ts";
import {drawScene, labels, paletteCount, variantNames} from "../../src/lib/scenes/scene.ts";

test("the gallery has 43 scenes under names of their own, at least three of each class", () => {
  expect(gallery.length).toBe(43);
  expect(new Set(gallery.map(({id}) => id)).size).toBe(43);
  for (const {id} of gallery) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  for (const label of labels) expect(gallery.filter((scene) => scene.label === label).length).toBeGreaterThanOrEqual(3);
});

test("the gallery shows every variant, with variants and palettes that exist", () => {
  for (const label of labels) {
    const own = gallery.filter((scene) => scene.label === label);
    expect(new Set(own.map(({variant}) => variant))).toEqual(new Set(variantNames(label).keys()));
    for (const {palette} of own) expect(palette).toBeLessThan(paletteCount(label));
  }
});

test("every caption is a plain phrase, and every scene draws", () => {
  for (const scene of gallery) {
    expect(scene.caption).toMatch(/^(a|an|the) [a-z ,-]+[a-z]$/);
    expect(drawScene(scene).shapes.length).toBeGreaterThan(20);
  }
});
