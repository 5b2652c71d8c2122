/** Which trained networks there are, for chapters that wait for one. */
import {releases} from "../../lib/nets/releases.ts";

/** How many of the compact networks are published. */
export const publishedNetworks: number = [...releases.values()].filter(({network}) =>
  network.startsWith("compact-")
).length;

/** A release's id if it is published, else that of the one that stands in. */
export function publishedOr(id: string, until: string): string {
  return releases.has(id) ? id : until;
}
