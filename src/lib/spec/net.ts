/**
 * A network as it is written down: a tree of series, forks and taps over a dozen primitive operations.
 *
 * Plain data, imports nothing. Everything a reader sees is a walk over the graph that `flatten` makes of it.
 */

/** A size or step along both axes: [height, width]. */
export type Pair = readonly [height: number, width: number];

/** TensorFlow's words, or a number of zeros added on both sides of each axis. */
export type Padding = "same" | "valid" | Pair;

/** A sliding window. */
export interface Window {
  kernel: Pair;
  stride: Pair;
  pad: Padding;
}

/** One primitive operation. Groups equal to the channels that come in make a depthwise convolution. */
export type Op =
  | ({kind: "conv"; out: number; groups: number; bias: boolean} & Window)
  | {kind: "batchNorm"; eps: number; scale: boolean}
  | {kind: "relu"}
  | {kind: "softmax"}
  | {kind: "globalAvgPool"}
  | {kind: "flatten"}
  | ({kind: "maxPool"; round: "floor" | "ceil"} & Window)
  | ({kind: "avgPool"; round: "floor" | "ceil"; countPad: boolean} & Window)
  | {kind: "adaptiveAvgPool"; out: Pair}
  | {kind: "lrn"; size: number; alpha: number; beta: number; bias: number}
  | {kind: "dropout"; rate: number}
  | {kind: "dense"; out: number; bias: boolean}
  | {kind: "times"; by: number};

/** Parts applied one after another; no parts at all is the identity. */
export interface Series {
  kind: "series";
  parts: Named[];
  block?: string;
}

/** Parts applied to the same input, side by side, then joined along the channels or summed. */
export interface Fork {
  kind: "fork";
  join: "concat" | "add";
  parts: Named[];
  block?: string;
}

/** A head beside the main line, such as an auxiliary classifier: the main line passes through unchanged. */
export interface Tap {
  kind: "tap";
  net: Net;
}

/** A network or a part of one. */
export type Net = Op | Series | Fork | Tap;

/** A part with its name; names joined by "/" make the path. */
export type Named = readonly [name: string, net: Net];
