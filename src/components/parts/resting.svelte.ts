/** What a dragged number has left behind: the last measured network that stood still for a moment. */
import {untrack} from "svelte";
import {whenIdle} from "./idle.ts";
import type {Sheet} from "../../lib/analysis/measure.ts";

const LATEST = 400; // milliseconds that it waits for that at most
const REST = 120; // milliseconds without a change, and then as soon as the page has nothing else to do

/**
 * A sheet that follows another once that rests. Whatever is off the screen, or only heard, shows this one, so that a frame under
 * a drag has no more to do than what is seen. Another network is followed at once. To be called as a component is made.
 */
export function resting(live: () => Sheet): {readonly sheet: Sheet} {
  let last = $state.raw(untrack(live));
  const sheet = $derived(last.graph === live().graph ? last : live());
  $effect(() => {
    const now = live();
    if (now === untrack(() => last)) return;
    let cancel: (() => void) | undefined;
    // Where frames take long, a drag goes on for longer than the rest: so idleness decides where browsers tell of it.
    const timer = setTimeout(() => (cancel = whenIdle(() => (last = now), LATEST)), REST);
    return () => {
      clearTimeout(timer);
      cancel?.();
    };
  });
  return {
    get sheet() {
      return sheet;
    }
  };
}
