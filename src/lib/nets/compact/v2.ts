/** BN-Inception within the compact family's budget: 5×5 as two 3×3, average pools, reduction modules instead of pools. */
import type {Named, Series} from "../../spec/net.ts";
import {series} from "../../spec/build.ts";
import {bnModule, bnReduction, type BnWidths} from "../bn-inception.ts";
import {down, half, head, unit} from "./shared.ts";

const regular = (
  name: string,
  one: number,
  three: BnWidths["three"],
  double: BnWidths["double"],
  ...pool: BnWidths["pool"]
): Named => [name, bnModule({one, three, double, pool}, unit)];

/** BN-Inception for 32×32 pictures. */
export function compactV2(): Series {
  return series(
    [
      ["conv1", unit(3, 32)],
      ["pool1", down],
      regular("3a", 16, [16, 32], [8, 12], "avg", 12),
      regular("3b", 20, [20, 36], [8, 16], "avg", 16),
      ["3c", bnReduction({three: [24, 48], double: [12, 20]}, unit, down, half)],
      regular("4a", 40, [44, 72], [12, 24], "avg", 28),
      regular("4b", 44, [44, 80], [12, 28], "avg", 28),
      regular("4c", 44, [44, 76], [12, 28], "avg", 28),
      regular("4d", 40, [40, 76], [12, 28], "max", 28),
      ...head
    ],
    "CompactV2"
  );
}
