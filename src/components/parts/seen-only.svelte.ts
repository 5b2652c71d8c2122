/** A long list of which only what is on the screen is kept up while a number is dragged. */
import {seenOf, seenRange} from "../../lib/viz/off-screen.ts";
import {steady} from "./steady.svelte.ts";
import {whenIdle} from "./idle.ts";

interface Listed<T> {
  list: () => readonly T[];
  key: (one: T) => string;
  /** Whether a thing is on the screen, or near. */
  seen: (one: T, i: number) => boolean;
  /** Whether a drag is on. */
  moving: () => boolean;
  /** So many more at both ends are brought back at a time. */
  step: number;
}

interface SeenOnly<T> {
  /** All things: those that are there as they are now, the others as they were last shown. */
  readonly shown: readonly T[];
  /** Whether all are there. */
  readonly whole: boolean;
  /** Indices between which things are there, these two among them; what is outside need not be drawn. */
  readonly first: number;
  readonly last: number;
}

/**
 * What is shown of a list. Under a drag that is what is on the screen; when the drag rests, the rest comes back bit by bit while
 * the page is idle. To be called as a component is made.
 */
export function seenOnly<T>({list, key, seen, moving, step}: Listed<T>): SeenOnly<T> {
  let before: readonly T[] = [];
  // How many beyond those on the screen are there.
  let more = $state(Infinity);
  const range = $derived.by((): readonly [number, number] => {
    const beyond = moving() ? 0 : more;
    if (beyond === Infinity) return [0, Infinity];
    const [first, last] = seenRange(list(), seen);
    return [first - beyond, last + beyond];
  });
  const whole = $derived(range[1] === Infinity);
  const shown = $derived.by(() => (before = whole ? list() : seenOf(list(), before, key, range)));
  const first = steady(() => range[0]);
  const last = steady(() => range[1]);

  $effect(() => {
    let callOff: (() => void) | undefined;
    if (moving()) more = 0;
    else if (!whole && range[0] <= 0 && range[1] >= list().length - 1) more = Infinity;
    else if (!whole) callOff = whenIdle(() => (more += step));
    return callOff;
  });

  return {
    get shown() {
      return shown;
    },
    get whole() {
      return whole;
    },
    get first() {
      return first.value;
    },
    get last() {
      return last.value;
    }
  };
}
