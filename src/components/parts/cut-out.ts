/** A part of a measured network, cut out to stand by itself. */
import type {Shape, Sheet} from "../../lib/analysis/measure.ts";
import type {Net} from "../../lib/spec/net.ts";
import {partAt} from "../../lib/spec/part-at.ts";
import {inputRow} from "../../lib/viz/drawn.ts";
import {isRunPath, stepAt} from "../../lib/viz/runs.ts";

/** A part and its path, and the [height, width, channels] that it is given in its network. */
export interface CutOut {
  path: string;
  net: Net;
  input: Shape;
}

/**
 * The part of a network at a path; of a run of equal modules the first, of a head what stands in it. Undefined if there is
 * none, or if it computes nothing or is given no map, so that it cannot be measured by itself.
 */
export function cutOut(tree: Net, sheet: Sheet, path: string): CutOut | undefined {
  const step = stepAt(sheet, path);
  const scope = step !== undefined && isRunPath(path) ? step.parts[0]! : step;
  if (scope === undefined || scope.start === scope.end) return undefined;
  const part = partAt(tree, scope.path)!;
  const input = inputRow(sheet, scope).shape;
  return input.length < 3 ? undefined : {path: scope.path, net: part.kind === "tap" ? part.net : part, input};
}
