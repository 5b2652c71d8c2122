/**
 * The headers under which the site is served, by the Astro dev server and by scripts/run/serve.mjs alike.
 *
 * COOP and COEP isolate the page from other origins, which is what gives WebAssembly its threads.
 */
export const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(self), microphone=(), geolocation=()"
};

/**
 * What every page allows beside scripts and styles: everything from its own origin only.
 * Astro adds script-src and style-src with the hashes of the page's own inline pieces and writes the whole as a meta tag.
 */
export const pagePolicy = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'"
];

/**
 * The policy of scripts, sent with each of them because a worker obeys its own headers and not its page's.
 * TensorFlow.js starts its threads from a Blob, and compiles WebAssembly.
 */
export const workerPolicy =
  "default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self' blob:";
