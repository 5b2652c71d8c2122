/** Network in Network within the compact family's budget: three mlpconv blocks and one averaged map per class. */
import type {Named, Series} from "../../spec/net.ts";
import {conv, globalAvgPool, series} from "../../spec/build.ts";
import {down, unit} from "./shared.ts";

const mlpconv = (kernel: number, [wide, cccp1, cccp2]: readonly [number, number, number]): Series =>
  series({conv: unit(kernel, wide), cccp1: unit(1, cccp1), cccp2: unit(1, cccp2)}, "MlpConv");

// The class maps have no ReLU, unlike the authors' Caffe models: with one, classes that lost early stay at 0.
const last: Named = ["mlpconv3", series({conv: unit(3, 216), cccp1: unit(1, 216), cccp2: conv(1, 10)}, "ClassMaps")];

/** Network in Network for 32×32 pictures. */
export function compactNin(): Series {
  return series(
    [
      ["mlpconv1", mlpconv(5, [24, 20, 16])],
      ["pool1", down],
      ["mlpconv2", mlpconv(5, [56, 64, 88])],
      ["pool2", down],
      last,
      ["pool3", globalAvgPool]
    ],
    "CompactNin"
  );
}
