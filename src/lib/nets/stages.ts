/**
 * The stages that every Inception for 299×299 pictures has: a stem down to 35×35, blocks A there, a reduction, blocks B at 17×17,
 * a reduction, blocks C at 8×8. The names are those of arXiv 1602.07261, Figs. 9 and 15.
 */
import type {Named, Series} from "../spec/net.ts";

/** A stage; `end` is what follows the last block. */
export type StageKind = "stem" | "a" | "reductionA" | "b" | "reductionB" | "c" | "end";

/** The stages in their order. */
export const STAGE_KINDS: readonly StageKind[] = ["stem", "a", "reductionA", "b", "reductionB", "c", "end"];

/** A stage with its parts: all layers of the stem, or each of its blocks. */
export interface Stage {
  kind: StageKind;
  parts: readonly Named[];
}

/** Splits a network's main line into its stages; heads beside it are left out. */
export function stagesOf({parts}: Series): Stage[] {
  const line = parts.filter(([, part]) => part.kind !== "tap");
  const residual = line.some(([name]) => name.startsWith("block35"));
  return STAGE_KINDS.map((kind) => ({kind, parts: line.filter(([name]) => kindOf(name, residual) === kind)}));
}

const NAMES: readonly (readonly [RegExp, StageKind])[] = [
  [/^(block35_|mixed5[b-e]$)/, "a"],
  [/^mixed6a$/, "reductionA"],
  [/^(block17_|mixed6[b-h]$)/, "b"],
  [/^mixed7a$/, "reductionB"],
  [/^(block8_|mixed7[b-d]$)/, "c"],
  [/^(conv[1-4]|pool[35]|mixed[345])/, "stem"]
];

// Inception-ResNet-v2 as released has one Inception module before its residual blocks: part of its start.
function kindOf(name: string, residual: boolean): StageKind {
  if (residual && name === "mixed5b") return "stem";
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? "end";
}
