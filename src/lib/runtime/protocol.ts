/** The messages between the page and the worker. */
import type {Surgery} from "./alterations.ts";
import type {BackendName} from "./backend.ts";
import type {ClassMap} from "./cam.ts";
import type {Tiles} from "./tiles.ts";
import type {Votes} from "./votes.ts";

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
  /** What is done to branches, by path. */
  edit?: Surgery;
  /** Class whose activation map is wanted. */
  cam?: number | null;
  /** Class whose votes are wanted, branch by branch. */
  votes?: number | null;
  /** Whether the auxiliary heads are to answer too; their weights are then loaded as well. */
  heads?: boolean;
}

/** Which validation scenes a release's network is to name, perhaps with branches altered. */
export interface CheckRequest {
  network: string;
  scenes: {first: number; count: number};
  edit?: Surgery;
}

/** How many of the scenes it named rightly. */
export interface CheckResult {
  right: number;
  count: number;
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
  /** Bits of the floats that it computes with. */
  precision: 16 | 32;
  /** SHA-256 of the weights, hexadecimal. */
  weights: string;
  /** Size of the weights' file. */
  bytes: number;
  /** How far this device is from the recorded logits, as a part of the largest; null where none are recorded. */
  difference: number | null;
  /** Backends that were tried before and did not agree with the record. */
  rejected: readonly Rejected[];
}

/** A backend that computed something else than was recorded. */
export interface Rejected {
  backend: BackendName;
  difference: number;
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
  votes: Votes | null;
  /** Logits of the auxiliary heads by path, shallowest first, if they were asked. */
  heads: Readonly<Record<string, Float32Array>>;
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
  what: "engine" | "weights" | "means";
}

/** Overrides for tests, from the page's address. */
export interface Overrides {
  backend?: BackendName | undefined;
  threads?: number | undefined;
  /** A backend whose self-test is to fail. */
  distrust?: BackendName | undefined;
}

/** Page to worker. `site` is the address that releases' files are relative to. */
export interface Ask {
  id: number;
  request: RunRequest | CheckRequest;
  site: string;
  overrides: Overrides;
}

/** Worker to page. */
export type Answer =
  | {id: number; kind: "progress"; progress: Progress}
  | {id: number; kind: "done"; result: RunResult | CheckResult}
  | {id: number; kind: "failed"; message: string; /** The worker is beyond use. */ fatal: boolean};
