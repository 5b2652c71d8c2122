/**
 * Makes a training run's network the one that ships: `node scripts/publish.ts compact-v1 RUN --data DIR [--scenes FILE] [--note TEXT]`.
 *
 * Copies the weights to public/models, enters their size and hash in src/lib/nets/releases.ts, measures them there with
 * the site's own runtime and keeps arguments, curve and figures in training/results. Then run scripts/record.ts, record-play.ts and record-self-test.ts.
 */
import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {release} from "../src/lib/nets/releases.ts";

const root = join(import.meta.dirname, "..");
const {values, positionals} = parseArgs({
  options: {data: {type: "string"}, scenes: {type: "string"}, note: {type: "string"}},
  allowPositionals: true
});
const [id, run] = positionals;
if (id === undefined || run === undefined || values.data === undefined)
  throw new Error("publish <release> <folder of the run> --data DIR [--scenes FILE] [--note TEXT]");
const facts = release(id);
const name = id.replaceAll("-", "_");

// 1. The weights and their facts.
const target = join(root, "public", facts.file);
mkdirSync(join(target, ".."), {recursive: true});
copyFileSync(join(run, `${name}.safetensors`), target);
const bytes = readFileSync(target);
const sha256 = createHash("sha256").update(bytes).digest("hex");
const releases = join(root, "src/lib/nets/releases.ts");
const entry = new RegExp(`(id: "${id}",[^}]*?bytes: )[\\d_]+(,\\s*sha256: ")[^"]*(")`);
const source = readFileSync(releases, "utf8");
if (!entry.test(source)) throw new Error(`${releases}: no entry for ${id}`);
writeFileSync(releases, source.replace(entry, `$1${bytes.length}$2${sha256}$3`));

// 2. The file that ships, measured by the runtime that ships.
const measured = join(mkdtempSync(join(tmpdir(), "publish-")), "measured.json");
const sets = ["--data", values.data, ...(values.scenes === undefined ? [] : ["--scenes", values.scenes])];
execFileSync(process.execPath, [join(import.meta.dirname, "evaluate.ts"), id, ...sets, "--json", measured], {
  stdio: "inherit"
});

// 3. The record of the run.
const results = JSON.parse(readFileSync(join(run, `${name}.json`), "utf8")) as Record<string, unknown>;
const shipped = JSON.parse(readFileSync(measured, "utf8")) as Record<string, unknown>;
const kept = {...results, ...(values.note === undefined ? {} : {note: values.note}), shipped};
mkdirSync(join(root, "training/results"), {recursive: true});
const text = JSON.stringify(kept, null, 1).replace(
  /\[\s+([\d,\s]+?)\s+\]/g,
  (_, row: string) => `[${row.replace(/\s+/g, " ")}]`
);
writeFileSync(join(root, "training/results", `${id}.json`), `${text}\n`);
