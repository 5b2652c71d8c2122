/**
 * Prints the layer table of a network: `npm run -s describe -- googlenet@bvlc [--input 224 | --input 224x320] [--modules | --json]`.
 */
import {parseArgs} from "node:util";
import {asJson} from "../src/lib/analysis/describe.ts";
import {measure} from "../src/lib/analysis/measure.ts";
import {network, networks} from "../src/lib/nets/registry.ts";
import {flatten} from "../src/lib/spec/graph.ts";
import {layerTable, moduleTable} from "../src/lib/viz/text-table.ts";

const usage = `describe <network> [--input N | --input HxW] [--modules | --json]\nnetworks: ${[...networks.keys()].join(", ")}`;

/** `224` or `224x320` as [height, width]. */
function sizeOf(text: string): [height: number, width: number] {
  const [height, width = height, ...more] = text.split(/[,x×]/).map((side) => (/^\d+$/.test(side) ? Number(side) : 0));
  if (!height || !width || more.length > 0)
    throw new Error(`--input: needs pixels from 1 as N or HxW, such as 224 or 224x320; found "${text}"`);
  return [height, width];
}

function main(): void {
  const {values, positionals} = parseArgs({
    options: {
      json: {type: "boolean"},
      modules: {type: "boolean"},
      input: {type: "string"},
      help: {type: "boolean", short: "h"}
    },
    allowPositionals: true
  });
  const [id] = positionals;
  if (values.help || id === undefined) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const entry = network(id);
  const input = values.input === undefined ? entry.input : [...sizeOf(values.input), entry.input[2]!];
  const sheet = measure(flatten(entry.net()), input);
  const table = values.modules ? moduleTable : layerTable;
  console.log(values.json ? JSON.stringify(asJson(id, sheet)) : table(id, sheet));
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
