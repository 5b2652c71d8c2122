/** What many elements follow and what seldom changes, kept apart from what it is worked out from. */
import {untrack} from "svelte";

/**
 * A value that is worked out whenever what it depends on changes, and told on only if it is another one. A `$derived` is told on
 * only then, too, but each that follows it is asked every time whether it must follow: with hundreds of them, every frame of a
 * drag pays for that. To be called as a component is made.
 */
export function steady<T>(find: () => T): {readonly value: T} {
  let value = $state.raw(untrack(find));
  $effect.pre(() => {
    const next = find();
    if (next !== untrack(() => value)) value = next;
  });
  return {
    get value() {
      return value;
    }
  };
}
