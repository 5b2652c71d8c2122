/** Networks of the registry measured at their own input, once for all pages of a build. */
import {type Summary, summarise} from "../../lib/analysis/summary.ts";
import {measure, type Sheet} from "../../lib/analysis/measure.ts";
import {network} from "../../lib/nets/registry.ts";
import {flatten} from "../../lib/spec/graph.ts";

const sheets = new Map<string, Sheet>();
const summaries = new Map<string, Summary>();

/** The sheet of a network, by its id. */
export function measuredSheet(id: string): Sheet {
  const {net, input} = network(id);
  return kept(sheets, id, () => measure(flatten(net()), input));
}

/** The figures of a network, by its id. */
export function networkSummary(id: string): Summary {
  return kept(summaries, id, () => summarise(measuredSheet(id)));
}

function kept<T>(all: Map<string, T>, id: string, make: () => T): T {
  const value = all.get(id) ?? make();
  all.set(id, value);
  return value;
}
