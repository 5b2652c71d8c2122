/**
 * Records what every release answers to the self-test's picture: `node scripts/record-self-test.ts` writes
 * src/lib/runtime/self-test.json. Computed in plain JavaScript, which has no fast paths to go wrong.
 */
import {readFileSync, writeFileSync} from "node:fs";
import {releases} from "../src/lib/nets/releases.ts";
import {startBackend} from "../src/lib/runtime/backend.ts";
import {sheetOf, weightsOf} from "../src/lib/runtime/fetch-weights.ts";
import {loadModel} from "../src/lib/runtime/model.ts";
import {wasmFolder} from "../src/lib/runtime/node-files.ts";
import {type RecordedLogits, testPixels} from "../src/lib/runtime/self-test.ts";

await startBackend({macs: 0, wasmFiles: wasmFolder, force: "cpu"});
const records: Record<string, RecordedLogits> = {};
for (const release of releases.values()) {
  const sheet = sheetOf(release);
  const file = readFileSync(new URL(`../public/${release.file}`, import.meta.url));
  const model = loadModel(sheet, await weightsOf(release, sheet, new Uint8Array(file).buffer));
  const {logits} = await model.run(testPixels(sheet.input));
  records[release.id] = {sha256: release.sha256, logits: Array.from(logits, (x) => Number(x.toPrecision(9)))};
  model.dispose();
}
writeFileSync(new URL("../src/lib/runtime/self-test.json", import.meta.url), `${JSON.stringify(records, null, 1)}\n`);
console.log(`self-test.json: ${Object.keys(records).join(", ")}`);
