/** What a figure asks the live network, asked again whenever the question changes, while the figure is on the screen. */
import {untrack} from "svelte";
import {network} from "./network.svelte.ts";
import {picture, type Still} from "./picture.svelte.ts";

/** A question that can be asked, and its answer. */
export interface Asked<Answer> {
  /** The answer to the question as it is now; null until it is there. */
  readonly answer: Answer | null;
  /** The newest answer of the same network, to whatever it was asked. */
  readonly last: Answer | null;
  /** Whether an answer is on its way. */
  readonly busy: boolean;
  /** Asks now, and starts the network if need be. */
  ask(): Promise<void>;
}

/**
 * Follows a question about the page's picture. Call it while a component is made.
 *
 * A question once put is answered to its end, and only then is the newest one put: the camera has a new picture before many
 * runs are over, and a question that began anew with each of them would never be answered.
 * @param of the network that is asked
 * @param key changes with the question
 * @param put asks it, about the picture as it is then; null if it was not answered
 * @param visible whether the figure can be seen
 */
export function asked<Answer>(
  of: () => string,
  key: () => string,
  put: (still: Still) => Promise<Answer | null>,
  visible: () => boolean
): Asked<Answer> {
  let known = $state.raw<{of: string; key: string; answer: Answer} | null>(null);
  let pending = $state(false);
  let again = false;
  const isKnown = (): boolean => known !== null && known.of === of() && known.key === key();

  async function ask(): Promise<void> {
    again = true;
    if (pending) return;
    while (again && !(isKnown() && network.started)) {
      [again, pending] = [false, true];
      const mine = {of: of(), key: key()};
      const still = picture.still();
      const answer = await put(still);
      still.close();
      if (answer !== null) known = {...mine, answer};
      if (!network.started) break; // stopped, or it failed
    }
    pending = false;
  }

  $effect(() => {
    void [of(), key()];
    if (visible() && network.started) untrack(() => void ask());
  });

  return {
    get answer() {
      return isKnown() ? known!.answer : null;
    },
    get last() {
      return known?.of === of() ? known.answer : null;
    },
    get busy() {
      return pending;
    },
    ask
  };
}
