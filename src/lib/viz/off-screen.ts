/** Spares what nobody sees the work of a frame: off the screen, things stay as they were until the drawing rests. */

/** From a height to another, downwards. */
export interface Span {
  top: number;
  bottom: number;
}

/** Whether two stretches have a height in common. */
export function meets(a: Span, b: Span): boolean {
  return a.top <= b.bottom && b.top <= a.bottom;
}

/** Indices of the first and the last of some things in a list. */
export type Range = readonly [first: number, last: number];

/** Indices of the first and the last thing of a list that is seen, of all between them too; [0, -1] if none is. */
export function seenRange<T>(list: readonly T[], seen: (one: T, i: number) => boolean): Range {
  const first = list.findIndex(seen);
  return first < 0 ? [0, -1] : [first, list.findLastIndex(seen)];
}

const isIn = (i: number, [first, last]: Range): boolean => i >= first && i <= last;

/**
 * The present things within a range; for the others what stood in their place before, the very same objects. What was within
 * another range before is no longer there, so its present form is taken, too. New things above the range are taken, since what
 * is in it stands below them; new ones below it are left out.
 */
export function seenOf<T>(
  present: readonly T[],
  before: readonly T[],
  key: (one: T) => string,
  kept: Range,
  seenBefore: Range = [0, -1]
): readonly T[] {
  // Nearly always the same things are in the same order.
  const past = new Map<string, number>();
  const find = (one: T, i: number): number | undefined => {
    const there = before[i];
    if (there !== undefined && key(there) === key(one)) return i;
    if (past.size === 0) for (const [j, each] of before.entries()) past.set(key(each), j);
    return past.get(key(one));
  };
  return present.flatMap((one, i) => {
    if (isIn(i, kept)) return [one];
    const at = find(one, i);
    if (at === undefined) return i < kept[0] ? [one] : [];
    return [isIn(at, seenBefore) ? one : before[at]!];
  });
}

/**
 * A list in groups of at least so many, the last aside; each begins where one may. A group that holds the same things as the one
 * at its place `before` is that very one.
 */
export function inGroups<T>(
  list: readonly T[],
  mayBegin: (one: T) => boolean,
  least: number,
  before: readonly (readonly T[])[] = []
): (readonly T[])[] {
  const groups: T[][] = [];
  for (const one of list) {
    const last = groups.at(-1);
    if (last === undefined || (last.length >= least && mayBegin(one))) groups.push([one]);
    else last.push(one);
  }
  return groups.map((group, i) => {
    const old = before[i];
    return old?.length === group.length && group.every((one, j) => one === old[j]) ? old : group;
  });
}
