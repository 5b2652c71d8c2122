/** Numbers that the runtime's tests share. */
import {seededNumbers} from "../../scripts/seeded-weights.ts";

/** Largest difference, as a part of the largest wanted magnitude. */
export function relativeDifference(found: Float32Array, wanted: Float32Array): number {
  if (found.length !== wanted.length) return Infinity;
  let [difference, scale] = [0, 0];
  for (let i = 0; i < wanted.length; i++) {
    if (!Number.isFinite(found[i])) return Infinity;
    difference = Math.max(difference, Math.abs(found[i]! - wanted[i]!));
    scale = Math.max(scale, Math.abs(wanted[i]!));
  }
  return scale === 0 ? difference : difference / scale;
}

/** An input [height][width][channels] (or a batch of them) of the numbers that the fixtures were made with. */
export function seededPixels(shape: readonly number[], shift = 0, name = "input"): Float32Array {
  return Float32Array.from(
    seededNumbers(
      name,
      shape.reduce((a, b) => a * b, 1)
    ),
    (u) => u + shift
  );
}
