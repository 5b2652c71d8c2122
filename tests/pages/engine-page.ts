/** A bare page that puts the live engine into `window.check`, over the worker that the site ships. */
import {readdirSync, readFileSync} from "node:fs";
import type {Page} from "@playwright/test";
import ts from "typescript";
import {headers} from "../../scripts/run/headers.mjs";

const here = (path: string): URL => new URL(path, import.meta.url);
const isolating = Object.entries(headers).filter(([name]) => name.startsWith("Cross-Origin"));

/** The page's side of the engine: one file without imports of its own. */
const client = ts.transpileModule(readFileSync(here("../../src/lib/runtime/client.ts"), "utf8"), {
  compilerOptions: {target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true}
}).outputText;

const html = (worker: string): string => `<!doctype html>
  <meta charset="utf-8" />
  <title>Engine check</title>
  <script type="module">
    import {createEngine, Superseded} from "/engine-check/client.js";
    const one = createEngine(() => new Worker("/_astro/${worker}", {type: "module"}));
    window.check = {engine: () => one, Superseded};
  </script>`;

/** Serves the page at /engine-check/ to one browser page; nothing of it is in the built site. */
export async function serveEnginePage(page: Page): Promise<void> {
  const worker = readdirSync(here("../../dist/_astro")).find((name) => /^worker-.*\.js$/.test(name));
  if (worker === undefined) throw new Error("dist/_astro: needs the engine's worker, found none; build the site first");
  const answer = (contentType: string, body: string) => ({contentType, body, headers: Object.fromEntries(isolating)});
  await page.route("**/engine-check/client.js", (route) => route.fulfill(answer("text/javascript", client)));
  await page.route(/\/engine-check\/(\?.*)?$/, (route) => route.fulfill(answer("text/html", html(worker))));
}
