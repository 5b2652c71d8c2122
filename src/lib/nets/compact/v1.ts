/** Inception V1 within the compact family's budget. */
import type {Named, Series} from "../../spec/net.ts";
import {dense, globalAvgPool, series} from "../../spec/build.ts";
import {inceptionModule, type InceptionWidths} from "../inception-v1.ts";
import {auxiliary, down, unit} from "./shared.ts";

type Six = readonly [one: number, reduce3: number, three: number, reduce5: number, five: number, proj: number];

const widths = ([one, reduce3, three, reduce5, five, proj]: Six): InceptionWidths => ({
  "1x1": one,
  "3x3reduce": reduce3,
  "3x3": three,
  "5x5reduce": reduce5,
  "5x5": five,
  poolProj: proj
});

const module = (name: string, six: Six): Named => [name, inceptionModule(widths(six), unit)];

/** Inception V1 for 32×32 pictures: stem, the paper's modules (Fig. 2b, 5×5 and all) at 16×16 and 8×8, average, linear. */
export function compactV1(): Series {
  return series(
    [
      ["conv1", unit(3, 32)],
      ["pool1", down],
      module("3a", [20, 20, 40, 6, 12, 12]),
      module("3b", [28, 24, 48, 6, 12, 16]),
      ["aux1", auxiliary],
      ["pool2", down],
      module("4a", [44, 44, 80, 8, 20, 28]),
      module("4b", [48, 48, 88, 8, 24, 32]),
      ["aux2", auxiliary],
      module("4c", [48, 48, 88, 8, 24, 32]),
      module("4d", [52, 48, 92, 8, 24, 32]),
      ["pool3", globalAvgPool],
      ["fc", dense(10)]
    ],
    "CompactV1"
  );
}
