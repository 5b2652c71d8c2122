/** Large numbers as prose says them. */
import {exact} from "../../lib/viz/format.ts";

const SCALES = [
  [1e9, "billion"],
  [1e6, "million"]
] as const;

/** 1582671872 → "1.58 billion": three digits and a word; below a million, all digits. */
export function words(n: number): string {
  for (const [size, name] of SCALES) if (Math.abs(n) >= size) return `${(n / size).toPrecision(3)} ${name}`;
  return exact(n);
}
