/** What a figure asks the live network, asked again whenever the question changes, while the figure is on the screen. */
import {untrack} from "svelte";
import {network} from "./network.svelte.ts";

/** A question that can be asked, and its answer. */
export interface Asked<Answer> {
  /** The answer to the question as it is now; null until it is there. */
  readonly answer: Answer | null;
  /** The newest answer there is, to whatever was asked. */
  readonly last: Answer | null;
  /** Whether the answer to the present question is on its way. */
  readonly busy: boolean;
  /** Asks now, and starts the network if need be. */
  ask(): Promise<void>;
}

/**
 * Follows a question. Call it while a component is made.
 * @param key changes with the question
 * @param put asks it; null if it was not answered
 * @param visible whether the figure can be seen
 */
export function asked<Answer>(
  key: () => string,
  put: () => Promise<Answer | null>,
  visible: () => boolean
): Asked<Answer> {
  let known = $state.raw<{key: string; answer: Answer} | null>(null);
  let pending = $state<string | null>(null);

  async function ask(): Promise<void> {
    const mine = key();
    if (pending === mine || known?.key === mine) return;
    pending = mine;
    const answer = await put();
    if (pending === mine) pending = null;
    if (answer !== null) known = {key: mine, answer};
  }

  $effect(() => {
    void key();
    if (visible() && network.started) untrack(() => void ask());
  });

  return {
    get answer() {
      return known !== null && known.key === key() ? known.answer : null;
    },
    get last() {
      return known?.answer ?? null;
    },
    get busy() {
      return pending !== null;
    },
    ask
  };
}
