/**
 * The live engine as a page sees it: one worker per page, started at the first run. Imports no TensorFlow.js.
 */
import type {BackendName} from "./backend.ts";
import type {Answer, Ask, CheckRequest, CheckResult, Overrides, Progress, RunRequest, RunResult} from "./protocol.ts";

export type {Edit} from "./plan.ts";
export type {CheckRequest, CheckResult, Device, Guess, Progress, RunRequest, RunResult} from "./protocol.ts";
export type {Tiles} from "./tiles.ts";
export type {ClassMap} from "./cam.ts";
export type {Surgery} from "./alterations.ts";
export type {VotePart, Votes} from "./votes.ts";

/** A newer request in the same slot replaced this one before it started. */
export class Superseded extends Error {
  constructor() {
    super("a newer request took this one's place");
    this.name = "Superseded";
  }
}

/** How to run: requests of one `slot` replace each other while they wait; without a slot each waits its turn. */
export interface RunSettings {
  slot?: string;
  onProgress?: (progress: Progress) => void;
}

/** Runs networks. */
export interface Engine {
  /**
   * Runs a network on a picture.
   * @throws Superseded, or an Error whose message is one sentence for the reader; the next request works
   */
  run(request: RunRequest, settings?: RunSettings): Promise<RunResult>;
  /**
   * Has a network name validation scenes.
   * @throws as `run` does
   */
  check(request: CheckRequest, settings?: RunSettings): Promise<CheckResult>;
  /** Stops the worker; requests under way are rejected. The next run starts a new one. */
  dispose(): void;
}

interface Job extends RunSettings {
  ask: Ask;
  resolve: (result: RunResult | CheckResult) => void;
  reject: (error: Error) => void;
}

let shared: Engine | undefined;

/** The page's one engine. */
export function engine(): Engine {
  return (shared ??= createEngine(startWorker));
}

function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), {type: "module"});
}

/** An engine over a worker that `start` makes when one is needed. */
export function createEngine(start: () => Worker): Engine {
  const waiting: Job[] = [];
  let running: Job | null = null;
  let worker: Worker | null = null;
  let count = 0;

  function next(): void {
    if (running !== null) return;
    const job = waiting.shift();
    if (job === undefined) return;
    running = job;
    const bitmap = bitmapOf(job);
    try {
      worker ??= listen(start());
      worker.postMessage(job.ask, bitmap === null ? [] : [bitmap]);
    } catch (error) {
      finish((failed) => failed.reject(asError(error)));
    }
  }

  function listen(made: Worker): Worker {
    made.addEventListener("message", ({data}: MessageEvent<Answer>) => {
      if (made !== worker || data.id !== running?.ask.id) return;
      if (data.kind === "progress") running.onProgress?.(data.progress);
      else if (data.kind === "done") finish((job) => job.resolve(data.result));
      else if (data.fatal) crash(data.message);
      else finish((job) => job.reject(new Error(data.message)));
    });
    made.addEventListener("error", (event) => {
      event.preventDefault();
      if (made === worker) crash(event.message);
    });
    return made;
  }

  function finish(settle: (job: Job) => void): void {
    const job = running;
    running = null;
    if (job !== null) settle(job);
    next();
  }

  // The next request starts a fresh worker.
  function crash(message: string | undefined): void {
    worker?.terminate();
    worker = null;
    const why = message === undefined || message === "" ? "its program could not be loaded" : message;
    finish((job) => job.reject(new Error(`the engine stopped (${why}); try again, it will be started anew`)));
  }

  function submit(request: Ask["request"], settings: RunSettings = {}): Promise<RunResult | CheckResult> {
    return new Promise((resolve, reject) => {
      const {slot} = settings;
      const old = slot === undefined ? -1 : waiting.findIndex((job) => job.slot === slot);
      if (old >= 0) for (const job of waiting.splice(old, 1)) supersede(job);
      waiting.push({
        ...settings,
        ask: {id: ++count, request, site: siteAddress(), overrides: overrides()},
        resolve,
        reject
      });
      next();
    });
  }

  return {
    run: (request, settings) => submit(request, settings) as Promise<RunResult>,
    check: (request, settings) => submit(request, settings) as Promise<CheckResult>,
    dispose() {
      worker?.terminate();
      worker = null;
      const jobs = [...(running === null ? [] : [running]), ...waiting.splice(0)];
      running = null;
      for (const job of jobs) job.reject(new Error("the engine was stopped"));
    }
  };
}

function supersede(job: Job): void {
  bitmapOf(job)?.close();
  job.reject(new Superseded());
}

function bitmapOf({ask: {request}}: Job): ImageBitmap | null {
  return "picture" in request && "close" in request.picture ? request.picture : null;
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function siteAddress(): string {
  return new URL(import.meta.env?.BASE_URL ?? "/", location.href).href;
}

const BACKENDS: readonly BackendName[] = ["webgpu", "webgl", "wasm", "cpu"];

/** `?backend=wasm&threads=1&distrust=webgl` in the page's address, for tests and bug reports; anything else is ignored. */
function overrides(): Overrides {
  const asked = new URLSearchParams(location.search);
  const threads = Number(asked.get("threads"));
  return {
    backend: BACKENDS.find((name) => name === asked.get("backend")),
    distrust: BACKENDS.find((name) => name === asked.get("distrust")),
    threads: Number.isInteger(threads) && threads >= 1 && threads <= 16 ? threads : undefined
  };
}
