/** Which of the trained networks the figures of a page look into: one choice for all of them, kept in the address. */
import {network as entryOf} from "../../lib/nets/registry.ts";
import {releases} from "../../lib/nets/releases.ts";
import {fragmentState, oneOf} from "./fragment.svelte.ts";
import {NETWORK} from "./network.svelte.ts";

/** A trained network that can be chosen. */
export interface Trained {
  id: string;
  /** Without the word that all of them share. */
  name: string;
}

/** The compact networks that have weights, in the order of the story. */
export const trained: readonly Trained[] = [...releases.values()]
  .filter(({network}) => network.startsWith("compact-"))
  .map(({id, network}) => ({id, name: entryOf(network).name.replace(/^Compact /, "")}));

const ids = trained.map(({id}) => id);

/** The chosen network's id. */
export const chosenNetwork = fragmentState("net", NETWORK, oneOf(ids));
