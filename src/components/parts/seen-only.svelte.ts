/** A long list of which only what is on the screen is kept up while a number is dragged, or made at once when much is added. */
import {type Range, seenOf, seenRange} from "../../lib/viz/off-screen.ts";
import {whenIdle} from "./idle.ts";

interface Listed<T> {
  list: () => readonly T[];
  key: (one: T) => string;
  /** Whether a thing is on the screen, or near. */
  seen: (one: T, i: number) => boolean;
  /** Whether a drag is on, or much was just added. */
  moving: () => boolean;
  /** So many more at both ends follow at a time. */
  step: number;
}

interface SeenOnly<T> {
  /** Those things that are kept up as they are now, the others as they were last shown, if they were. */
  readonly shown: readonly T[];
  /** Whether all are as they are now. */
  readonly whole: boolean;
  /** Has all follow at once, as soon as effects run: for who goes to one that may be anywhere. */
  follow(): void;
}

const ALL: Range = [0, Infinity];
const LATEST = 60; // milliseconds until the next follow, idle or not

/**
 * What is shown of a list. A change is seen on the screen at once; off the screen things stay as they were, and follow bit by bit
 * while the page is idle, once the number rests. To be called as a component is made.
 */
export function seenOnly<T>({list, key, seen, moving, step}: Listed<T>): SeenOnly<T> {
  let before: readonly T[] = []; // as last shown
  // How many beyond those on the screen are kept up.
  let more = $state(Infinity);
  // The list that all of was asked for.
  let wanted = $state.raw<readonly T[]>();
  const kept = $derived.by((): Range => {
    const beyond = moving() ? 0 : more;
    if (beyond === Infinity || wanted === list()) return ALL;
    const [first, last] = seenRange(list(), seen);
    return [first - beyond, last + beyond];
  });
  const whole = $derived(kept === ALL);
  const shown = $derived.by(
    () => (before = whole ? list() : seenOf(list(), before, key, kept, seenRange(before, seen)))
  );

  $effect(() => {
    const [from, to] = kept;
    let callOff: (() => void) | undefined;
    if (moving()) more = 0;
    else if (from <= 0 && to >= list().length - 1) more = Infinity;
    else callOff = whenIdle(() => (more += step), LATEST);
    return callOff;
  });

  return {
    get shown() {
      return shown;
    },
    get whole() {
      return whole;
    },
    follow() {
      wanted = list();
    }
  };
}
