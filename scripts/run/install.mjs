import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {root} from "./node.mjs";

/** Installs the locked packages if node_modules is not what package-lock.json says; says so on stderr. */
export function installIfNeeded() {
  if (installed()) return;
  console.error("Installing packages (about 30 seconds on a fast line) …");
  const {status} = npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (status !== 0) {
    console.error("npm ci failed: see its message above. Is the package registry reachable from here?");
    process.exit(status ?? 1);
  }
}

/** Whether every locked package lies in node_modules in its locked version (packages for other systems aside). */
function installed() {
  const there = packagesOf(join(root, "node_modules", ".package-lock.json"));
  const wanted = packagesOf(join(root, "package-lock.json"));
  if (!there || !wanted) return false;
  return Object.entries(wanted).every(([path, {integrity, optional}]) => {
    if (path === "") return true;
    const found = there[path];
    return found ? found.integrity === integrity : optional === true;
  });
}

function packagesOf(lockfile) {
  if (!existsSync(lockfile)) return undefined;
  try {
    return JSON.parse(readFileSync(lockfile, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Runs the npm that started us, with its output on stderr, so that a command's own output stays clean. */
function npm(args) {
  const started = process.env.npm_execpath;
  const [file, first] = started?.endsWith(".js") ? [process.execPath, [started]] : ["npm", []];
  return spawnSync(file, [...first, ...args], {
    cwd: root,
    stdio: ["inherit", 2, 2],
    shell: file === "npm" && process.platform === "win32"
  });
}
