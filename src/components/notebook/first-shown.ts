/** What figures show at first, for the symbols of the equations beside them. */
import {bestMargin} from "../../lib/analysis/label-smoothing.ts";
import {svd} from "../../lib/analysis/svd.ts";
import {CLIP_CHOICES} from "../parts/clip-choices.ts";
import {rankKernels, type TrainedKernels} from "../parts/rank-kernels.ts";
import {stageBlock, widthSplit} from "../parts/stage-blocks.ts";
import {widthShown} from "../parts/width-shown.ts";

export {deepNumbers} from "../parts/deep-choices.ts";

/** The side of the kernel that chapter 7 opens with, and the weight of its first product. */
export function firstProduct(trained: TrainedKernels): {side: string; weight: string} {
  const {rows} = rankKernels(trained)[0]!;
  return {side: `${rows.length}×${rows.length}`, weight: svd(rows).values[0]!.toPrecision(2)};
}

/** The threshold at which chapter 6 clips. */
export const clipAtFirst: string = String(CLIP_CHOICES.start.threshold);

/** The lead of the right logit at which the smoothed loss is least. */
export function bestLead(classes: number, epsilon: number): string {
  return bestMargin({classes, epsilon}).toFixed(1);
}

/** How the work of a network's block B follows its width: the numbers, and what chapter 8's equation shows of them. */
export function widthAtFirst(id: string) {
  const block = stageBlock(id, "b");
  return {...widthSplit(block, false), shown: widthShown(block, "b", false)};
}
