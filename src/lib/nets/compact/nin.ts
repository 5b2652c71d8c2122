/** Network in Network within the compact family's budget: three mlpconv blocks and one averaged map per class. */
import type {Named, Series} from "../../spec/net.ts";
import {conv, globalAvgPool, series} from "../../spec/build.ts";
import {down, unit} from "./shared.ts";

const mlpconv = (kernel: number, [wide, cccp1, cccp2]: readonly [number, number, number]): Series =>
  series({conv: unit(kernel, wide), cccp1: unit(1, cccp1), cccp2: unit(1, cccp2)}, "MlpConv");

// At this budget the second block's 3×3 pays better than the authors' 5×5: its layers can be almost twice as wide.
// The class maps have no ReLU, unlike the authors' Caffe models: with one, classes that lost early stay at 0.
const last: Named = ["mlpconv3", series({conv: unit(3, 128), cccp1: unit(1, 128), cccp2: conv(1, 10)}, "ClassMaps")];

/** Network in Network for 32×32 pictures. */
export function compactNin(): Series {
  return series(
    [
      ["mlpconv1", mlpconv(5, [32, 32, 32])],
      ["pool1", down],
      ["mlpconv2", mlpconv(3, [96, 96, 96])],
      ["pool2", down],
      last,
      ["pool3", globalAvgPool]
    ],
    "CompactNin"
  );
}
