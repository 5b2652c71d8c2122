/** The networks that the comparison shows, kept in the URL fragment as `nets`: the figures of the page share them. */
import {networks, type NetworkEntry} from "../../lib/nets/registry.ts";
import {fragmentState} from "./fragment.svelte.ts";
import {OWN, ownEntry} from "./own-entry.svelte.ts";

/** How many networks fit side by side. */
export const MOST_COMPARED = 6;

const known: readonly NetworkEntry[] = [...networks.values()].filter(({input}) => input[2] === 3);

/** The networks that can be compared: those that take a picture, and the reader's own. */
export function comparable(): readonly NetworkEntry[] {
  return ownEntry.entry === null ? known : [...known, ownEntry.entry];
}

const isComparable = (id: string): boolean =>
  id === OWN ? ownEntry.entry !== null : known.some((entry) => entry.id === id);
const FIRST = ["vgg16@torchvision", "googlenet@bvlc", "inception-v3@torchvision", "inception-resnet-v2@timm"];

/** Ids in the reader's order; unknown and repeated ones in the fragment are left out. */
export const compared = fragmentState<readonly string[]>("nets", FIRST, {
  parse: (text) => {
    const found = text.split(",").filter((id, i, all) => isComparable(id) && all.indexOf(id) === i);
    return found.length > 0 || text === "none" ? found.slice(0, MOST_COMPARED) : undefined;
  },
  print: (list) => (list.length === 0 ? "none" : list.join(","))
});
