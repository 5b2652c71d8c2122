/** The smallest picture that a network accepts. */
import type {Net} from "../spec/net.ts";
import {flatten, type Graph} from "../spec/graph.ts";
import {measure, MeasureError, type Shape} from "./measure.ts";

/**
 * The side in pixels of the smallest square RGB picture that passes through every window of a net.
 * @throws if none up to `most` pixels does
 */
export function smallestInput(net: Net, {channels = 3, most = 512} = {}): number {
  const graph = flatten(net);
  for (let side = 1; side <= most; side++) if (fits(graph, [side, side, channels])) return side;
  throw new Error(`no square picture up to ${most}×${most} fits`);
}

/**
 * A [height, width] in pixels that fits, found by halving below an input [height, width, channels] that does: a square one
 * from which no pixel can be taken, or where the squares' sides do not settle it, the input's own.
 */
export function fittingSize(graph: Graph, [height = 1, width = 1, channels = 3]: Shape): readonly [number, number] {
  const square = (side: number): boolean => fits(graph, [side, side, channels]);
  let [low, high] = [0, Math.max(height, width)];
  if (!square(high)) return [height, width];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (square(middle)) high = middle;
    else low = middle;
  }
  return [high, high];
}

function fits(graph: Graph, input: Shape): boolean {
  try {
    measure(graph, input);
    return true;
  } catch (error) {
    if (error instanceof MeasureError) return false;
    throw error;
  }
}

/** A net without the heads that stand directly beside its main line. */
export function withoutTaps(net: Net): Net {
  return net.kind === "series" ? {...net, parts: net.parts.filter(([, part]) => part.kind !== "tap")} : net;
}
