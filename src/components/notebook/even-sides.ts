/** For prose: sides of pictures at which no window of a network stops short of its map's end. */
import {measure} from "../../lib/analysis/measure.ts";
import {withoutTaps} from "../../lib/analysis/smallest-input.ts";
import {unseenRows} from "../../lib/analysis/unseen.ts";
import {network} from "../../lib/nets/registry.ts";
import {flatten} from "../../lib/spec/graph.ts";

/** Such sides of square pictures from `low` to `high` pixels. */
export function evenSides(id: string, low: number, high: number): number[] {
  const graph = flatten(withoutTaps(network(id).net()));
  const sides = Array.from({length: high - low + 1}, (_, i) => low + i);
  return sides.filter((side) => unseenRows(measure(graph, [side, side, 3])).length === 0);
}
