/** For prose: what the compact networks have in common. */
import {measure} from "../../lib/analysis/measure.ts";
import {total} from "../../lib/analysis/total.ts";
import {networks} from "../../lib/nets/registry.ts";
import {flatten} from "../../lib/spec/graph.ts";

const works = [...networks.values()]
  .filter(({id}) => id.startsWith("compact-"))
  .map(({net, input}) => total(measure(flatten(net()), input)).macs);

/** Their mean multiply–adds, in whole millions. */
export const compactMillions: number = Math.round(works.reduce((sum, macs) => sum + macs, 0) / works.length / 1e6);
