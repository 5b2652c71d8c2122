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
  /** All things: those that are kept up as they are now, the others as they were last shown. */
  readonly shown: readonly T[];
  /** Whether all are as they are now. */
  readonly whole: boolean;
  /** Indices between which things are there, these two among them; what is outside need not be drawn. */
  readonly first: number;
  readonly last: number;
}

type Range = readonly [first: number, last: number];

const ALL: Range = [0, Infinity];
const LATEST = 60; // milliseconds until the next are back, idle or not: what is away cannot take the focus
const FEW = 40; // things are sooner drawn than put away and brought back
const around = (a: Range, b: Range): Range =>
  b[1] < b[0] ? a : a[1] < a[0] ? b : [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

/**
 * What is shown of a list. A first change is seen on the screen at once; with the next one, which makes it a drag, what is off
 * the screen is put away if it is much. When the drag rests, everything else follows bit by bit while the page is idle. To be
 * called as a component is made.
 */
export function seenOnly<T>({list, key, seen, moving, step}: Listed<T>): SeenOnly<T> {
  // What was last shown, and the latest list; how many changes since all rested, and whether what is off the screen is put away.
  let before: readonly T[] = [];
  let latest: readonly T[] = [];
  let changes = 0;
  let away = false;
  // How many beyond those on the screen are kept up.
  let more = $state(Infinity);
  const ranges = $derived.by((): {kept: Range; there: Range} => {
    const now = list();
    if (now !== latest) changes++;
    latest = now;
    const beyond = moving() ? 0 : more;
    if (beyond === Infinity) {
      [changes, away] = [0, false];
      return {kept: ALL, there: ALL};
    }
    away ||= changes > 1 && now.length > FEW;
    const [first, last] = seenRange(now, seen);
    const kept: Range = [first - beyond, last + beyond];
    // What was on the screen and is no longer must go from there.
    return away ? {kept, there: kept} : {kept: around(kept, seenRange(before, seen)), there: ALL};
  });
  const whole = $derived(ranges.kept === ALL);
  const shown = $derived.by(() => (before = whole ? list() : seenOf(list(), before, key, ranges.kept)));
  const first = steady(() => ranges.there[0]);
  const last = steady(() => ranges.there[1]);

  $effect(() => {
    const [from, to] = ranges.kept;
    let callOff: (() => void) | undefined;
    if (moving()) more = 0;
    else if (!whole && from <= 0 && to >= list().length - 1) more = Infinity;
    else if (!whole) callOff = whenIdle(() => (more += step), LATEST);
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
