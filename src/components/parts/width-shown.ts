/** What the equation beside a bench shows of its block: the two parts of the work that follow the width, and what each is. */
import type {StageKind} from "../../lib/nets/stages.ts";
import {exact} from "../../lib/viz/format.ts";
import {stageStrings} from "../strings/stages.ts";
import type {ShownName} from "./shown-values.svelte.ts";
import {type StageBlock, widthSplit} from "./stage-blocks.ts";

/** The parts of a block's work as told to equations; see `widthSplit`. */
export function widthShown(block: StageBlock, kind: StageKind, inputs: boolean) {
  const {first, rest, sum} = widthSplit(block, inputs);
  const {blocks, ...strings} = stageStrings.en;
  return {
    "bench-first": exact(first),
    "bench-first-means": strings.first(blocks[kind], sum),
    "bench-rest": exact(rest),
    "bench-rest-means": strings.rest(blocks[kind], first === 0)
  } satisfies Partial<Record<ShownName, string>>;
}
