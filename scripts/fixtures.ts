/**
 * Writes `tests/fixtures/parity/*.json`: what PyTorch computes with the exported code of every case.
 *
 * Needs a Python with PyTorch (Debian: python3-torch); `PYTHON=/usr/bin/python3 node scripts/fixtures.ts [family …]`.
 */
import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {pytorch} from "../src/lib/export/pytorch.ts";
import {families, LONGEST, type ParityFile} from "../tests/fixtures/cases.ts";

const script = fileURLToPath(new URL("fixtures.py", import.meta.url));
const asked = process.argv.slice(2);
for (const [family, cases] of Object.entries(families)) {
  if (asked.length > 0 && !asked.includes(family)) continue;
  const jobs = cases.map(({name, net, input, watch}) => ({name, input, watch, code: pytorch(net, {input})}));
  const {status, stdout, stderr} = spawnSync(process.env["PYTHON"] ?? "python3", [script], {
    input: JSON.stringify({longest: LONGEST, jobs}),
    encoding: "utf8",
    maxBuffer: 1e8
  });
  if (status !== 0) throw new Error(`${family}: ${stderr}`);
  const {torch, outputs} = JSON.parse(stdout) as ParityFile;
  const lines = Object.entries(outputs).map(([name, found]) => `    ${JSON.stringify(name)}: ${JSON.stringify(found)}`);
  const file = fileURLToPath(new URL(`../tests/fixtures/parity/${family}.json`, import.meta.url));
  writeFileSync(file, `{\n  "torch": ${JSON.stringify(torch)},\n  "outputs": {\n${lines.join(",\n")}\n  }\n}\n`);
  console.log(`${file}: ${lines.length} cases`);
}
