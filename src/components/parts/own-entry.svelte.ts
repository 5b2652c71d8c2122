/** The reader's own network beside those of the registry. How it is read and kept is in own-network.svelte.ts, which few pages need. */
import type {NetworkEntry} from "../../lib/nets/registry.ts";

/** The id under which the reader's own network stands beside those of the registry. */
export const OWN = "own";

class OwnEntry {
  /** The network, if there is one. */
  entry = $state.raw<NetworkEntry | null>(null);
}

/** The page's one own network. */
export const ownEntry = new OwnEntry();
