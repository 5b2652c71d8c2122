/** The smallest picture that a network accepts. */
import type {Net} from "../spec/net.ts";
import {flatten} from "../spec/graph.ts";
import {measure, MeasureError} from "./measure.ts";

/**
 * The side in pixels of the smallest square RGB picture that passes through every window of a net.
 * @throws if none up to `most` pixels does
 */
export function smallestInput(net: Net, {channels = 3, most = 512} = {}): number {
  const graph = flatten(net);
  for (let side = 1; side <= most; side++) {
    try {
      measure(graph, [side, side, channels]);
      return side;
    } catch (error) {
      if (!(error instanceof MeasureError)) throw error;
    }
  }
  throw new Error(`no square picture up to ${most}×${most} fits`);
}

/** A net without the heads that stand directly beside its main line. */
export function withoutTaps(net: Net): Net {
  return net.kind === "series" ? {...net, parts: net.parts.filter(([, part]) => part.kind !== "tap")} : net;
}
