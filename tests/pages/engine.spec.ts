/** The live engine in a browser: backends agree, and no failure outlives its own request. */
import {readFile} from "node:fs/promises";
import {expect, type Page, test} from "@playwright/test";
import {measure} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten, nodeAt} from "../../src/lib/spec/graph.ts";
import type {Engine, RunRequest, RunResult} from "../../src/lib/runtime/client.ts";
import {serveEnginePage} from "./engine-page.ts";

test.beforeEach(({page}) => serveEnginePage(page));

const WEIGHTS = "**/models/compact-v1/weights.safetensors";
const FILE = new URL("../../public/models/compact-v1/weights.safetensors", import.meta.url);

/** A result as it crosses from the page: arrays for typed arrays. */
interface Seen extends Pick<RunResult, "milliseconds" | "device" | "top"> {
  logits: number[];
  cam: number[] | null;
  tiles: Record<string, {shape: readonly number[]; length: number; max: number[]}>;
}
type Answer = {done: Seen} | {failed: string};
type Part = Partial<Omit<RunRequest, "picture">>;

/** Runs requests one after another (or all at once) in the page, on a picture of coloured waves. */
async function ask(page: Page, parts: Part[], {together = false, slot = ""} = {}): Promise<Answer[]> {
  return page.evaluate(
    async ({parts, together, slot}) => {
      const {engine} = (window as unknown as {check: {engine(): Engine}}).check;
      const picture = new ImageData(48, 40);
      picture.data.forEach((_, i) => (picture.data[i] = i % 4 === 3 ? 255 : 128 + 120 * Math.sin(i / 37)));
      const one = async (part: Part, position: number): Promise<Answer> => {
        try {
          const bitmap = position % 2 === 1 ? await createImageBitmap(picture) : picture;
          const settings = slot === "" ? {} : {slot};
          const found = await engine().run({network: "compact-v1", picture: bitmap, ...part}, settings);
          const tiles = Object.entries(found.tiles).map(([path, tile]) => [
            path,
            {shape: tile.shape, length: tile.bytes.length, max: [...tile.max]}
          ]);
          const {milliseconds, device, top} = found;
          return {
            done: {
              ...{milliseconds, device, top, logits: [...found.logits], tiles: Object.fromEntries(tiles)},
              cam: found.cam === null ? null : [...found.cam.values, found.cam.bias]
            }
          };
        } catch (error) {
          return {failed: `${(error as Error).name}: ${(error as Error).message}`};
        }
      };
      if (together) return Promise.all(parts.map((part) => one(part, 0)));
      const answers: Answer[] = [];
      for (const [position, part] of parts.entries()) answers.push(await one(part, position));
      return answers;
    },
    {parts, together, slot}
  );
}

async function run(page: Page, part: Part = {}): Promise<Seen> {
  const [answer] = await ask(page, [part]);
  if (answer === undefined || !("done" in answer)) throw new Error(JSON.stringify(answer));
  return answer.done;
}

function expectClose(found: readonly number[], wanted: readonly number[], tolerance: number): void {
  expect(found).toHaveLength(wanted.length);
  const scale = Math.max(...wanted.map(Math.abs));
  const worst = Math.max(...found.map((value, i) => Math.abs(value - wanted[i]!)));
  expect(worst / scale).toBeLessThan(tolerance);
}

test("a small network runs in WebAssembly with SIMD on one thread, though the page is isolated", async ({page}) => {
  await page.goto("/engine-check/");
  const {device, logits, top} = await run(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(device).toMatchObject({backend: "wasm", simd: true, threads: 1});
  expect(device.weights).toMatch(/^[0-9a-f]{64}$/);
  expect(logits).toHaveLength(10);
  expect(top).toHaveLength(5);
  expect(top[0]!.index).toBe(logits.indexOf(Math.max(...logits)));
});

for (const {address, device, tolerance} of [
  {address: "backend=wasm&threads=2", device: {backend: "wasm", threads: 2}, tolerance: 1e-5},
  {address: "backend=cpu", device: {backend: "cpu", threads: 1}, tolerance: 1e-5},
  {address: "backend=webgl", device: {backend: "webgl", threads: 1, precision: 32}, tolerance: 1e-4}
]) {
  test(`?${address} gives the same logits as one thread of WebAssembly`, async ({page}) => {
    test.setTimeout(240_000); // software WebGL and threads without free cores are slow
    await page.goto("/engine-check/?backend=wasm&threads=1");
    const one = await run(page);
    expect(one.device).toMatchObject({backend: "wasm", threads: 1});
    await page.goto(`/engine-check/?${address}`);
    const other = await run(page);
    expect(other.device).toMatchObject(device);
    expectClose(other.logits, one.logits, tolerance);
  });
}

test("an ImageBitmap and the same ImageData give the same logits", async ({page}) => {
  await page.goto("/engine-check/");
  const [first, second] = await ask(page, [{}, {}]); // the second is handed over as an ImageBitmap
  expect(first).toHaveProperty("done");
  expect(second).toHaveProperty("done");
  expectClose((second as {done: Seen}).done.logits, (first as {done: Seen}).done.logits, 1e-6);
});

test("activations come back as tiles, a silenced branch as zeros, and a class activation map adds up to its logit", async ({
  page
}) => {
  await page.goto("/engine-check/");
  const seen = await run(page, {watch: ["3a", "3a/5x5"], silence: ["3a/5x5"], cam: 3});
  const graph = flatten(network("compact-v1").net());
  const {shape, bytes} = measure(graph, [32, 32, 3]).rows[nodeAt(graph, "3a")]!;
  expect(seen.tiles["3a"]).toMatchObject({shape, length: bytes / 4});
  expect(seen.tiles["3a/5x5"]!.max.every((value) => value === 0)).toBe(true);
  expect(seen.tiles["3a"]!.max.some((value) => value > 0)).toBe(true);
  const [bias] = seen.cam!.splice(-1);
  expect(seen.cam!.reduce((a, b) => a + b) / seen.cam!.length + bias!).toBeCloseTo(seen.logits[3]!, 4);
});

test("a request that cannot be answered says why, and the next one works", async ({page}) => {
  await page.goto("/engine-check/");
  const answers = await ask(page, [{watch: ["3a/7x7"]}, {}, {silence: ["nowhere"]}, {cam: 10}, {network: "lenet"}, {}]);
  const failures = answers.map((answer) => ("failed" in answer ? answer.failed : ""));
  expect(failures).toEqual([
    expect.stringContaining('3a/7x7: no such path; "3a" has the parts 1x1, 3x3, 5x5, pool'),
    "",
    expect.stringContaining("nowhere: no such path"),
    expect.stringContaining("needs a class from 0 to 9, found 10"),
    expect.stringContaining("lenet: no such release"),
    ""
  ]);
});

test("a damaged, a wrong, a cut and a missing weights file each give one sentence, and the right one then works", async ({
  page
}) => {
  const right = await readFile(FILE);
  const flipped = Buffer.from(right);
  flipped[right.length - 1]! ^= 1;
  let body: Buffer | null = flipped;
  await page.route(WEIGHTS, (route) =>
    body === null ? route.fulfill({status: 404, body: ""}) : route.fulfill({body})
  );
  await page.goto("/engine-check/");
  expect(await ask(page, [{}])).toEqual([
    {failed: expect.stringMatching(/^Error: weights of compact-v1: needs SHA-256 \w+…, found \w+…/)}
  ]);
  body = right.subarray(0, 1000);
  expect(await ask(page, [{}])).toEqual([
    {failed: expect.stringContaining(`needs a file of ${right.length} bytes, found 1000`)}
  ]);
  body = Buffer.concat([right, right]);
  expect(await ask(page, [{}])).toEqual([
    {failed: expect.stringContaining(`needs a file of ${right.length} bytes, found more`)}
  ]);
  body = null;
  expect(await ask(page, [{}])).toEqual([{failed: expect.stringContaining("answered 404")}]);
  body = right;
  expect((await run(page)).logits).toHaveLength(10);
});

test("of waiting requests in one slot the newest wins", async ({page}) => {
  await page.goto("/engine-check/");
  const answers = await ask(page, [{}, {cam: 1}, {cam: 2}, {cam: 3}], {together: true, slot: "figure"});
  expect(answers.map((answer) => ("failed" in answer ? answer.failed.split(":")[0] : "done"))).toEqual([
    "done",
    "Superseded",
    "Superseded",
    "done"
  ]);
});

test("a worker whose program cannot be loaded is reported and started anew by the next request", async ({page}) => {
  let broken = true;
  await page.route("**/worker-*.js", (route) => (broken ? route.fulfill({status: 500, body: ""}) : route.continue()));
  await page.goto("/engine-check/");
  expect(await ask(page, [{}])).toEqual([{failed: expect.stringContaining("the engine stopped")}]);
  broken = false;
  expect((await run(page)).logits).toHaveLength(10);
});

test("threads that do not start for want of their WebAssembly leave it on one thread, not another backend", async ({
  page
}) => {
  let asked = 0;
  await page.route("**/tfjs-backend-wasm-threaded-simd*.wasm", (route) => {
    asked++;
    return route.abort();
  });
  await page.goto("/engine-check/?backend=wasm&threads=2");
  const {device, logits} = await run(page);
  expect(asked).toBeGreaterThan(0);
  expect(device).toMatchObject({backend: "wasm", threads: 1, simd: true});
  expect(logits).toHaveLength(10);
});

test("helper threads of the convolutions that cannot be loaded leave WebAssembly on one thread", async ({page}) => {
  // What a worker's own workers ask for does not pass the page's routes, so it asks for a file that is not there.
  await page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: `${WITHOUT_HELPERS}${await response.text()}`});
  });
  await page.goto("/engine-check/?backend=wasm&threads=2");
  const {device, logits} = await run(page);
  expect(device).toMatchObject({backend: "wasm", threads: 1, simd: true});
  expect(logits).toHaveLength(10);
});

const WITHOUT_HELPERS = `
  const Complete = self.Worker;
  self.Worker = class extends Complete {
    constructor(url, options) {
      super(/convolution-thread/.test(url) ? "/not-there.js" : url, options);
    }
  };
`;

test("a worker whose WebAssembly traps in the middle of a run is replaced, and the next request works", async ({
  page
}) => {
  let broken = true;
  await page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: `${broken ? TRAPPING : ""}${await response.text()}`});
  });
  await page.goto("/engine-check/?backend=wasm");
  expect(await ask(page, [{}])).toEqual([
    {failed: expect.stringMatching(/the engine stopped \(.*unreachable.*\); try again, it will be started anew/)}
  ]);
  broken = false;
  expect((await run(page)).logits).toHaveLength(10);
});

// The worker's convolutions trap from the fifth on; the first is the backend's check of itself.
const TRAPPING = `
  const instantiate = WebAssembly.instantiate;
  let convolutions = 0;
  const trap = (code) => {
    const bytes = Uint8Array.from([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,8,1,4,116,114,97,112,0,0,10,5,1,3,0,0,11]);
    new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.trap();
  };
  WebAssembly.instantiate = WebAssembly.instantiateStreaming = async (source, imports) => {
    const bytes = source instanceof Promise || source instanceof Response ? await (await source).arrayBuffer() : source;
    const made = await instantiate.call(WebAssembly, bytes, imports);
    if (!("instance" in made)) return made;
    const exports = {};
    for (const [name, value] of Object.entries(made.instance.exports))
      exports[name] = typeof value !== "function" ? value : (...given) => {
        if (given.length > 10 && ++convolutions > 5) trap();
        return value(...given);
      };
    return {module: made.module, instance: {exports}};
  };
`;
