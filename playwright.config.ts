import {defineConfig} from "@playwright/test";
import {chromiumArgs, chromiumPath} from "./scripts/run/chromium.mjs";

const port = Number(process.env["TEST_PORT"] ?? 4331);
const report = process.env["TEST_REPORT"];
const executablePath = chromiumPath();

export default defineConfig({
  testDir: "tests/pages",
  workers: 3,
  retries: 0,
  forbidOnly: true,
  expect: {timeout: 30_000},
  timeout: 240_000,
  reporter: [["list"], ...(report ? [["json", {outputFile: report}] as const] : [])],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {args: chromiumArgs, ...(executablePath && {executablePath})}
  },
  webServer: {
    command: `"${process.execPath}" scripts/run/serve.mjs --port ${port} --strict-port`,
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
    timeout: 120_000
  }
});
