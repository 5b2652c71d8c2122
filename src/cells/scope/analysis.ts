/** What can be counted and worked out about a network, for cells. */
export * from "../../lib/analysis/batch-norm.ts";
export * from "../../lib/analysis/bottleneck.ts";
export * from "../../lib/analysis/branch-modules.ts";
export * from "../../lib/analysis/cliff.ts";
export * from "../../lib/analysis/convolve.ts";
export * from "../../lib/analysis/count.ts";
export * from "../../lib/analysis/depth.ts";
export * from "../../lib/analysis/exits.ts";
export * from "../../lib/analysis/factorise.ts";
export * from "../../lib/analysis/fold-norms.ts";
export * from "../../lib/analysis/grid-reduction.ts";
export * from "../../lib/analysis/kernel-rank.ts";
export * from "../../lib/analysis/label-smoothing.ts";
export * from "../../lib/analysis/layer-cost.ts";
export * from "../../lib/analysis/measure.ts";
export * from "../../lib/analysis/memory.ts";
export * from "../../lib/analysis/needed.ts";
export * from "../../lib/analysis/smallest-input.ts";
export * from "../../lib/analysis/stacked-fit.ts";
export * from "../../lib/analysis/svd.ts";
export * from "../../lib/analysis/total.ts";
export * from "../../lib/analysis/width-cost.ts";
export {
  alongAxis,
  boxAt,
  clipBox,
  medianSize,
  positionAt,
  reachSteps,
  routeBounds,
  routesTo,
  routeTotal
} from "../../lib/analysis/receptive.ts";
