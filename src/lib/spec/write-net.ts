/** Writes a network down as JSON, as `read-net.ts` reads it: one line for each operation. */
import type {Net} from "./net.ts";
import type {WrittenNetwork} from "./read-net.ts";

/** The text of a network, with every field. */
export function writeNet({name, input, net}: WrittenNetwork): string {
  return `{
  "name": ${JSON.stringify(name)},
  "input": ${list(input)},
  "net": ${write(net, "  ")}
}
`;
}

const list = (items: readonly number[]): string => `[${items.join(", ")}]`;

function write(net: Net, indent: string): string {
  if (net.kind === "tap") return `{"kind": "tap", "net": ${write(net.net, indent)}}`;
  if (net.kind !== "series" && net.kind !== "fork") return flat(net);
  const {parts, ...head} = net;
  const inside = `${indent}  `;
  const lines = parts.map(([name, part]) => `${inside}[${JSON.stringify(name)}, ${write(part, inside)}]`);
  const opened = flat(head).slice(0, -1);
  return lines.length === 0 ? `${opened}, "parts": []}` : `${opened}, "parts": [\n${lines.join(",\n")}\n${indent}]}`;
}

/** Fields on one line. */
function flat(fields: object): string {
  const members = Object.entries(fields).map(([key, value]) => `${JSON.stringify(key)}: ${plain(value)}`);
  return `{${members.join(", ")}}`;
}

const plain = (value: unknown): string => (Array.isArray(value) ? list(value as number[]) : JSON.stringify(value));
