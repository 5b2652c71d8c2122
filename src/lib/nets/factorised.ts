/**
 * The modules with factorised convolutions that V3 brought and V4 kept: the same shapes with other widths
 * (arXiv 1512.00567, Figs. 6, 7 and 10; arXiv 1602.07261, Figs. 5, 6 and 8).
 */
import type {Named, Net} from "../spec/net.ts";
import {concat, type PadSize, series} from "../spec/build.ts";
import type {ConvUnit} from "./conv-unit.ts";

const [row7, column7] = [[1, 7] as const, [7, 1] as const];

/** How a module reads its input: its units, and the 3×3 pool with stride 1 of its last branch. */
export interface Kit {
  unit: ConvUnit;
  pool: Net;
}

const pooled = ({unit, pool}: Kit, proj: number): Net => series({pool, proj: unit(1, proj)});

/** Widths along a branch, in the order of its convolutions. */
export interface SevensWidths {
  one: number;
  seven: readonly [reduce: number, row: number, column: number];
  double: readonly [reduce: number, column: number, row: number, column: number, row: number];
  proj: number;
}

/** 7×7 as 1×7 and 7×1, once and twice: the module for grids of 12 to 20. */
export function inceptionB(kit: Kit, {one, seven, double, proj}: SevensWidths): Net {
  const {unit} = kit;
  return concat(
    {
      "1x1": unit(1, one),
      "7x7": series({reduce: unit(1, seven[0]), "1x7": unit(row7, seven[1]), "7x1": unit(column7, seven[2])}),
      "7x7dbl": series({
        reduce: unit(1, double[0]),
        "7x1a": unit(column7, double[1]),
        "1x7a": unit(row7, double[2]),
        "7x1b": unit(column7, double[3]),
        "1x7b": unit(row7, double[4])
      }),
      pool: pooled(kit, proj)
    },
    "InceptionB"
  );
}

/** Options of a convolution that halves the resolution. */
export interface Halving {
  stride: 2;
  pad: PadSize;
}

/** A 1×7, a 7×1 and a 3×3 behind a 1×1, named `7x7x3`. */
export function sevensThenThree(
  unit: ConvUnit,
  [reduce, row, column, out]: readonly [number, number, number, number],
  last: {stride?: 2; pad: PadSize}
): Net {
  return series({
    reduce: unit(1, reduce),
    "1x7": unit(row7, row),
    "7x1": unit(column7, column),
    conv: unit(3, out, last)
  });
}

/** Halves the resolution: a 3×3, a factorised 7×7 with a 3×3 behind it, and the pool, side by side. */
export function reductionB(
  unit: ConvUnit,
  three: readonly [reduce: number, out: number],
  seven: readonly [reduce: number, row: number, column: number, out: number],
  half: Halving,
  pool: Net
): Net {
  return concat(
    {
      "3x3": series({reduce: unit(1, three[0]), conv: unit(3, three[1], half)}),
      "7x7x3": sevensThenThree(unit, seven, half),
      pool
    },
    "ReductionB"
  );
}

/** Widths of a module with split ends; `middle` are the convolutions of its longest branch before the split. */
export interface SplitWidths {
  one: number;
  reduce: number;
  middle: Readonly<Record<string, Net>>;
  split: number;
  proj: number;
}

/** The module at 8×8: two of its four branches end in a 1×3 and a 3×1 side by side, `split` channels each. */
export function inceptionC(kit: Kit, {one, reduce, middle, split, proj}: SplitWidths): Net {
  const {unit} = kit;
  const ends: Named = ["split", concat({"1x3": unit([1, 3], split), "3x1": unit([3, 1], split)})];
  return concat(
    {
      "1x1": unit(1, one),
      "3x3": series([["reduce", unit(1, reduce)], ends]),
      "3x3dbl": series([...Object.entries(middle), ends]),
      pool: pooled(kit, proj)
    },
    "InceptionC"
  );
}
