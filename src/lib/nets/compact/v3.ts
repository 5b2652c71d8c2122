/**
 * Inception V3 within the compact family's budget: 7×7 as 1×7 and 7×1 at 16×16 (inside the 12 to 20 where the paper found
 * it to work), the reduction that pools and convolves side by side, and split 3×3 ends at 8×8.
 */
import type {Named, Net, Series} from "../../spec/net.ts";
import {avgPool, concat, series} from "../../spec/build.ts";
import {down, half, head, unit} from "./shared.ts";

const average = avgPool(3);

/** One 1×1, a 7×7 and a double 7×7 in factors of width `c7`, and a pool. */
export function inceptionB(one: number, c7: number, seven: number, proj: number): Net {
  const [row, column] = [[1, 7] as const, [7, 1] as const];
  return concat(
    {
      "1x1": unit(1, one),
      "7x7": series({reduce: unit(1, c7), "1x7": unit(row, c7), "7x1": unit(column, seven)}),
      "7x7dbl": series({
        reduce: unit(1, c7),
        "7x1a": unit(column, c7),
        "1x7a": unit(row, c7),
        "7x1b": unit(column, c7),
        "1x7b": unit(row, seven)
      }),
      pool: series({pool: average, proj: unit(1, proj)})
    },
    "InceptionB"
  );
}

/** 16×16 to 8×8: a 3×3 and a factorised 7×7 with a 3×3 behind it, both with stride 2, beside a pool. */
export function reductionB(reduce: number, three: number, seven: number): Net {
  return concat(
    {
      "3x3": series({reduce: unit(1, reduce), conv: unit(3, three, half)}),
      "7x7x3": series({
        reduce: unit(1, reduce),
        "1x7": unit([1, 7], reduce),
        "7x1": unit([7, 1], reduce),
        conv: unit(3, seven, half)
      }),
      pool: down
    },
    "ReductionB"
  );
}

/** A module whose 3×3 ends are a 1×3 and a 3×1 side by side, `split` channels each. */
export function inceptionC(
  one: number,
  reduce: number,
  double: readonly [number, number],
  split: number,
  proj: number
): Net {
  const ends = concat({"1x3": unit([1, 3], split), "3x1": unit([3, 1], split)});
  return concat(
    {
      "1x1": unit(1, one),
      "3x3": series({reduce: unit(1, reduce), split: ends}),
      "3x3dbl": series({reduce: unit(1, double[0]), conv: unit(3, double[1]), split: ends}),
      pool: series({pool: average, proj: unit(1, proj)})
    },
    "InceptionC"
  );
}

/** Inception V3 for 32×32 pictures. */
export function compactV3(): Series {
  const modules: Named[] = [
    ["mixed6a", inceptionB(16, 12, 24, 16)],
    ["mixed6b", inceptionB(16, 12, 24, 16)],
    ["mixed7a", reductionB(20, 44, 32)],
    ["mixed7b", inceptionC(52, 56, [44, 48], 36, 32)],
    ["mixed7c", inceptionC(52, 56, [44, 48], 36, 32)],
    ["mixed7d", inceptionC(48, 52, [44, 48], 36, 32)]
  ];
  return series([["conv1", unit(3, 32)], ["pool1", down], ...modules, ...head], "CompactV3");
}
