// node serve.mjs [--port 4321] [--strict-port]: serves dist/ as a static host would, with the site's headers.
import {createReadStream, existsSync, readFileSync, statSync} from "node:fs";
import {createServer} from "node:http";
import {extname, join, normalize, sep} from "node:path";
import process from "node:process";
import {pipeline} from "node:stream";
import {parseArgs} from "node:util";
import {constants, createBrotliCompress, createGzip} from "node:zlib";
import {headers, workerPolicy} from "./headers.mjs";
import {root} from "./node.mjs";

const dist = join(root, "dist");

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".ipynb": "application/x-ipynb+json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".bib": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".safetensors": "application/octet-stream"
};

/** The file a request means: the path itself, its index.html, or nothing. */
function find(url) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  } catch {
    return undefined;
  }
  const asked = join(dist, path);
  if (!asked.startsWith(dist + sep) && asked !== dist) return undefined;
  return [asked, join(asked, "index.html"), `${asked}.html`].find(
    (file) => existsSync(file) && statSync(file).isFile()
  );
}

/** A page's policy stands in its meta tag (Astro knows the hashes); as a header it can also forbid foreign frames. */
function policyOf(file) {
  if (extname(file) === ".js") return workerPolicy;
  if (extname(file) !== ".html") return undefined;
  const meta = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(readFileSync(file, "utf8"));
  return meta ? `${meta[1].replace(/;?\s*$/, "")}; frame-ancestors 'self'` : undefined;
}

function compression(request, type) {
  if (!/^text|javascript|json|svg|wasm|xml/.test(type)) return undefined;
  const accepted = String(request.headers["accept-encoding"] ?? "");
  if (/\bbr\b/.test(accepted)) return ["br", createBrotliCompress({params: {[constants.BROTLI_PARAM_QUALITY]: 5}})];
  if (/\bgzip\b/.test(accepted)) return ["gzip", createGzip()];
  return undefined;
}

function answer(request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405, {Allow: "GET, HEAD"}).end();
  const found = find(request.url ?? "/");
  const file = found ?? join(dist, "404.html");
  if (!existsSync(file)) return response.writeHead(404, headers).end("not found");
  const type = types[extname(file)] ?? "application/octet-stream";
  const packed = compression(request, type);
  const policy = policyOf(file);
  response.writeHead(found ? 200 : 404, {
    ...headers,
    ...(policy && {"Content-Security-Policy": policy}),
    ...(packed ? {"Content-Encoding": packed[0]} : {"Content-Length": statSync(file).size}),
    "Content-Type": type,
    "Cache-Control": file.includes(`${sep}_astro${sep}`) ? "public, max-age=31536000, immutable" : "no-cache",
    Vary: "Accept-Encoding"
  });
  if (request.method === "HEAD") return response.end();
  const streams = [createReadStream(file), ...(packed ? [packed[1]] : []), response];
  pipeline(streams, () => {}); // a reader who leaves early is no error
}

/** Listens on the port, or on the next free one if that is taken and the caller does not insist. */
function listen(port, strict, triesLeft = 20) {
  const server = createServer(answer);
  server.once("error", (error) => {
    if (error.code !== "EADDRINUSE") throw error;
    if (strict || triesLeft === 0) {
      console.error(`port ${port} is in use by another program: close it or choose another with --port`);
      process.exit(1);
    }
    console.log(`Port ${port} is in use by another program; trying ${port + 1}.`);
    listen(port + 1, strict, triesLeft - 1);
  });
  server.listen(port, () => console.log(`Inside Inception is at http://localhost:${port} (Ctrl-C stops it)`));
}

const {values} = parseArgs({options: {port: {type: "string"}, "strict-port": {type: "boolean", default: false}}});
if (!existsSync(join(dist, "index.html"))) {
  console.error("there is no built site in dist/: run `npm run build` first");
  process.exit(1);
}
listen(Number(values.port ?? process.env.PORT ?? 4321), values["strict-port"]);
