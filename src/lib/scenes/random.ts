/** A seeded source of chance: the same seed gives the same numbers on every machine. */
export type Random = {
  /** The next number in [0, 1). */
  next(): number;
  /** A number in [low, high). */
  between(low: number, high: number): number;
  /** A whole number in [0, count). */
  below(count: number): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
  /** True with the given probability. */
  chance(probability: number): boolean;
};

/**
 * Makes a source of chance from a whole number and a stream name, so that scenery and subject draw independent numbers (mulberry32).
 * Its `pick` throws if there are no items.
 */
export function seeded(seed: number, stream = ""): Random {
  let state = scramble(seed, stream);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    between: (low, high) => low + (high - low) * next(),
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new Error("random.pick: needs at least one item, found none");
      return items[below(items.length)] as T;
    },
    chance: (probability) => next() < probability
  };
}

/** FNV-1a over the seed's four bytes and the stream's name. */
function scramble(seed: number, stream: string): number {
  let hash = 0x811c9dc5;
  const mixIn = (byte: number): void => {
    hash = Math.imul(hash ^ byte, 0x01000193);
  };
  for (let shift = 0; shift < 32; shift += 8) mixIn((seed >>> shift) & 255);
  for (let i = 0; i < stream.length; i++) mixIn(stream.charCodeAt(i) & 255);
  return hash | 0;
}
