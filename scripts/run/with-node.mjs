// node with-node.mjs <script or command> [arguments]: runs it under the project's own Node, after installing what is missing.
import process from "node:process";
import {installIfNeeded} from "./install.mjs";
import {run} from "./step.mjs";

const [what = "", ...args] = process.argv.slice(2);
installIfNeeded();
process.exitCode = await run(what, args);
