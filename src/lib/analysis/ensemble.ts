/** What several answers are together: the mean of their probabilities. */

/**
 * The mean of lists of probabilities, class by class.
 * @throws if there is none, or they differ in length
 */
export function meanVotes(lists: readonly ArrayLike<number>[]): number[] {
  const [first] = lists;
  if (first === undefined) throw new Error("a mean needs at least one answer; found none");
  const odd = lists.find(({length}) => length !== first.length);
  if (odd !== undefined) throw new Error(`answers have ${first.length} classes; found one with ${odd.length}`);
  return Array.from(first, (_, i) => lists.reduce((sum, list) => sum + list[i]!, 0) / lists.length);
}

/** The index of the largest probability; the first of equals. */
export function bestOf(probabilities: ArrayLike<number>): number {
  return Array.from(probabilities).reduce((best, p, i, all) => (p > all[best]! ? i : best), 0);
}

/** A cut of a square picture, in parts of its side, perhaps mirrored. */
export interface Crop {
  x: number;
  y: number;
  side: number;
  mirrored: boolean;
}

/** Seven eighths of a side, as 224 of 256 pixels are. */
const CUT = 7 / 8;

/**
 * Cuts to average over: the whole picture; it and its mirror image; or the ten of AlexNet (Krizhevsky et al., 2012, section 4.1),
 * four corners and the centre and all of these mirrored.
 */
export function crops(count: 1 | 2 | 10): Crop[] {
  const whole = {x: 0, y: 0, side: 1, mirrored: false};
  const both = (crop: Crop): Crop[] => [crop, {...crop, mirrored: true}];
  if (count === 1) return [whole];
  if (count === 2) return both(whole);
  const end = 1 - CUT;
  const corners = [
    [end / 2, end / 2],
    [0, 0],
    [end, 0],
    [0, end],
    [end, end]
  ] as const;
  return corners.flatMap(([x, y]) => both({x, y, side: CUT, mirrored: false}));
}
