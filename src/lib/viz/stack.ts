/** A stacked bar of signed shares: what speaks for lies right of zero, what speaks against left of it. */

/** Where things lie along the bar. */
export interface Stack {
  pieces: {from: number; to: number}[];
  zero: number;
  sum: number;
}

/** Lays shares out within a range, in their order outwards from zero; the sum is right of the negative pieces' end by all of the positive ones. */
export function stack(shares: readonly number[], [left, right]: readonly [number, number]): Stack {
  const total = (keep: (share: number) => boolean): number => shares.filter(keep).reduce((a, b) => a + b, 0);
  const [low, high] = [total((share) => share < 0), total((share) => share > 0)];
  const scale = high > low ? (right - left) / (high - low) : 0;
  const at = (value: number): number => left + (value - low) * scale;
  let [down, up] = [0, 0];
  const pieces = shares.map((share) => {
    const [from, to] = share < 0 ? [down + share, down] : [up, up + share];
    if (share < 0) down = from;
    else up = to;
    return {from: at(from), to: at(to)};
  });
  return {pieces, zero: at(0), sum: at(low + high)};
}
