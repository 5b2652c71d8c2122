/** Counts a network the way a published figure may have been counted. */
import {count, type Rules, SITE_RULES} from "../../lib/analysis/count.ts";
import {measure, type Sheet} from "../../lib/analysis/measure.ts";
import type {Figure, Switches} from "../../lib/nets/published-figures.ts";
import {read} from "../../lib/nets/readings.ts";
import {network} from "../../lib/nets/registry.ts";
import {flatten} from "../../lib/spec/graph.ts";
import {grouped} from "../../lib/viz/format.ts";

const POWER = {"": 0, k: 1, M: 2, G: 3} as const;
const sheets = new Map<string, Sheet>();

/** Our number for a figure's quantity under switches, in the figure's own unit: 1.58 for GoogLeNet in G. */
export function ourNumber({quantity, path, prefix, network: id}: Figure, switches: Switches): number {
  const rules: Rules = {...SITE_RULES, ...switches};
  return count(sheetFor(id, switches), quantity, rules, path) / (switches.kilo ?? 1000) ** POWER[prefix];
}

/** Our numbers for figures by their ids: by the site's rules, and under the switches that explain. */
export type Counted = Readonly<Record<string, readonly [ours: number, set: number]>>;

/** Counts figures both ways. */
export function counted(figures: readonly Figure[]): Counted {
  return Object.fromEntries(figures.map((one) => [one.id, [ourNumber(one, {}), ourNumber(one, one.set)]]));
}

/** A figure's note with our numbers in the places that are kept for them, so that none is typed. */
export function noteOf(figure: Figure): string | undefined {
  return figure.note?.replace(
    /\{(ours|set)(?:-(\w+))?:(\d)\}/g,
    (_, which: string, without: string, digits: string) => {
      const all = Object.entries(which === "set" ? figure.set : {});
      const switches: Switches = Object.fromEntries(all.filter(([name]) => name !== without));
      const decimals = Number(digits);
      return grouped(ourNumber(figure, switches).toFixed(decimals));
    }
  );
}

/** How a number agrees with a printed one: rounded or cut to its decimals it is the same, or it is not. */
export function agreement(ours: number, printed: string): "met" | "cut" | "open" {
  const decimals = printed.split(".")[1]?.length ?? 0;
  if (ours.toFixed(decimals) === printed) return "met";
  const digit = 10 ** decimals;
  return (Math.floor(ours * digit) / digit).toFixed(decimals) === printed ? "cut" : "open";
}

/** How our number agrees with a figure; cutting digits off counts only where the figure is known to be cut. */
export function verdict(figure: Figure, ours: number): "met" | "cut" | "open" {
  const found = agreement(ours, figure.value);
  return found === "cut" && figure.outcome !== "cut" ? "open" : found;
}

function sheetFor(
  id: string,
  {wide, first, classes, convBias, strideAt, layers, side, network: other}: Switches
): Sheet {
  const key = [other ?? id, wide, first, classes, convBias, strideAt, layers, side].join();
  const known = sheets.get(key);
  if (known !== undefined) return known;
  const entry = network(other ?? id);
  const reading = Object.fromEntries(
    Object.entries({wide, first, classes, convBias, strideAt, layers}).filter(([, value]) => value !== undefined)
  );
  const sheet = measure(flatten(read(entry.net(), reading)), side === undefined ? entry.input : [side, side, 3]);
  sheets.set(key, sheet);
  return sheet;
}
