/** The networks whose auxiliary heads ship. */
import {releases} from "../../lib/nets/releases.ts";

/** Ids of all releases with auxiliary heads that can be asked. */
export const headed: readonly string[] = [...releases.values()].flatMap(({id, heads}) =>
  heads === undefined ? [] : [id]
);
