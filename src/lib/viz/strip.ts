/** Where windows lie along a line, for drawing. */
import {slideAxis} from "../analysis/measure.ts";

/** One window: numbers [start, end), negative in the zeros before, and the row in which it is drawn. */
export interface StripWindow {
  start: number;
  end: number;
  row: number;
}

/** Windows along a line. */
export interface Strip {
  out: number;
  /** Zeros laid down before and after. */
  before: number;
  after: number;
  windows: readonly StripWindow[];
  /** Rows that the windows need so as not to overlap. */
  rows: number;
  /** Numbers at the end that no window sees. */
  unseen: number;
  /** By how much the last window reaches beyond the line and its zeros. */
  beyond: number;
}

/** Lays windows of one side along a line; null where none fits. */
export function layStrip(
  length: number,
  side: number,
  stride: number,
  pad: "same" | "valid" | number,
  round: "floor" | "ceil"
): Strip | null {
  const slid = slideAxis(length, side, stride, pad, round);
  if (slid === null) return null;
  const {out, before} = slid;
  const after = pad === "same" ? slid.after : pad === "valid" ? 0 : pad;
  const rows = Math.min(out, Math.ceil(side / stride));
  const windows = Array.from({length: out}, (_, i) => ({
    start: i * stride - before,
    end: i * stride - before + side,
    row: i % rows
  }));
  const end = windows.at(-1)!.end;
  return {
    ...{out, before, after, windows, rows},
    unseen: Math.max(0, length - end),
    beyond: Math.max(0, end - length - after)
  };
}
