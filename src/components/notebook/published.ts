/** Which trained networks there are, for chapters that wait for one. */
import {releases} from "../../lib/nets/releases.ts";

/** A release's id if it is published, else that of the one that stands in. */
export function publishedOr(id: string, until: string): string {
  return releases.has(id) ? id : until;
}
