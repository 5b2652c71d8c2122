/** The document of the sandbox with its own Content-Security-Policy, which the frame inside and its worker inherit. */
import {createHash} from "node:crypto";
import inner from "./inner.js?raw";
import outer from "./outer.js?raw";

const hash = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/**
 * What the sandbox may do: run these two scripts, evaluate readers' code, and start a worker from memory. No address can be
 * reached: no picture, no style, no script, no connection.
 */
export const sandboxPolicy = [
  "default-src 'none'",
  `script-src ${hash(outer)} ${hash(inner)} 'unsafe-eval'`,
  "worker-src blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'"
].join("; ");

const head = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${sandboxPolicy}"><title>Sandbox</title>`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const inside = `<!doctype html><html lang="en"><head>${head}</head><body><script>${inner}</script></body></html>`;

/** The page. The frame inside gets the policy twice: inherited, and in a meta tag of its own. */
export const sandboxPage = `<!doctype html><html lang="en"><head>${head}<meta name="robots" content="noindex"></head><body>\
<iframe title="Sandbox" sandbox="allow-scripts" srcdoc="${escaped(inside)}"></iframe><script>${outer}</script></body></html>\n`;
