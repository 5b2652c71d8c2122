/** Answers run requests inside the worker: loads each release once, runs it, and packs what comes out. */
import * as tf from "@tensorflow/tfjs-core";
import {total} from "../analysis/total.ts";
import {type Release, release} from "../nets/releases.ts";
import {meansOf, type Means, editsOf, rightOf, type SceneAt, type Surgery} from "./alterations.ts";
import {type Backend, startBackend, type WasmFiles} from "./backend.ts";
import {fetchFile, sheetOf, weightsOf} from "./fetch-weights.ts";
import {TOLERANCE} from "./limits.ts";
import {loadModel, type Model, softmax} from "./model.ts";
import {preprocess} from "./preprocess.ts";
import type {Ask, CheckRequest, CheckResult, Guess, Progress, Rejected, RunRequest, RunResult} from "./protocol.ts";
import {selfTest} from "./self-test.ts";
import {tilesOf} from "./tiles.ts";

interface Loaded {
  release: Release;
  model: Model;
  backend: Backend;
  difference: number | null;
  /** Of all branches over the validation scenes, once somebody asked. */
  means?: Means;
}

type OnProgress = (progress: Progress) => void;

/** Answers requests one at a time; a failed one leaves nothing behind. */
export interface Runner {
  answer(ask: Ask, onProgress: OnProgress): Promise<RunResult | CheckResult>;
}

/** A runner that keeps the networks it has loaded: a whole family may be in use at once, each on its own backend. */
export function createRunner(wasmFiles: WasmFiles): Runner {
  const loaded = new Map<string, Loaded>();
  const rejected: Rejected[] = [];
  const scenes = new Map<number, Float32Array>();

  async function load({request, site, overrides}: Ask, onProgress: OnProgress): Promise<Loaded> {
    // A network with its heads is another one: the trunk runs without them until somebody asks.
    const heads = "heads" in request && request.heads === true;
    const key = `${request.network}${heads ? " with heads" : ""}`;
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const facts = release(request.network);
    const sheet = sheetOf(facts);
    const bytes = fetchChecked(facts, sheet, site, heads, onProgress);
    bytes.catch(() => undefined); // reported below, after the backend
    onProgress({what: "engine", loaded: 0, total: 0});
    const entry = await trusted(facts, sheet, bytes, overrides);
    onProgress({what: "engine", loaded: 1, total: 1});
    loaded.set(key, entry);
    return entry;
  }

  // The first backend that computes what was recorded.
  async function trusted(
    facts: Release,
    sheet: Model["sheet"],
    bytes: ReturnType<typeof weightsOf>,
    {backend: force, threads, distrust}: Ask["overrides"]
  ): Promise<Loaded> {
    for (;;) {
      const except = rejected.map(({backend}) => backend);
      const backend = await startBackend({macs: total(sheet).macs, wasmFiles, force, threads, except});
      const model = loadModel(sheet, await bytes);
      const difference = backend.backend === distrust ? Infinity : await selfTest(facts, model);
      if (difference === null || difference <= TOLERANCE) return {release: facts, model, backend, difference};
      model.dispose();
      rejected.push({backend: backend.backend, difference});
    }
  }

  async function operated(entry: Loaded, surgery: Surgery, onProgress: OnProgress) {
    if (Object.values(surgery).includes("usual"))
      entry.means ??= await meansOf(entry.model, await scenesFor(entry.release), (done, all) =>
        onProgress({what: "means", loaded: done, total: all})
      );
    return editsOf(surgery, entry.means ?? new Map());
  }

  // All releases that see pictures of one kind share the drawn scenes; they are drawn once.
  async function scenesFor({input}: Release): Promise<SceneAt> {
    const {scenePixels} = await import("./validation.ts");
    return (index) => {
      const known = scenes.get(index) ?? scenePixels(index, input);
      scenes.set(index, known);
      return known;
    };
  }

  async function run(request: RunRequest, entry: Loaded, onProgress: OnProgress): Promise<RunResult> {
    const {release: facts, model, backend, difference} = entry;
    const {watch = [], silence = [], cam = null, votes = null} = request;
    const heads =
      request.heads === true ? [...model.sheet.graph.outputs.keys()].filter((path) => path !== "output") : [];
    const edit = await operated(entry, request.edit ?? {}, onProgress);
    await tf.setBackend(backend.backend); // another network may have been loaded to another one since
    const start = performance.now();
    const picture = pixelsOf(request.picture);
    const {pixels, rgba} = preprocess(picture.data, picture.width, picture.height, facts.input);
    const outcome = await model.run(pixels, {watch: [...watch, ...heads], silence, edit, cam, votes});
    const milliseconds = performance.now() - start;
    const {logits, activations} = outcome;
    const probabilities = softmax(logits);
    return {
      labels: facts.labels,
      ...{logits, probabilities, milliseconds, cam: outcome.cam, votes: outcome.votes},
      top: best(probabilities, facts.labels),
      tiles: Object.fromEntries(
        [...activations]
          .filter(([path]) => !heads.includes(path))
          .map(([path, {values, shape}]) => [path, tilesOf(values, shape)])
      ),
      heads: Object.fromEntries(heads.map((path) => [path, activations.get(path)!.values])),
      seen: {size: facts.input.size, rgba},
      device: {...backend, weights: facts.sha256, bytes: facts.bytes, difference, rejected}
    };
  }

  async function check({scenes: {first, count}, edit = {}}: CheckRequest, entry: Loaded, onProgress: OnProgress) {
    const {sceneLabel} = await import("./validation.ts");
    const sceneAt = await scenesFor(entry.release);
    await tf.setBackend(entry.backend.backend);
    const options = {edit: await operated(entry, edit, onProgress)};
    return {count, right: await rightOf(entry.model, sceneAt, sceneLabel, {first, count}, options)};
  }

  return {
    async answer(ask, onProgress) {
      const entry = await load(ask, onProgress);
      return "scenes" in ask.request ? check(ask.request, entry, onProgress) : run(ask.request, entry, onProgress);
    }
  };
}

// A file that fails its checks may be a stale or damaged copy in the browser's cache, so it is asked for once more, past the cache.
async function fetchChecked(
  facts: Release,
  sheet: Model["sheet"],
  site: string,
  heads: boolean,
  onProgress: OnProgress
) {
  const ofHeads = heads ? facts.heads : undefined;
  if (heads && ofHeads === undefined) throw new Error(`${facts.id}: its auxiliary heads are not trained`);
  const onBytes = (loaded: number, total: number): void => onProgress({what: "weights", loaded, total});
  const attempt = async (fresh: boolean) => {
    const file = await fetchFile(new URL(facts.file, site).href, facts, onBytes, fresh);
    if (ofHeads === undefined) return weightsOf(facts, sheet, file);
    const checked = {...ofHeads, id: `${facts.id}, auxiliary heads`};
    return weightsOf(facts, sheet, file, await fetchFile(new URL(ofHeads.file, site).href, checked, onBytes, fresh));
  };
  return attempt(false).catch(() => attempt(true));
}

/** The best classes, best first. */
export function best(probabilities: Float32Array, labels: readonly string[], count = 5): Guess[] {
  return Array.from(probabilities, (probability, index) => ({
    index,
    label: labels[index] ?? String(index),
    probability
  }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}

// Larger squares are first drawn smaller by the browser: a network that sees 32×32 or 299×299 pixels loses nothing.
const LARGEST_SIDE = 2048;

function pixelsOf(picture: RunRequest["picture"]): {data: Uint8ClampedArray; width: number; height: number} {
  if (!("close" in picture)) return picture;
  try {
    const side = Math.min(picture.width, picture.height);
    if (side === 0) throw new Error("picture: needs at least one pixel, found none");
    const size = Math.min(side, LARGEST_SIDE);
    const context = new OffscreenCanvas(size, size).getContext("2d", {willReadFrequently: true});
    if (context === null) throw new Error("picture: this browser cannot read its pixels in a worker");
    context.imageSmoothingQuality = "high";
    const [left, top] = [Math.floor((picture.width - side) / 2), Math.floor((picture.height - side) / 2)];
    context.drawImage(picture, left, top, side, side, 0, 0, size, size);
    return context.getImageData(0, 0, size, size);
  } finally {
    picture.close();
  }
}
