/**
 * Writes a file of seeded weights for a network, as a stand-in until it is trained:
 * `node scripts/random-weights.ts compact-v1 public/models/compact-v1/weights.safetensors [F16|F32]`.
 */
import {createHash} from "node:crypto";
import {mkdirSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {measure} from "../src/lib/analysis/measure.ts";
import {withoutTaps} from "../src/lib/analysis/smallest-input.ts";
import {network} from "../src/lib/nets/registry.ts";
import {writeSafetensors} from "../src/lib/runtime/safetensors.ts";
import {flatten} from "../src/lib/spec/graph.ts";
import {seededWeights} from "./seeded-weights.ts";

const [id, file, dtype = "F16"] = process.argv.slice(2);
if (id === undefined || file === undefined || (dtype !== "F16" && dtype !== "F32")) {
  console.error("random-weights <network> <file> [F16|F32]");
  process.exit(2);
}
const entry = network(id);
const bytes = new Uint8Array(
  writeSafetensors(seededWeights(measure(flatten(withoutTaps(entry.net())), entry.input)), dtype)
);
mkdirSync(dirname(file), {recursive: true});
writeFileSync(file, bytes);
console.log(`${file}: ${bytes.length} bytes, sha256 ${createHash("sha256").update(bytes).digest("hex")}`);
