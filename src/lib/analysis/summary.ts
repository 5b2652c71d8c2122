/** What a network card says of a measured network in numbers. */
import {depth, lastMap} from "./depth.ts";
import type {Row, Sheet} from "./measure.ts";
import {type Peak, peakMemory} from "./memory.ts";
import {medianSize, routesTo} from "./receptive.ts";
import {taps, total} from "./total.ts";

/** The figures of a network, auxiliary heads apart. */
export interface Summary {
  params: number;
  /** Parameters with all heads; null where there are none. */
  withHeads: number | null;
  statistics: number;
  macs: number;
  /** Largest sum of activations alive at once, and where. */
  peak: Peak;
  /** Bytes of all activations together. */
  maps: number;
  /** Layers with weights on the longest way, and in all. */
  depth: number;
  layers: number;
  /** The last map, and the side of the window that half of the routes to it do not exceed. */
  last: Row;
  medianField: number;
}

/** Sums a sheet up. */
export function summarise(sheet: Sheet): Summary {
  const {params, statistics, macs, bytes} = total(sheet);
  const heads = [...taps(sheet).values()];
  const last = lastMap(sheet);
  return {
    ...{params, statistics, macs, maps: bytes, last},
    withHeads: heads.length === 0 ? null : heads.reduce((sum, head) => sum + head.params, params),
    peak: peakMemory(sheet),
    depth: depth(sheet),
    layers: layersOutsideHeads(sheet),
    medianField: medianSize(routesTo(sheet, last.id), 0)
  };
}

function layersOutsideHeads({graph, rows}: Sheet): number {
  const heads = graph.outline.parts.filter(({kind}) => kind === "tap");
  return rows.filter(
    ({id, op}) => (op.kind === "conv" || op.kind === "dense") && !heads.some(({start, end}) => id >= start && id < end)
  ).length;
}
