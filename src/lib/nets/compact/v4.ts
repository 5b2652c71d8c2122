/**
 * Inception V4 within the compact family's budget: its branched stem (pool beside convolution, then a short and a long way),
 * uniform modules of each kind, and no residual connections.
 */
import type {Named, Net, Series} from "../../spec/net.ts";
import {avgPool, concat, series} from "../../spec/build.ts";
import {down, half, head, unit} from "./shared.ts";
import {inceptionB, reductionB} from "./v3.ts";

const stem: Named[] = [
  ["conv1", unit(3, 20)],
  ["mixed3a", concat({pool: down, "3x3": unit(3, 20, half)}, "StemPool")],
  [
    "mixed4a",
    concat(
      {
        "3x3": series({reduce: unit(1, 16), conv: unit(3, 24)}),
        "7x7x3": series({reduce: unit(1, 16), "1x7": unit([1, 7], 16), "7x1": unit([7, 1], 16), conv: unit(3, 24)})
      },
      "StemFork"
    )
  ]
];

/** The paper's Fig. 6: like V3's, but with a 3×1 and a 1×3 in place of the 3×3. */
function inceptionC(
  one: number,
  reduce: number,
  double: readonly [number, number, number],
  split: number,
  proj: number
): Net {
  const ends = concat({"1x3": unit([1, 3], split), "3x1": unit([3, 1], split)});
  return concat(
    {
      "1x1": unit(1, one),
      "3x3": series({reduce: unit(1, reduce), split: ends}),
      "3x3dbl": series({
        reduce: unit(1, double[0]),
        "3x1": unit([3, 1], double[1]),
        "1x3": unit([1, 3], double[2]),
        split: ends
      }),
      pool: series({pool: avgPool(3), proj: unit(1, proj)})
    },
    "InceptionC"
  );
}

/** Inception V4 for 32×32 pictures. */
export function compactV4(): Series {
  const c = inceptionC(44, 52, [48, 52, 56], 36, 40);
  return series(
    [
      ...stem,
      ["mixed6b", inceptionB(16, 12, 24, 16)],
      ["mixed7a", reductionB(20, 44, 32)],
      ["mixed7b", c],
      ["mixed7c", c],
      ["mixed7d", c],
      ...head
    ],
    "CompactV4"
  );
}
