/** How wide a whole network is drawn, in wide and in narrow places. */
import type {Sheet} from "../../lib/analysis/measure.ts";
import {arrange} from "../../lib/viz/arrange.ts";
import {fitScale, type Measures} from "../../lib/viz/spans.ts";
import type {NetworkEntry} from "../../lib/nets/registry.ts";
import {ownSheet} from "./network-graphs.ts";

/** A width in pixels, the room for bars out of it, and pixels per channel. */
interface NetworkPlace {
  width: number;
  bars: number;
  measures: Partial<Measures>;
  scale: number;
}

const PLACES = {
  wide: {width: 560, bars: 132, measures: {}},
  narrow: {width: 350, bars: 72, measures: {column: 8, letter: 6.5}}
} as const;

/** The two places for a measured network. */
export function placesFor(sheet: Sheet): {wide: NetworkPlace; narrow: NetworkPlace} {
  const fitted = ({width, bars, measures}: (typeof PLACES)["wide" | "narrow"]): NetworkPlace => ({
    ...{width, bars, measures},
    scale: fitScale(sheet, width - bars, measures)
  });
  return {wide: fitted(PLACES.wide), narrow: fitted(PLACES.narrow)};
}

/** Works out what a drawing of a network needs and keeps, so that drawing it is soon done: a task of its own before that. */
export function foresee(entry: NetworkEntry): void {
  const sheet = ownSheet(entry);
  for (const {width, bars, measures, scale} of Object.values(placesFor(sheet)))
    arrange(sheet, {width: width - bars, open: new Set(), scale, measures});
}
