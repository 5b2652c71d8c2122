import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll} from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a command ended with. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one of the project's scripts as its command does, from the project's folder. */
export function run(script: string, ...args: string[]): Ended {
  return spawnSync(process.execPath, [join("scripts", script), ...args], {cwd: root, encoding: "utf8"});
}

/** A new folder that goes when the test file ends. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "scripts-"));
  afterAll(() => rmSync(made, {recursive: true}));
  return made;
}
