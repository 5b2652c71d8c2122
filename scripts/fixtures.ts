/**
 * Writes the fixtures of the runtime's tests: what PyTorch computes with the exported code of every case
 * (`tests/fixtures/parity/<family>.json`) and of every whole network (`tests/fixtures/full-size/<id>.json`), and what
 * torchvision's own models compute (`tests/fixtures/torchvision/<id>.json`).
 *
 * Needs a Python with PyTorch and torchvision (Debian: python3-torch, python3-torchvision):
 * `PYTHON=/usr/bin/python3 node scripts/run/with-node.mjs scripts/fixtures.ts [family or network …]`; all of them unless told.
 */
import {spawnSync} from "node:child_process";
import {mkdirSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {fileURLToPath} from "node:url";
import {measure, type Shape} from "../src/lib/analysis/measure.ts";
import {pytorch} from "../src/lib/export/pytorch.ts";
import {network} from "../src/lib/nets/registry.ts";
import {tensorNames} from "../src/lib/nets/tensor-names.ts";
import {wantedTensors} from "../src/lib/runtime/weights.ts";
import {flatten} from "../src/lib/spec/graph.ts";
import type {Net} from "../src/lib/spec/net.ts";
import {families, LONGEST, type ParityFile} from "../tests/fixtures/cases.ts";
import {FULL_SIZE_LONGEST, TORCHVISION, wholeNetworks} from "../tests/fixtures/full-size.ts";

const script = fileURLToPath(new URL("fixtures.py", import.meta.url));
const folder = new URL("../tests/fixtures/", import.meta.url);

/** What fixtures.py is to fill and run. */
interface Job {
  name: string;
  input: Shape;
  /** Names of activations to the modules that give them. */
  watch: Readonly<Record<string, string>>;
  tensors: readonly {name: string; kind: string; shape: readonly number[]; theirs?: string}[];
}

function job(name: string, net: Net, input: Shape, watch: readonly string[] = []): Job {
  const tensors = wantedTensors(measure(flatten(net), input));
  return {
    ...{name, input},
    watch: Object.fromEntries(watch.map((path) => [path, path.replaceAll("/", ".")])),
    tensors: tensors.map(({name, weight}) => ({name, kind: weight.name, shape: weight.shape}))
  };
}

const exported = (name: string, net: Net, input: Shape, watch: readonly string[] = []): object => ({
  ...job(name, net, input, watch),
  code: pytorch(net, {input})
});

function torchvisions(id: string): object {
  const {net, input} = network(id);
  const {model, options, heads} = TORCHVISION[id]!;
  const theirs = tensorNames.get(id)!;
  const all = job(id, net(), input);
  const tensors = all.tensors.map((tensor) => ({...tensor, theirs: theirs(tensor.name)}));
  return {...all, watch: heads, tensors, torchvision: model, options};
}

function write(path: string, longest: number, jobs: readonly object[]): void {
  const {status, stdout, stderr} = spawnSync(process.env["PYTHON"] ?? "python3", [script], {
    input: JSON.stringify({longest, jobs}),
    encoding: "utf8",
    maxBuffer: 1e8
  });
  if (status !== 0) throw new Error(`${path}: ${stderr}`);
  const {torch, outputs} = JSON.parse(stdout) as ParityFile;
  const lines = Object.entries(outputs).map(([name, found]) => `    ${JSON.stringify(name)}: ${JSON.stringify(found)}`);
  const file = fileURLToPath(new URL(path, folder));
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, `{\n  "torch": ${JSON.stringify(torch)},\n  "outputs": {\n${lines.join(",\n")}\n  }\n}\n`);
  console.log(`${file}: ${lines.length} cases`);
}

const asked = process.argv.slice(2);
const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name);

for (const [family, cases] of Object.entries(families).filter(([family]) => wanted(family)))
  write(
    `parity/${family}.json`,
    LONGEST,
    cases.map(({name, net, input, watch}) => exported(name, net, input, watch))
  );
for (const {id, net, input} of wholeNetworks.filter(({id}) => wanted(id)))
  write(`full-size/${id}.json`, FULL_SIZE_LONGEST, [exported(id, net(), input)]);
for (const id of Object.keys(TORCHVISION).filter(wanted))
  write(`torchvision/${id}.json`, FULL_SIZE_LONGEST, [torchvisions(id)]);
