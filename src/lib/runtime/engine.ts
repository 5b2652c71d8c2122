/** Answers run requests inside the worker: loads each release once, runs it, and packs what comes out. */
import * as tf from "@tensorflow/tfjs-core";
import {total} from "../analysis/total.ts";
import {type Release, release} from "../nets/releases.ts";
import {type Backend, startBackend, type WasmFiles} from "./backend.ts";
import {fetchFile, sheetOf, weightsOf} from "./fetch-weights.ts";
import {loadModel, type Model, softmax} from "./model.ts";
import {preprocess} from "./preprocess.ts";
import type {Ask, Guess, Progress, RunRequest, RunResult} from "./protocol.ts";
import {tilesOf} from "./tiles.ts";

interface Loaded {
  release: Release;
  model: Model;
  backend: Backend;
}

/** Runs requests one at a time; a failed one leaves nothing behind. */
export interface Runner {
  run(ask: Ask, onProgress: (progress: Progress) => void): Promise<RunResult>;
}

/** A runner that keeps the networks it has loaded: a whole family may be in use at once, each on its own backend. */
export function createRunner(wasmFiles: WasmFiles): Runner {
  const loaded = new Map<string, Loaded>();

  async function load({request, site, overrides}: Ask, onProgress: (progress: Progress) => void): Promise<Loaded> {
    const known = loaded.get(request.network);
    if (known !== undefined) return known;
    const facts = release(request.network);
    const sheet = sheetOf(facts);
    const bytes = fetchChecked(facts, sheet, new URL(facts.file, site).href, onProgress);
    bytes.catch(() => undefined); // reported below, after the backend
    onProgress({what: "engine", loaded: 0, total: 0});
    const backend = await startBackend({
      macs: total(sheet).macs,
      wasmFiles,
      force: overrides.backend,
      threads: overrides.threads
    });
    onProgress({what: "engine", loaded: 1, total: 1});
    const model = loadModel(sheet, await bytes);
    const entry = {release: facts, model, backend};
    loaded.set(request.network, entry);
    return entry;
  }

  return {
    async run(ask, onProgress) {
      const {release: facts, model, backend} = await load(ask, onProgress);
      await tf.setBackend(backend.backend); // another network may have been loaded to another one since
      const start = performance.now();
      const {request} = ask;
      const picture = pixelsOf(request.picture);
      const {pixels, rgba} = preprocess(picture.data, picture.width, picture.height, facts.input);
      const {watch = [], silence = [], edit = {}, cam = null} = request;
      const {logits, activations, cam: map} = await model.run(pixels, {watch, silence, edit, cam});
      const milliseconds = performance.now() - start;
      const probabilities = softmax(logits);
      return {
        labels: facts.labels,
        ...{logits, probabilities, milliseconds, cam: map},
        top: best(probabilities, facts.labels),
        tiles: Object.fromEntries([...activations].map(([path, {values, shape}]) => [path, tilesOf(values, shape)])),
        seen: {size: facts.input.size, rgba},
        device: {...backend, weights: facts.sha256, bytes: facts.bytes}
      };
    }
  };
}

// A file that fails its checks may be a stale or damaged copy in the browser's cache, so it is asked for once more, past the cache.
async function fetchChecked(
  facts: Release,
  sheet: Model["sheet"],
  url: string,
  onProgress: (progress: Progress) => void
) {
  const attempt = async (fresh: boolean) =>
    weightsOf(
      facts,
      sheet,
      await fetchFile(url, facts, (loaded, total) => onProgress({what: "weights", loaded, total}), fresh)
    );
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
