/** The site's one switch between multiply–adds and FLOPs, kept in the URL fragment as `unit`. */
import type {Unit} from "../../lib/viz/format.ts";
import {fragmentState, oneOf} from "./fragment.svelte.ts";

/** What costs are counted in on this page. */
export const unit = fragmentState<Unit>("unit", "mac", oneOf(["mac", "flop"]));
