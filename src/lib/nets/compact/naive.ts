/** The naive module of "Going Deeper with Convolutions" (Fig. 2a) within the compact family's budget: nothing is reduced. */
import type {Named, Series} from "../../spec/net.ts";
import {series} from "../../spec/build.ts";
import {naiveModule} from "../inception-v1.ts";
import {down, head, unit} from "./shared.ts";

const module = (name: string, one: number, three: number, five: number): Named => [
  name,
  naiveModule({"1x1": one, "3x3": three, "5x5": five}, unit)
];

/**
 * Naive Inception for 32×32 pictures, with a second convolution before the modules as GoogLeNet's stem has one. Its pools pass
 * everything on, so it affords five modules, and narrow ones, where V1 has six.
 */
export function compactNaive(): Series {
  return series(
    [
      ["conv1", unit(3, 32)],
      ["pool1", down],
      ["conv2", unit(3, 48)],
      module("3a", 12, 24, 4),
      ["pool2", down],
      module("4a", 12, 32, 4),
      module("4b", 12, 32, 4),
      module("4c", 12, 32, 4),
      module("4d", 12, 32, 4),
      ...head
    ],
    "CompactNaive"
  );
}
