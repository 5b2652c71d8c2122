import {spawn} from "node:child_process";
import process from "node:process";
import {command, projectNode, root} from "./node.mjs";

/**
 * Runs a script (a path that ends in .mjs or .ts) or a package's command under the project's Node
 * and resolves to its exit code; its output goes where ours goes. Whoever stops us stops it, and the steps after it.
 */
export function run(what, args = [], env = {}) {
  const script = /\.(mjs|ts)$/.test(what) ? [what] : command(what);
  const child = spawn(projectNode(), [...script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: {...process.env, ASTRO_TELEMETRY_DISABLED: "1", ...env}
  });
  let stoppedBy;
  const stop = (signal) => {
    stoppedBy = signal;
    if (signal === "SIGTERM") child.kill(signal); // Ctrl-C reaches the child by itself
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  return new Promise((resolve) => {
    child.on("exit", (code) => {
      if (stoppedBy) process.exit(stoppedBy === "SIGINT" ? 130 : 143);
      process.off("SIGTERM", stop);
      process.off("SIGINT", stop);
      resolve(code ?? 1);
    });
  });
}
