/** For prose: at which width a block of one network costs what another's does. */
import {percentFor} from "../../lib/analysis/widen.ts";
import type {StageKind} from "../../lib/nets/stages.ts";
import {blockFacts, keepExpansion, stageBlock} from "../parts/stage-blocks.ts";

/** The percentage of its own widths at which the newer network's block does as many multiply–adds as the older one's. */
export function parityOf(older: string, newer: string, kind: StageKind): number | null {
  const {net, input} = stageBlock(newer, kind);
  return percentFor(net, input, blockFacts(stageBlock(older, kind)).macs, keepExpansion);
}
