/** A part of a network by its path. */
import type {Net} from "./net.ts";

/** The part at a path ("" is the whole net); a head's tap is seen through. Undefined if there is none. */
export function partAt(net: Net, path: string): Net | undefined {
  if (path === "") return net;
  const [name] = path.split("/", 1);
  if (net.kind === "tap") return partAt(net.net, path);
  if (net.kind !== "series" && net.kind !== "fork") return undefined;
  const part = net.parts.find(([one]) => one === name)?.[1];
  return part && partAt(part, path.slice(name!.length + 1));
}
