/** Bars beside a drawing whose area is multiply–adds: each as high as the step it belongs to. */
import type {Sheet} from "../analysis/measure.ts";
import {total} from "../analysis/total.ts";

import type {Arrangement} from "./arrange.ts";

/** A bar at the height of its step; `w` is multiply–adds per pixel of height, at most the room there is. */
export interface MacBar {
  path: string;
  y: number;
  h: number;
  w: number;
  macs: number;
}

/** Bars for all steps of the main line that cost anything. */
export function macBars(arrangement: Arrangement, sheet: Sheet, room: number): MacBar[] {
  const bars = arrangement.lines.map((line) => ({...line, macs: total(sheet, line.scope).macs}));
  const densest = Math.max(Number.MIN_VALUE, ...bars.map(({macs, h}) => macs / h));
  return bars.filter(({macs}) => macs > 0).map((line) => ({...line, w: (room * line.macs) / line.h / densest}));
}
