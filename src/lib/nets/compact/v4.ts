/**
 * Inception V4 within the compact family's budget: its branched stem (pool beside convolution, then a short and a long way),
 * uniform modules of each kind, and no residual connections.
 */
import type {Named, Series} from "../../spec/net.ts";
import {avgPool, concat, series} from "../../spec/build.ts";
import {inceptionB, inceptionC, reductionB, sevensThenThree} from "../factorised.ts";
import {down, half, head, unit} from "./shared.ts";

const kit = {unit, pool: avgPool(3)};

const stem: Named[] = [
  ["conv1", unit(3, 20)],
  ["mixed3a", concat({pool: down, "3x3": unit(3, 20, half)}, "StemPool")],
  [
    "mixed4a",
    concat(
      {
        "3x3": series({reduce: unit(1, 16), conv: unit(3, 24)}),
        "7x7x3": sevensThenThree(unit, [16, 16, 16, 24], {pad: "same"})
      },
      "StemFork"
    )
  ]
];

/** Inception V4 for 32×32 pictures. */
export function compactV4(): Series {
  const middle = {reduce: unit(1, 48), "3x1": unit([3, 1], 52), "1x3": unit([1, 3], 56)};
  const splits = inceptionC(kit, {one: 44, reduce: 52, middle, split: 36, proj: 40});
  return series(
    [
      ...stem,
      ["mixed6b", inceptionB(kit, {one: 16, seven: [12, 12, 24], double: [12, 12, 12, 12, 24], proj: 16})],
      ["mixed7a", reductionB(unit, [20, 44], [20, 20, 20, 32], half, down)],
      ["mixed7b", splits],
      ["mixed7c", splits],
      ["mixed7d", splits],
      ...head
    ],
    "CompactV4"
  );
}
