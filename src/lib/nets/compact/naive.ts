/** The naive module of "Going Deeper with Convolutions" (Fig. 2a) within the compact family's budget: nothing is reduced. */
import type {Named, Series} from "../../spec/net.ts";
import {series} from "../../spec/build.ts";
import {naiveModule} from "../inception-v1.ts";
import {down, head, unit} from "./shared.ts";

const module = (name: string, one: number, three: number, five: number): Named => [
  name,
  naiveModule({"1x1": one, "3x3": three, "5x5": five}, unit)
];

/** Naive Inception for 32×32 pictures. Its pools pass everything on, so it affords five modules where V1 has six. */
export function compactNaive(): Series {
  return series(
    [
      ["conv1", unit(3, 32)],
      ["pool1", down],
      module("3a", 12, 20, 4),
      module("3b", 12, 20, 4),
      ["pool2", down],
      module("4a", 20, 36, 8),
      module("4b", 20, 32, 8),
      module("4c", 20, 32, 8),
      ...head
    ],
    "CompactNaive"
  );
}
