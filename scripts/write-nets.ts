/**
 * Writes the PyTorch code of networks to a folder, for training and for fixtures: `node scripts/write-nets.ts [--out training/nets] [--no-heads] [id …]`.
 */
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {withoutTaps} from "../src/lib/analysis/smallest-input.ts";
import {pytorch} from "../src/lib/export/pytorch.ts";
import {network} from "../src/lib/nets/registry.ts";

const {values, positionals} = parseArgs({
  options: {out: {type: "string", default: "training/nets"}, "no-heads": {type: "boolean", default: false}},
  allowPositionals: true
});
mkdirSync(values.out, {recursive: true});
for (const id of positionals.length === 0 ? ["compact-v1"] : positionals) {
  const {title, net, input} = network(id);
  const file = join(values.out, `${id.replace(/\W+/g, "_")}.py`);
  writeFileSync(
    file,
    `"""${title}, written by scripts/write-nets.ts from src/lib/nets. Do not edit."""\n\n${pytorch(values["no-heads"] ? withoutTaps(net()) : net(), {input})}`
  );
  console.log(file);
}
