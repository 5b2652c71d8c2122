/** How often numbers fall into bins of equal width. */

/** Counts in bins of equal width over a range; what lies outside counts in the outermost. */
export function histogramOf(
  values: ArrayLike<number>,
  [low, high]: readonly [number, number],
  bins: number
): Uint32Array {
  const counts = new Uint32Array(bins);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor((bins * (values[i]! - low)) / (high - low));
    counts[Math.max(0, Math.min(bins - 1, bin))]!++;
  }
  return counts;
}
