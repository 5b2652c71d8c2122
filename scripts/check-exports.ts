/**
 * Runs the exported code of every network and writes what it found to `tests/gold/exports.json`, where a unit test demands a row
 * for each text as it is now: `npm run check-exports -- [--dialect pytorch] [id …]`.
 *
 * - PyTorch: a Python with PyTorch (Debian: python3-torch), named by PYTHON.
 * - Keras 3: a Python with Keras and one of its backends, named by KERAS_PYTHON; KERAS_BACKEND says which.
 * - TensorFlow.js: its layers, which the site itself does not need: `npm install --no-save @tensorflow/tfjs-layers@4.22.0`.
 *
 * PyTorch comes first: the others are given the numbers that it was given, and their output is compared with its.
 */
import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {type DialectId, dialectIds, dialects} from "../src/lib/export/dialects.ts";
import {networks} from "../src/lib/nets/registry.ts";
import {runTfjs} from "./check-exports-tfjs.ts";

/** What a run found: shapes and counts, and the largest difference from PyTorch's output as a share of its largest number. */
export interface ExportRow {
  output: number[];
  params: number;
  withHeads: number;
  statistics: number;
  heads?: Record<string, number[]>;
  difference?: number;
  /** SHA-256 of the text that was run, its first 16 digits. */
  text: string;
}

/** What stands in the file: for each dialect, what ran it and the rows by network. */
export type ExportsFile = Record<DialectId, {ranBy: string; rows: Record<string, ExportRow>}>;

/** A network's text to run. */
export interface Job {
  input: readonly number[];
  code: string;
}

const {values, positionals} = parseArgs({options: {dialect: {type: "string"}}, allowPositionals: true});
const file = fileURLToPath(new URL("../tests/gold/exports.json", import.meta.url));
const ids = positionals.length > 0 ? positionals : [...networks.keys()];
const folder = mkdtempSync(join(tmpdir(), "exports-"));
const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<ExportsFile>) : {};
const asked = (dialect: DialectId): boolean => values.dialect === undefined || values.dialect === dialect;

for (const dialect of dialectIds) {
  // The others need PyTorch's numbers.
  if (!asked(dialect) && dialect !== "pytorch") continue;
  const jobs = await jobsOf(dialect);
  const {ranBy, rows} = dialect === "tfjs" ? await runTfjs(jobs, folder) : runPython(dialect, jobs);
  const found = Object.entries(rows).map(([id, row]) => [id, {...row, text: hash(jobs[id]!.code)}] as const);
  const all = {...known[dialect]?.rows, ...Object.fromEntries(found)};
  const kept = [...networks.keys()].filter((id) => all[id] !== undefined).map((id) => [id, all[id]!] as const);
  known[dialect] = {ranBy, rows: Object.fromEntries(kept)};
  writeFileSync(file, print(known));
}
rmSync(folder, {recursive: true});

async function jobsOf(dialect: DialectId): Promise<Record<string, Job>> {
  const write = await dialects[dialect].load();
  return Object.fromEntries(
    ids.map((id) => {
      const {net, input} = networks.get(id)!;
      return [id, {input, code: write(net(), {input})}];
    })
  );
}

function runPython(dialect: "pytorch" | "keras", jobs: Record<string, Job>): Run {
  const python = process.env[dialect === "keras" ? "KERAS_PYTHON" : "PYTHON"] ?? "python3";
  const script = fileURLToPath(new URL("check-exports.py", import.meta.url));
  const {status, stdout} = spawnSync(python, [script, dialect, folder], {
    ...{input: JSON.stringify(jobs), encoding: "utf8", maxBuffer: 1e8, stdio: ["pipe", "pipe", "inherit"]}
  });
  if (status !== 0) throw new Error(`${dialect}: ${python} failed`);
  const {version, rows} = JSON.parse(stdout) as {version: string; rows: Run["rows"]};
  return {ranBy: version, rows};
}

/** What ran, and what it found, by network. */
export interface Run {
  ranBy: string;
  rows: Record<string, Omit<ExportRow, "text">>;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** One line per row, so that a person can review a difference. */
function print(found: Partial<ExportsFile>): string {
  const parts = Object.entries(found).map(([dialect, {ranBy, rows}]) => {
    const lines = Object.entries(rows).map(([id, row]) => `      ${JSON.stringify(id)}: ${JSON.stringify(row)}`);
    return `  ${JSON.stringify(dialect)}: {\n    "ranBy": ${JSON.stringify(ranBy)},\n    "rows": {\n${lines.join(",\n")}\n    }\n  }`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}
