/** Another network made from one: each of its operations kept, changed or replaced. */
import type {Named, Net, Op} from "./net.ts";

/** The net with every operation put through `change`, which is given its path; what it answers may be a whole net. */
export function mapOps(net: Net, change: (path: string, op: Op) => Net, path = ""): Net {
  const inside = (parts: readonly Named[]): Named[] =>
    parts.map(([name, part]) => [name, mapOps(part, change, path === "" ? name : `${path}/${name}`)]);
  if (net.kind === "tap") return {...net, net: mapOps(net.net, change, path)};
  if (net.kind === "series" || net.kind === "fork") return {...net, parts: inside(net.parts)};
  return change(path, net);
}
