/** What a dragged number has left behind: the last measured network that stood still for a moment. */
import {untrack} from "svelte";
import type {Sheet} from "../../lib/analysis/measure.ts";

const REST = 120; // milliseconds without a change

/**
 * A sheet that follows another once that rests. Whatever is off the screen, or only heard, shows this one, so that a frame under
 * a drag has no more to do than what is seen. Another network is followed at once. To be called as a component is made.
 */
export function resting(live: () => Sheet): {readonly sheet: Sheet} {
  let last = $state.raw(untrack(live));
  const sheet = $derived(last.graph === live().graph ? last : live());
  $effect(() => {
    const now = live();
    const timer = setTimeout(() => (last = now), REST);
    return () => clearTimeout(timer);
  });
  return {
    get sheet() {
      return sheet;
    }
  };
}
