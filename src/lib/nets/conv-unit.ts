/** The unit that every Inception network repeats: convolution, (normalisation,) ReLU. */
import type {Named, Net, Op, Series} from "../spec/net.ts";
import type {PadSize, Size} from "../spec/build.ts";
import {conv, relu, series} from "../spec/build.ts";

/** Makes one conv–(norm–)ReLU unit with `out` channels. */
export type ConvUnit = (kernel: Size, out: number, options?: {stride?: Size; pad?: PadSize}) => Series;

/** A unit's habits. `bias` is the convolution's: unless told, it has one only where no normalisation follows. */
export interface UnitHabits {
  norm?: Op;
  bias?: boolean;
  /** Padding where a layer says nothing. */
  pad?: PadSize;
}

/** A maker of units with the given habits. */
export function convUnit({norm, bias = norm === undefined, pad: usual = "same"}: UnitHabits = {}): ConvUnit {
  return (kernel, out, {stride = 1, pad = usual} = {}) => {
    const parts: Named[] = [["conv", conv(kernel, out, {stride, pad, bias}) as Net]];
    if (norm !== undefined) parts.push(["bn", norm]);
    parts.push(["relu", relu]);
    return series(parts);
  };
}
