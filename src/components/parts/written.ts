/** What is written down of an entry of the registry. */
import type {NetworkEntry} from "../../lib/nets/registry.ts";
import type {WrittenNetwork} from "../../lib/spec/read-net.ts";

/** An entry's name, input and net. */
export function written({title, input, net}: NetworkEntry): WrittenNetwork {
  const [height, width, channels] = input;
  return {name: title, input: [height!, width!, channels!], net: net()};
}
