import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import process from "node:process";
import {command, projectNode, root} from "./node.mjs";

/** Arguments for every Chromium the project starts: offline, quiet, and with a software GPU for correctness tests. */
export const chromiumArgs = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-swiftshader"
];

const usualPaths = {
  linux: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"],
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe"
  ]
};

/**
 * The path of a Chromium on this machine: the one in CHROMIUM_PATH, else at a usual place;
 * undefined means Playwright's own download.
 */
export function chromiumPath() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH: needed a browser, found nothing at ${named}`);
  return named || (usualPaths[process.platform] ?? []).find((path) => existsSync(path) && answers(path));
}

/** Makes sure that there is a Chromium: an existing one, else Playwright's download, else the distribution's package. */
export function installChromium() {
  if (chromiumPath() || playwrightsStarts()) return true;
  console.error("Downloading a Chromium for the browser tests …");
  playwright(["install", "chromium"]);
  if (playwrightsStarts()) return true;
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  console.error("Installing the distribution's chromium package …");
  apt(["update"]);
  apt(["install", "--yes", "--no-install-recommends", "chromium"]);
  if (chromiumPath()) return true;
  playwright(["install-deps", "chromium"]); // Ubuntu's package is only a pointer to a snap
  return playwrightsStarts();
}

/** Some distributions install a script there that only says where to get the browser. */
function answers(path) {
  return process.platform === "win32" || spawnSync(path, ["--version"], {timeout: 20_000}).status === 0;
}

/** Whether the browser that Playwright downloads is there and has the libraries it needs. */
function playwrightsStarts() {
  const probe = `
    const {chromium} = await import("@playwright/test");
    const browser = await chromium.launch({args: ${JSON.stringify(chromiumArgs)}});
    await browser.close();`;
  return spawnSync(projectNode(), ["--input-type=module", "-e", probe], {cwd: root, timeout: 60_000}).status === 0;
}

function playwright(args) {
  spawnSync(projectNode(), [...command("playwright"), ...args], {cwd: root, stdio: ["ignore", 2, 2]});
}

function apt(args) {
  const env = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  spawnSync("apt-get", ["--quiet", "--quiet", ...args], {env, stdio: ["ignore", 2, 2]});
}
