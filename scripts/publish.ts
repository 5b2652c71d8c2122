/**
 * Makes a training run's network the one that ships: `node scripts/publish.ts compact-v1 RUN --data DIR [--scenes FILE] [--note TEXT]`,
 * or with `--heads` a run of heads.py the auxiliary heads that ship beside it.
 *
 * Copies the weights to public/models, enters their size and hash in src/lib/nets/releases.ts, measures them there with
 * the site's own runtime and keeps arguments, curve and figures in training/results.
 * What the figures recorded of the old weights is then made anew: scripts/record.ts, record-play.ts, record-self-test.ts,
 * trained-kernels.ts, record-norm.ts and record-ensemble.ts.
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
  options: {
    data: {type: "string"},
    heads: {type: "boolean", default: false},
    scenes: {type: "string"},
    note: {type: "string"}
  },
  allowPositionals: true
});
const [id, run] = positionals;
if (id === undefined || run === undefined || values.data === undefined)
  throw new Error("publish <release> <folder of the run> --data DIR [--scenes FILE] [--note TEXT]");
const facts = release(id);
const name = id.replaceAll("-", "_");

// 1. The weights and their facts.
const part = values.heads ? `${name}_heads` : name;
const path = values.heads ? facts.file.replace("weights.", "heads.") : facts.file;
const target = join(root, "public", path);
mkdirSync(join(target, ".."), {recursive: true});
copyFileSync(join(run, `${part}.safetensors`), target);
const bytes = readFileSync(target);
const sha256 = createHash("sha256").update(bytes).digest("hex");
const releases = join(root, "src/lib/nets/releases.ts");
// The entry's own file, or the one in its `heads`.
const inside = values.heads ? "[^}]*?heads: \\{" : "";
const entry = new RegExp(`(id: "${id}",${inside}[^}]*?bytes: )[\\d_]+(,\\s*sha256:\\s*")[^"]*(")`);
const source = readFileSync(releases, "utf8");
if (!entry.test(source)) throw new Error(`${releases}: no entry for ${id}${values.heads ? " with heads" : ""}`);
writeFileSync(releases, source.replace(entry, `$1${bytes.length}$2${sha256}$3`));

// 2. The file that ships, measured by the runtime that ships.
const measured = join(mkdtempSync(join(tmpdir(), "publish-")), "measured.json");
const sets = [
  "--data",
  values.data,
  ...(values.heads ? ["--heads"] : []),
  ...(values.scenes === undefined ? [] : ["--scenes", values.scenes])
];
const evaluate = join(import.meta.dirname, "evaluate.ts");
execFileSync(process.execPath, [evaluate, id, ...sets, "--json", measured], {
  stdio: "inherit"
});

// 3. The record of the run.
const results = JSON.parse(readFileSync(join(run, `${part}.json`), "utf8")) as Record<string, unknown>;
const shipped = JSON.parse(readFileSync(measured, "utf8")) as Record<string, unknown>;
const kept = {...results, ...(values.note === undefined ? {} : {note: values.note}), shipped};
mkdirSync(join(root, "training/results"), {recursive: true});
const text = JSON.stringify(kept, null, 1).replace(
  /\[\s+([\d,\s]+?)\s+\]/g,
  (_, row: string) => `[${row.replace(/\s+/g, " ")}]`
);
writeFileSync(join(root, "training/results", `${values.heads ? `${id}-heads` : id}.json`), `${text}\n`);
