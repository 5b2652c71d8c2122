/** Networks flattened once, and with their normalisations folded once more, for all that asks. */
import {foldNorms} from "../../lib/analysis/fold-norms.ts";
import type {NetworkEntry} from "../../lib/nets/registry.ts";
import {measure, type Sheet} from "../../lib/analysis/measure.ts";
import {flatten, type Graph} from "../../lib/spec/graph.ts";

const graphs = {plain: new WeakMap<NetworkEntry, Graph>(), folded: new WeakMap<NetworkEntry, Graph>()};

/** The graph of a network. */
export function graphOf(entry: NetworkEntry, {folded = false} = {}): Graph {
  const known = graphs[folded ? "folded" : "plain"];
  const graph = known.get(entry) ?? flatten(folded ? foldNorms(entry.net()) : entry.net());
  known.set(entry, graph);
  return graph;
}

const sheets = new WeakMap<NetworkEntry, Sheet>();

/** A network measured at its own input. */
export function ownSheet(entry: NetworkEntry): Sheet {
  const sheet = sheets.get(entry) ?? measure(graphOf(entry), entry.input);
  sheets.set(entry, sheet);
  return sheet;
}
