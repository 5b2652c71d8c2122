import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";

/** The project's folder, whatever the folder it was started from. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The oldest Node that Astro 7 runs on. */
const oldest = [22, 12];

/**
 * The Node that runs the project's tools: the one npm put into node_modules where it is published for this machine,
 * else the reader's own. Ends the process with a sentence if neither will do.
 */
export function projectNode() {
  const own = bundledNode();
  if (own && spawnSync(own, ["--version"]).status === 0) return own;
  if (newEnough(process.versions.node)) return process.execPath;
  console.error(
    `Inside Inception needs Node ${oldest.join(".")} or newer on this kind of machine; this is ${process.versions.node}. ` +
      "Please install a current one from https://nodejs.org and try again."
  );
  process.exit(1);
}

/** The arguments that make Node run a package's command, without asking the shell where it lies. */
export function command(name) {
  const [folder, bin] = commands[name] ?? [name, name];
  const manifest = JSON.parse(readFileSync(join(root, "node_modules", folder, "package.json"), "utf8"));
  const file = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[bin];
  return [join(root, "node_modules", folder, file)];
}

/** Commands that are not named like the package that brings them. */
const commands = {playwright: ["@playwright/test", "playwright"], tsc: ["typescript", "tsc"]};

function bundledNode() {
  const system = {linux: "linux", win32: "win"}[process.platform];
  const file = process.platform === "win32" ? "node.exe" : "node";
  const path = join(root, "node_modules", `node-${system}-${process.arch}`, "bin", file);
  return existsSync(path) ? path : undefined;
}

function newEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}
