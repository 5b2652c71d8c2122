/** The messages between the page and the worker. */
import type {BackendName} from "./backend.ts";
import type {ClassMap} from "./cam.ts";
import type {Edit} from "./plan.ts";
import type {Tiles} from "./tiles.ts";

/** What to run: a release's network on one picture. */
export interface RunRequest {
  /** Id of a release, such as "compact-v1". */
  network: string;
  /** Any size; the central square is reduced by area. An ImageBitmap is handed over: the caller keeps none. */
  picture: ImageBitmap | ImageData;
  /** Paths of nodes or scopes whose activations come back as tiles. */
  watch?: readonly string[];
  /** Paths of scopes (branches) whose output is set to zero. */
  silence?: readonly string[];
  /** By path of a scope: a factor for its output, or "mean" for each channel's mean over the map. */
  edit?: Readonly<Record<string, Edit>>;
  /** Class whose activation map is wanted. */
  cam?: number | null;
}

/** One of the best classes. */
export interface Guess {
  index: number;
  label: string;
  probability: number;
}

/** Where a run was computed, and with which file. */
export interface Device {
  backend: BackendName;
  threads: number;
  simd: boolean;
  /** SHA-256 of the weights, hexadecimal. */
  weights: string;
  /** Size of the weights' file. */
  bytes: number;
}

/** The answer to a RunRequest. */
export interface RunResult {
  labels: readonly string[];
  logits: Float32Array;
  probabilities: Float32Array;
  /** The best five, best first. */
  top: readonly Guess[];
  /** By watched path. */
  tiles: Readonly<Record<string, Tiles>>;
  cam: ClassMap | null;
  /** What the network saw. */
  seen: {size: number; rgba: Uint8ClampedArray};
  /** Preprocessing and forward pass, in the worker. */
  milliseconds: number;
  device: Device;
}

/** Something large that is being loaded; `total` is 0 where it is not known. */
export interface Progress {
  loaded: number;
  total: number;
  what: "engine" | "weights";
}

/** Overrides for tests, from the page's address. */
export interface Overrides {
  backend?: BackendName | undefined;
  threads?: number | undefined;
}

/** Page to worker. `site` is the address that releases' files are relative to. */
export interface Ask {
  id: number;
  request: RunRequest;
  site: string;
  overrides: Overrides;
}

/** Worker to page. */
export type Answer =
  | {id: number; kind: "progress"; progress: Progress}
  | {id: number; kind: "done"; result: RunResult}
  | {id: number; kind: "failed"; message: string; /** The worker is beyond use. */ fatal: boolean};
