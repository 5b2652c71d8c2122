/**
 * `npm run bench:measure [-- --rounds 60]`: how long the explorer takes to measure and redraw its largest network when a number
 * changes, against one frame of 16 ms. Needs a built site.
 *
 * In Node, `measure` and `arrange` alone; in Chromium, from the input event to the end of the frame in which everything stands:
 * the event is sent as the frame begins, as browsers do, and the clock stops when the frame has been painted. Where other
 * programs want the processor too, the main thread's own time says more than the clock, so both are told.
 */
import {type ChildProcess, spawn} from "node:child_process";
import {createServer} from "node:net";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {chromium, type Page} from "@playwright/test";
import {chromiumArgs, chromiumPath} from "../scripts/run/chromium.mjs";
import {measure} from "../src/lib/analysis/measure.ts";
import {network, networks} from "../src/lib/nets/registry.ts";
import {flatten} from "../src/lib/spec/graph.ts";
import {arrange} from "../src/lib/viz/arrange.ts";
import {fitScale} from "../src/lib/viz/spans.ts";

const FRAME = 16; // milliseconds
const root = join(import.meta.dirname, "..");

const {values} = parseArgs({options: {rounds: {type: "string", default: "60"}}});
const rounds = Number(values.rounds);
const largest = [...networks.keys()].reduce((a, b) => (nodes(b) > nodes(a) ? b : a));

function nodes(id: string): number {
  return flatten(network(id).net()).nodes.length;
}

/** The value below which a share of the values lies. */
function quantile(list: readonly number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function report(what: string, laps: readonly number[]): number {
  const [middle, most] = [quantile(laps, 0.5), quantile(laps, 0.95)];
  console.log(`${what}: median ${middle.toFixed(2)} ms, 95 % within ${most.toFixed(2)} ms (${laps.length} rounds)`);
  return middle;
}

function alone(): number[] {
  const graph = flatten(network(largest).net());
  const lap = (side: number): number => {
    const start = performance.now();
    const sheet = measure(graph, [side, side, 3]);
    for (const width of [428, 278]) arrange(sheet, {width, open: new Set(), scale: fitScale(sheet, width)});
    return performance.now() - start;
  };
  for (let i = 0; i < 50; i++) lap(299 + (i % 7)); // until the compiler has seen enough
  return Array.from({length: rounds}, (_, i) => lap(299 + (i % 50)));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const {port} = server.address() as {port: number};
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function served(port: number): Promise<ChildProcess> {
  const args = [join(root, "scripts/run/serve.mjs"), "--port", String(port), "--strict-port"];
  const server = spawn(process.execPath, args, {cwd: root, stdio: ["ignore", "pipe", "inherit"]});
  await new Promise<void>((resolve, reject) => {
    server.stdout!.once("data", () => resolve());
    server.once("exit", () => reject(new Error("the site could not be served")));
  });
  return server;
}

/** Milliseconds of the processor that the page's main thread takes per change, up to the painted frame. */
async function ownTime(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", {timeDomain: "threadTicks"});
  const spent = async (): Promise<number> => {
    const {metrics} = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({name}) => name === "TaskDuration")!.value;
  };
  const laps: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const before = await spent();
    await page.evaluate(
      (side) =>
        new Promise<void>((resolve) => {
          const slider = document.querySelector<HTMLInputElement>("input[type=range]")!;
          requestAnimationFrame(() => {
            slider.value = String(side);
            slider.dispatchEvent(new Event("input", {bubbles: true}));
            const painted = new MessageChannel();
            painted.port1.onmessage = () => resolve();
            painted.port2.postMessage(null);
          });
        }),
      330 + ((i * 17) % 160)
    );
    laps.push((await spent()) - before);
    await page.waitForTimeout(350);
  }
  return laps;
}

/** Milliseconds from each change of the size slider to the end of the frame that shows it. */
async function inBrowser(page: Page, url: string): Promise<number[]> {
  await page.goto(url, {waitUntil: "networkidle"});
  return page.evaluate(
    async ([warm, count]) => {
      const slider = document.querySelector<HTMLInputElement>("input[type=range]")!;
      const shown = (): string => document.querySelector("[data-sum=macs]")!.textContent;
      const change = (side: number): Promise<number> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const start = performance.now();
            slider.value = String(side);
            slider.dispatchEvent(new Event("input", {bubbles: true}));
            const painted = new MessageChannel();
            painted.port1.onmessage = () => resolve(performance.now() - start);
            painted.port2.postMessage(null);
          });
        });
      const laps: number[] = [];
      for (let i = 0; i < warm + count; i++) {
        const before = shown();
        const lap = await change(330 + ((i * 17) % 160));
        if (shown() === before) throw new Error("the frame was painted without the new numbers");
        if (i >= warm) laps.push(lap);
        await new Promise((resolve) => setTimeout(resolve, 350)); // the drawing comes to rest
      }
      return laps;
    },
    [15, rounds] as const
  );
}

console.log(`${largest}, ${nodes(largest)} nodes`);
report("measure and arrange twice, in Node", alone());
const port = await freePort();
const server = await served(port);
const executablePath = chromiumPath();
const browser = await chromium.launch({args: chromiumArgs, ...(executablePath && {executablePath})});
try {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  const url = `http://localhost:${port}/measure/#net=${encodeURIComponent(largest)}`;
  const middle = report("input to painted frame, in Chromium", await inBrowser(page, url));
  report("processor time of the main thread", await ownTime(page));
  console.log(middle <= FRAME ? `within one frame of ${FRAME} ms` : `longer than one frame of ${FRAME} ms`);
  process.exitCode = middle <= FRAME ? 0 : 1;
} finally {
  await browser.close();
  server.kill();
}
