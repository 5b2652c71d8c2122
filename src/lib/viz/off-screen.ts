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

/**
 * Each of the present things that is seen now, or was as it rested; for the others what stood in their place then, the very same
 * objects. What had no place then is new, and stands.
 */
export function seenOf<T>(
  present: readonly T[],
  rested: readonly T[],
  {key, seen}: {key: (one: T) => string; seen: (one: T, i: number) => boolean}
): readonly T[] {
  if (present === rested) return present;
  const before = new Map(rested.map((one, i) => [key(one), {one, seen: seen(one, i)}]));
  return present.map((one, i) => {
    const past = before.get(key(one));
    return past === undefined || past.seen || seen(one, i) ? one : past.one;
  });
}
