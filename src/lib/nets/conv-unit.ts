/** The unit that every Inception network repeats: convolution, (normalisation,) ReLU. */
import type {Named, Net, Op, Series} from "../spec/net.ts";
import type {PadSize, Size} from "../spec/build.ts";
import {conv, relu, series} from "../spec/build.ts";

/** Makes one conv–(norm–)ReLU unit with `out` channels. */
export type ConvUnit = (kernel: Size, out: number, options?: {stride?: Size; pad?: PadSize}) => Series;

/** A unit's habits: the normalisation, if any, and the padding where a layer says nothing. The conv has a bias only without one. */
export function convUnit({norm, pad: usual = "same"}: {norm?: Op; pad?: PadSize} = {}): ConvUnit {
  return (kernel, out, {stride = 1, pad = usual} = {}) => {
    const parts: Named[] = [["conv", conv(kernel, out, {stride, pad, bias: norm === undefined}) as Net]];
    if (norm !== undefined) parts.push(["bn", norm]);
    parts.push(["relu", relu]);
    return series(parts);
  };
}
