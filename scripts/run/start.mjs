// npm start: installs what is missing, builds the site, serves it.
import process from "node:process";
import {installIfNeeded} from "./install.mjs";
import {run} from "./step.mjs";

installIfNeeded();
const built = await run("astro", ["build"]);
process.exitCode = built || (await run("scripts/run/serve.mjs", process.argv.slice(2)));
