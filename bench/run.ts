/**
 * `npm run bench [-- --rounds 15] [--json FILE]`: GoogLeNet in our runtime against onnxruntime-web, pictures per second of
 * every compact network, and the time for the branch tiles of compact-v1's slowest module, in one headless Chromium. Ends with 1
 * if a bar is missed.
 */
import {createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import {tmpdir} from "node:os";
import {extname, join} from "node:path";
import {parseArgs} from "node:util";
import {chromium, type Page} from "@playwright/test";
import {build} from "vite";
import {chromiumArgs, chromiumPath} from "../scripts/run/chromium.mjs";
import {headers} from "../scripts/run/headers.mjs";
import {tfjsThreads} from "../scripts/vite/tfjs-threads.mjs";
import {branchModules} from "../src/lib/analysis/branch-modules.ts";
import {network, networks} from "../src/lib/nets/registry.ts";
import {flatten} from "../src/lib/spec/graph.ts";
import type {Laps} from "./page.ts";
import type {Contestant} from "./worker.ts";

const root = join(import.meta.dirname, "..");
const NETWORK = "googlenet@torchvision";
/**
 * The bars: our time as a multiple of onnxruntime-web's, pictures per second of each compact network, and milliseconds for the
 * tiles of one module's branches. Medians waver on a machine that does other work: a ratio up to NOISE counts as parity.
 */
const [RATIO, PICTURES, TILES_MS] = [1, 60, 50];
const NOISE = 1.05;
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm"
};

/** One race: medians in milliseconds. */
interface Result {
  threads: number;
  ours: number;
  onnxruntime: number;
  ratio: number;
  difference: number;
}

async function bundle(outDir: string): Promise<void> {
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: "error",
    plugins: [tfjsThreads()],
    worker: {format: "es", plugins: () => [tfjsThreads()]},
    build: {outDir, emptyOutDir: true, target: "esnext", chunkSizeWarningLimit: 2000}
  });
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.replaceAll("..", "");
    const file = path.startsWith("/ort/")
      ? join(root, "node_modules/onnxruntime-web/dist", path.slice(5))
      : join(folder, path === "/" ? "index.html" : path);
    if (!existsSync(file)) return void response.writeHead(404, headers).end();
    response.writeHead(200, {...headers, "Content-Type": TYPES[extname(file)] ?? "application/octet-stream"});
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "localhost", () => resolve(server)));
}

async function race(page: Page, contestants: Contestant[], rounds: number, warm = 3): Promise<Laps[]> {
  return page.evaluate(
    ([all, count, first]) =>
      (window as unknown as {race(...given: unknown[]): Promise<Laps[]>}).race(all, count, first),
    [contestants, rounds, warm] as const
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}

/** Largest difference of two outputs, as a part of the largest magnitude. */
function differenceOf(a: readonly number[], b: readonly number[]): number {
  const scale = Math.max(...b.map(Math.abs));
  return a.length === b.length ? Math.max(...a.map((value, i) => Math.abs(value - b[i]!))) / scale : Infinity;
}

async function against(page: Page, threads: number, rounds: number): Promise<Result> {
  const [a, b] = await race(page, [{engine: "ours", network: NETWORK, threads}, {engine: "onnxruntime-web", network: NETWORK, threads}], rounds); // prettier-ignore
  const difference = differenceOf(a!.logits, b!.logits);
  if (!(difference < 1e-3))
    throw new Error(`${NETWORK}: outputs of the two engines differ by ${difference}; the race would not be honest`);
  const [ours, onnxruntime] = [median(a!.milliseconds), median(b!.milliseconds)];
  return {threads, ours, onnxruntime, ratio: ours / onnxruntime, difference};
}

async function main(): Promise<void> {
  const {values} = parseArgs({options: {rounds: {type: "string", default: "15"}, json: {type: "string"}}});
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds: needs a whole number from 1, found ${values.rounds}`);
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  await bundle(folder);
  const server = await serve(folder);
  const path = chromiumPath();
  const browser = await chromium.launch({args: chromiumArgs, ...(path === undefined ? {} : {executablePath: path})});
  try {
    const page = await browser.newPage();
    const address = server.address();
    await page.goto(`http://localhost:${typeof address === "object" ? address?.port : ""}/`);
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    console.log(`Chromium ${browser.version()}, ${cores} cores, medians of ${rounds} runs taken in turn, batch 1\n`);
    const results: Result[] = [];
    for (const threads of cores > 1 ? [1, 2] : [1]) {
      const result = await against(page, threads, rounds);
      results.push(result);
      const {ours, onnxruntime, ratio, difference} = result;
      console.log(
        `${NETWORK} 224×224, ${threads} thread${threads > 1 ? "s" : " "}: ours ${ours.toFixed(1)} ms, onnxruntime-web ${onnxruntime.toFixed(1)} ms, ` +
          `ratio ${ratio.toFixed(2)} (to be at most ${RATIO}, ${NOISE} with noise; outputs differ by ${difference.toExponential(0)})`
      );
    }
    const compact = [...networks.keys()].filter((id) => id.startsWith("compact-"));
    const threads = Math.min(2, cores);
    const small = compact.map((id): Contestant => ({engine: "ours", network: id, threads: 1, pictures: true}));
    const laps = await race(page, [...small, {...small[compact.indexOf("compact-v1")]!, threads}], 10 * rounds, 10);
    const perSecond = laps.map(({milliseconds}) => 1000 / median(milliseconds));
    perSecond.forEach((pictures, i) =>
      console.log(
        `${small[i]?.network ?? `compact-v1, ${threads} threads`} with preprocessing: ${pictures.toFixed(0)} pictures per second (to be at least ${PICTURES})`
      )
    );
    const modules = branchModules(flatten(network("compact-v1").net())).map(({path}) => path);
    const tiled = modules.map((tiles): Contestant => ({engine: "ours", network: "compact-v1", threads: 1, pictures: true, tiles})); // prettier-ignore
    const tileTimes = (await race(page, tiled, 10 * rounds, 10)).map(({milliseconds}) => median(milliseconds));
    const tileTime = Math.max(...tileTimes);
    console.log(
      `compact-v1, tiles of all branches of its slowest module, ${modules[tileTimes.indexOf(tileTime)]}: ${tileTime.toFixed(1)} ms (to be at most ${TILES_MS})`
    );
    const slow = results.some(({ratio}) => ratio > RATIO * NOISE) || tileTime > TILES_MS;
    if (slow || Math.min(...perSecond.slice(0, compact.length)) < PICTURES) process.exitCode = 1;
    if (values.json !== undefined)
      writeFileSync(
        values.json,
        `${JSON.stringify({rounds, cores, googlenet: results, compact: perSecond, tiles: tileTime}, null, 2)}\n`
      );
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

await main();
