import {spawn} from "node:child_process";
import process from "node:process";
import {command, projectNode, root} from "./node.mjs";

/**
 * Runs a script (a path that ends in .mjs or .ts) or a package's command under the project's Node
 * and resolves to its exit code; its output goes where ours goes.
 */
export function run(what, args = [], env = {}) {
  const script = /\.(mjs|ts)$/.test(what) ? [what] : command(what);
  const child = spawn(projectNode(), [...script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: {...process.env, ASTRO_TELEMETRY_DISABLED: "1", ...env}
  });
  const passOn = (signal) => child.kill(signal);
  process.on("SIGTERM", passOn);
  process.on("SIGINT", () => {}); // Ctrl-C reaches the child by itself
  return new Promise((resolve) => {
    child.on("exit", (code) => {
      process.off("SIGTERM", passOn);
      resolve(code ?? 1);
    });
  });
}
