/**
 * Inception V3 within the compact family's budget: 7×7 as 1×7 and 7×1 at 16×16 (inside the 12 to 20 where the paper found
 * it to work), the reduction that pools and convolves side by side, and split 3×3 ends at 8×8.
 */
import type {Net, Series} from "../../spec/net.ts";
import {avgPool, series} from "../../spec/build.ts";
import {inceptionB, inceptionC, reductionB} from "../factorised.ts";
import {auxiliary, down, half, head, unit} from "./shared.ts";

const kit = {unit, pool: avgPool(3)};

const splits = (one: number, reduce: number): Net =>
  inceptionC(kit, {one, reduce, middle: {reduce: unit(1, 44), conv: unit(3, 48)}, split: 36, proj: 32});

/** Inception V3 for 32×32 pictures. */
export function compactV3(): Series {
  const sevens = inceptionB(kit, {one: 16, seven: [12, 12, 24], double: [12, 12, 12, 12, 24], proj: 16});
  return series(
    [
      ["conv1", unit(3, 32)],
      ["pool1", down],
      ["mixed6a", sevens],
      ["mixed6b", sevens],
      ["aux1", auxiliary],
      ["mixed7a", reductionB(unit, [20, 44], [20, 20, 20, 32], half, down)],
      ["mixed7b", splits(52, 56)],
      ["aux2", auxiliary],
      ["mixed7c", splits(52, 56)],
      ["mixed7d", splits(48, 52)],
      ...head
    ],
    "CompactV3"
  );
}
