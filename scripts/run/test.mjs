// node test.mjs [check|lint|unit|pages]…: the named steps, or all of them; the last line is `N passed, N failed`.
import {existsSync, mkdirSync, readFileSync, rmSync} from "node:fs";
import {createServer} from "node:net";
import {join} from "node:path";
import process from "node:process";
import {installChromium} from "./chromium.mjs";
import {installIfNeeded} from "./install.mjs";
import {root} from "./node.mjs";
import {run} from "./step.mjs";

const reports = join(root, "node_modules", ".cache", "inside-inception");

/** Each step resolves to what passed and what failed; a check of types or form counts only when it fails. */
const steps = {
  check: async () =>
    sum([
      await checked("types of pages and scripts", "astro", ["check", "--minimumFailingSeverity", "error"]),
      await checked("types of components", "svelte-check", ["--tsconfig", "./tsconfig.json", "--fail-on-warnings"])
    ]),
  lint: async () =>
    sum([
      await checked("lint", "eslint", [".", "--max-warnings", "0"]),
      await checked("format", "prettier", ["--check", "--log-level", "warn", "."])
    ]),
  unit: () => tested("unit tests", "vitest", ["run", "--reporter=default", "--reporter=json"], vitestCounts),
  pages: async () => {
    if (!installChromium()) {
      console.error("No Chromium found and none could be installed: set CHROMIUM_PATH to one and try again.");
      return {passed: 0, failed: 1};
    }
    const build = await checked("build", "astro", ["build"]);
    return build.failed ? build : tested("browser tests", "playwright", ["test"], playwrightCounts);
  }
};

async function checked(title, tool, args) {
  console.log(`\n— ${title}`);
  const code = await run(tool, args);
  if (code !== 0) console.error(`${title}: failed`);
  return {passed: 0, failed: code === 0 ? 0 : 1};
}

/** Runs a test runner that leaves a JSON report; a runner that fails without naming a failed test is one failure. */
async function tested(title, tool, args, counts) {
  console.log(`\n— ${title}`);
  const report = join(reports, `${tool}.json`);
  rmSync(report, {force: true});
  mkdirSync(reports, {recursive: true});
  const code = await run(tool, args, {TEST_REPORT: report, TEST_PORT: String(await freePort(4331))});
  const {passed, failed} = existsSync(report)
    ? counts(JSON.parse(readFileSync(report, "utf8")))
    : {passed: 0, failed: 0};
  return {passed, failed: code !== 0 ? Math.max(failed, 1) : failed};
}

/** The first port from this one on that nobody listens on. */
function freePort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(freePort(port + 1)));
    probe.listen(port, () => probe.close(() => resolve(port)));
  });
}

/** A test file that did not load has no tests to fail: it counts as one failure. */
function vitestCounts({numPassedTests, numFailedTests, testResults}) {
  const unloaded = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {passed: numPassedTests, failed: numFailedTests + unloaded.length};
}

function playwrightCounts({stats, errors}) {
  return {passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length};
}

function sum(results) {
  const total = {passed: 0, failed: 0};
  for (const {passed, failed} of results) {
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0)
  throw new Error(`unknown step ${unknown.join(", ")}: the steps are ${Object.keys(steps).join(", ")}`);

installIfNeeded();
const results = [];
for (const name of asked.length > 0 ? asked : Object.keys(steps)) results.push(await steps[name]());
const {passed, failed} = sum(results);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
