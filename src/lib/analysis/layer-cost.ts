/** What one square convolution with biases costs, by the same walk that measures whole networks. */
import {conv} from "../spec/build.ts";
import {flatten} from "../spec/graph.ts";
import {measure} from "./measure.ts";

/** Height and width of the output, side of the kernel, channels in and out. */
export interface LayerNumbers {
  height: number;
  width: number;
  kernel: number;
  in: number;
  out: number;
}

/** Multiply–adds for one picture; trained numbers, biases included. */
export interface LayerCost {
  macs: number;
  params: number;
}

/** The cost of a convolution. Its stride and padding do not matter once the output's size is known. */
export function layerCost({height, width, kernel, in: channels, out}: LayerNumbers): LayerCost {
  const {rows} = measure(flatten(conv(kernel, out)), [height, width, channels]);
  const {macs, params} = rows.at(-1)!;
  return {macs, params};
}
