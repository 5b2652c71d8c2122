/**
 * Runs every built chapter's notebook and writes what its code cells printed to `tests/gold/notebooks.json`:
 * `npm run build`, then `npm run check-notebooks -- [chapter …]`. A Python with PyTorch and nbformat
 * is named by PYTHON (Debian: python3-torch, python3-nbformat).
 *
 * A browser test demands a row for the code of each notebook as it is built.
 */
import {spawnSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {codeHash} from "./notebook-code.ts";

/** What a run found: number of code cells, their printed lines, and SHA-256 of the code, its first 16 digits. */
export interface NotebookRow {
  cells: number;
  printed: string[];
  code: string;
}

/** What stands in the file. */
export interface NotebooksFile {
  ranBy: string;
  /** Version of the package nbformat by whose schema they were found valid; null where it was not installed. */
  nbformat: string | null;
  rows: Record<string, NotebookRow>;
}

const learn = fileURLToPath(new URL("../dist/learn/", import.meta.url));
const gold = fileURLToPath(new URL("../tests/gold/notebooks.json", import.meta.url));
const asked = process.argv.slice(2);
const built = readdirSync(learn).filter((name) => existsSync(path(name)));
const ids = built.filter((name) => asked.length === 0 || asked.includes(name));
const known = existsSync(gold) ? (JSON.parse(readFileSync(gold, "utf8")) as NotebooksFile) : {rows: {}};

const script = fileURLToPath(new URL("check-notebooks.py", import.meta.url));
const {status, stdout} = spawnSync(process.env["PYTHON"] ?? "python3", [script, ...ids.map(path)], {
  ...{encoding: "utf8", maxBuffer: 1e8, stdio: ["pipe", "pipe", "inherit"]}
});
if (status !== 0) process.exit(1);
const found = JSON.parse(stdout) as {version: string; nbformat: string | null; rows: Record<string, NotebookRow>};
const now = ids.map((id) => [id, {...found.rows[path(id)], code: codeHash(readFileSync(path(id), "utf8"))}] as const);
const rows = {...known.rows, ...Object.fromEntries(now)} as Record<string, NotebookRow>;
const kept = Object.fromEntries(built.map((id) => [id, rows[id]]).filter(([, row]) => row !== undefined));
writeFileSync(gold, `${JSON.stringify({ranBy: found.version, nbformat: found.nbformat, rows: kept}, null, 2)}\n`);
const valid =
  found.nbformat === null
    ? "not held against nbformat's schema (install nbformat)"
    : `valid by nbformat ${found.nbformat}`;
console.log(`${ids.length} notebooks ran, ${valid}`);

function path(id: string): string {
  return `${learn}${id}/${id}.ipynb`;
}
