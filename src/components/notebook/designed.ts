/** Facts of the module that a reader is designing, for the prose around it. */
import {measure, type Shape} from "../../lib/analysis/measure.ts";
import {total} from "../../lib/analysis/total.ts";
import {convUnit} from "../../lib/nets/conv-unit.ts";
import {inceptionModule, type InceptionWidths, naiveModule} from "../../lib/nets/inception-v1.ts";
import {flatten, nodeAt, scopeAt} from "../../lib/spec/graph.ts";

/** A module in the making: its widths, and the map it is given. */
export interface Design {
  widths: InceptionWidths;
  /** [height, width, channels]. */
  input: Shape;
}

/** What prose says about it; `share` is a branch's part of the module's multiply–adds. */
export type DesignedFact = "macs" | "params" | "channels" | "share";

/** A fact of a module or, with `branch`, of one of its branches. The convolutions have biases, as the paper's have. */
export function designed(
  {widths, input}: Design,
  {what, branch = "", naive = false}: {what: DesignedFact; branch?: string | undefined; naive?: boolean}
): number {
  const graph = flatten(naive ? naiveModule(widths, convUnit()) : inceptionModule(widths, convUnit()));
  const sheet = measure(graph, input);
  const scope = scopeAt(graph, branch);
  switch (what) {
    case "macs":
    case "params":
      return total(sheet, scope)[what];
    case "channels":
      return sheet.rows[nodeAt(graph, branch === "" ? "output" : branch)]!.shape.at(-1)!;
    case "share":
      return total(sheet, scope).macs / total(sheet).macs;
    default:
      what satisfies never;
      throw new Error(`${String(what)}: unknown fact`);
  }
}
