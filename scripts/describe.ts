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
  const size = values.input?.split(/[,x×]/).map(Number);
  const input = size === undefined ? entry.input : [size[0]!, size[1] ?? size[0]!, entry.input[2]!];
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
