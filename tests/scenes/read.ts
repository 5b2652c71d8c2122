import type {Scene, Shape} from "../../src/lib/scenes/scene.ts";

/** All coordinates of path data, as numbers in order. */
export function numbers(d: string): number[] {
  return (d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
}

/** The shapes of `scene` that `other` does not have, clipped ones left out: what moves between two pictures. */
export function changed(scene: Scene, other: Scene): Shape[] {
  const known = new Set(other.shapes.map(({d}) => d));
  return scene.shapes.filter(({d, clip}) => clip === undefined && !known.has(d));
}

/** The box round all coordinates of some shapes, handles included. */
export function extent(shapes: readonly Shape[]): {left: number; top: number; width: number; height: number} {
  const all = shapes.flatMap(({d}) => numbers(d));
  const xs = all.filter((_, i) => i % 2 === 0);
  const ys = all.filter((_, i) => i % 2 === 1);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top};
}
