/** What the reader looks at in the receptive-field figure: a network, a node, and one output position, in the URL fragment. */
import {network, networks, type NetworkEntry} from "../../lib/nets/registry.ts";
import {fragmentState, whole} from "./fragment.svelte.ts";
import {OWN, ownEntry} from "./own-entry.svelte.ts";

/** The networks that look at pictures; single modules are given maps. */
const ids = [...networks.values()].filter(({input}) => input[2] === 3).map(({id}) => id);

/** A network that can be looked at: one of the registry, or the reader's own. */
export function reachEntry(id: string): NetworkEntry {
  return id === OWN ? ownEntry.entry! : network(id);
}

// Beside the number itself, null stands for the middle of the map, whatever its size.
const position = (key: string) => {
  const {parse} = whole(0, 4096);
  return fragmentState<number | null>(key, null, {parse, print: (value) => (value === null ? "" : String(value))});
};

/** The network, the node's path ("" is the default of the network) and the output position. */
export const reach = {
  net: fragmentState<string>("rf-net", "googlenet@bvlc", {
    parse: (text) => (text === OWN && ownEntry.entry === null ? undefined : [...ids, OWN].find((id) => id === text))
  }),
  node: fragmentState("rf-node", "", {parse: (text) => (/^[\w./-]{1,100}$/.test(text) ? text : undefined)}),
  row: position("rf-row"),
  column: position("rf-column")
};

/** Where the default network opens: its third module, whose window covers half of the picture. */
export const OPENING = {net: "googlenet@bvlc", node: "4a"} as const;
