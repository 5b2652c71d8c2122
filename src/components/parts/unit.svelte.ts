/** The site's one switch between multiply–adds and FLOPs, kept in the URL fragment as `unit`, and from page to page. */
import type {Unit} from "../../lib/viz/format.ts";
import {fragmentState, oneOf} from "./fragment.svelte.ts";

/** What costs are counted in by the figures; prose keeps to multiply–adds. */
export const unit = fragmentState<Unit>("unit", "mac", {...oneOf<Unit>(["mac", "flop"]), remembered: true});
