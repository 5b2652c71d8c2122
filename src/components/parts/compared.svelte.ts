/** The networks that the comparison shows, kept in the URL fragment as `nets`: the figures of the page share them. */
import {networks, type NetworkEntry} from "../../lib/nets/registry.ts";
import {fragmentState} from "./fragment.svelte.ts";

/** How many networks fit side by side. */
export const MOST_COMPARED = 6;

/** The networks that can be compared: those that take a picture. */
export const comparable: readonly NetworkEntry[] = [...networks.values()].filter(({input}) => input[2] === 3);

const isComparable = (id: string): boolean => comparable.some((entry) => entry.id === id);
const FIRST = ["vgg16@torchvision", "googlenet@bvlc", "inception-v3@torchvision", "inception-resnet-v2@timm"];

/** Ids in the reader's order; unknown and repeated ones in the fragment are left out. */
export const compared = fragmentState<readonly string[]>("nets", FIRST, {
  parse: (text) => {
    const known = text.split(",").filter((id, i, all) => isComparable(id) && all.indexOf(id) === i);
    return known.length > 0 || text === "none" ? known.slice(0, MOST_COMPARED) : undefined;
  },
  print: (list) => (list.length === 0 ? "none" : list.join(","))
});
