/** A net made wider or narrower, and the width at which it costs a given amount. */
import {mapOps} from "../spec/map-ops.ts";
import {flatten} from "../spec/graph.ts";
import type {Net} from "../spec/net.ts";
import {measure, type Shape} from "./measure.ts";
import {total} from "./total.ts";

/** The net with every convolution's channels multiplied and rounded, at least one; those at the paths that `keep` names stay. */
export function widen(net: Net, factor: number, keep: (path: string) => boolean = () => false): Net {
  return mapOps(net, (path, op) =>
    op.kind === "conv" && !keep(path) ? {...op, out: Math.max(1, Math.round(op.out * factor))} : op
  );
}

/** Least and greatest percentage that is tried. */
const [LEAST, MOST] = [1, 800];

/**
 * The whole percentage of its widths at which a net does about as many multiply–adds as told, the input staying as it is.
 * @returns null if that takes more than eight times its widths
 */
export function percentFor(net: Net, input: Shape, macs: number, keep?: (path: string) => boolean): number | null {
  const cost = (percent: number): number => total(measure(flatten(widen(net, percent / 100, keep)), input)).macs;
  if (cost(MOST) < macs) return null;
  let [low, high] = [LEAST, MOST];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (cost(middle) < macs) low = middle;
    else high = middle;
  }
  return macs - cost(low) < cost(high) - macs ? low : high;
}
