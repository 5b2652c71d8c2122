/**
 * Writes `tests/fixtures/gradients.json`: losses, gradients and two training steps as PyTorch computes them with the exported code.
 *
 * Needs a Python with PyTorch (Debian: python3-torch); `PYTHON=/usr/bin/python3 node scripts/gradients.ts`.
 */
import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {measure} from "../src/lib/analysis/measure.ts";
import {pytorch} from "../src/lib/export/pytorch.ts";
import {wantedTensors} from "../src/lib/runtime/weights.ts";
import {flatten} from "../src/lib/spec/graph.ts";
import {LONGEST} from "../tests/fixtures/cases.ts";
import {trainingCases} from "../tests/fixtures/training.ts";

// The loss is taken before a softmax, so PyTorch's network ends there too.
const jobs = trainingCases.map(({net, watch = [], ...job}) => ({
  ...job,
  tensors: wantedTensors(measure(flatten(net), job.input)).map(({name, weight: {name: kind, shape}}) => ({
    name,
    kind,
    shape
  })),
  watch: watch.map((path) => path.replaceAll("/", ".")),
  code: pytorch(withoutSoftmax(net), {input: job.input})
}));
const {status, stdout, stderr} = spawnSync(
  process.env["PYTHON"] ?? "python3",
  [fileURLToPath(new URL("gradients.py", import.meta.url))],
  {input: JSON.stringify({longest: LONGEST, jobs}), encoding: "utf8", maxBuffer: 1e8}
);
if (status !== 0) throw new Error(stderr);
const file = fileURLToPath(new URL("../tests/fixtures/gradients.json", import.meta.url));
writeFileSync(file, `${JSON.stringify(JSON.parse(stdout), null, 1)}\n`);
console.log(file);

function withoutSoftmax(net: (typeof trainingCases)[number]["net"]): typeof net {
  return net.kind === "series" ? {...net, parts: net.parts.filter(([, part]) => part.kind !== "softmax")} : net;
}
