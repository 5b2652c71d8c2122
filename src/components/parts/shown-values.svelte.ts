/**
 * What the page's figures show now, by name, for the equations around them. A figure tells its own values; until one is awake, an
 * equation keeps what was worked out when the page was built.
 */
import {untrack} from "svelte";
import {SvelteMap} from "svelte/reactivity";

/** The values that figures tell. */
export const SHOWN_NAMES = [
  ...["naive-out", "naive-in", "naive-1x1", "naive-3x3", "naive-5x5", "naive-positions"],
  ...["norm-mean", "norm-deviation", "norm-gamma", "norm-beta"],
  ...["fold-mean", "fold-variance", "fold-gamma", "fold-beta"],
  ...["gradient-factor", "gradient-layers", "gradient-spread"],
  ...["kernel-side", "kernel-products", "kernel-weight"],
  ...["smooth-part", "smooth-classes", "smooth-lead", "clip-threshold"],
  ...["bench-width", "bench-macs", "bench-first", "bench-rest", "bench-first-means", "bench-rest-means"],
  ...["stack-size", "stack-scale", "ensemble-answers"]
] as const;

/** The name of a value that a figure tells. */
export type ShownName = (typeof SHOWN_NAMES)[number];

const shown = new SvelteMap<ShownName, string>();

/** What a figure shows under a name now; undefined while none has told it. */
export function shownNow(name: ShownName): string | undefined {
  return shown.get(name);
}

/** Tells the equations what a figure shows, whenever that changes; called while the figure is made. */
export function tell(values: () => Readonly<Partial<Record<ShownName, string>>>): void {
  $effect(() => {
    const now = Object.entries(values()) as [ShownName, string][];
    untrack(() => now.forEach(([name, text]) => shown.set(name, text)));
  });
}
