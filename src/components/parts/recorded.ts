/**
 * Answers recorded beforehand by scripts/record.ts, for readers who have not started the network.
 *
 * Maps are bytes in base64 between a smallest and a largest value, exact to 1/255 of their range.
 */
import type {ClassMap} from "../../lib/runtime/client.ts";
import type {TileBytes} from "../../lib/viz/tile-values.ts";

/** The network's answer to one scene of the gallery. */
export interface RecordedScene {
  /** Ten numbers, 4 decimals. */
  logits: number[];
  /** Class activation maps of all classes. */
  maps: RecordedTiles;
}

/** Tiles as they are written in JSON. */
export interface RecordedTiles {
  shape: readonly number[];
  bytes: string;
  min: number[];
  max: number[];
}

/** The whole record of the classifier. */
export interface Recorded {
  /** SHA-256 of the weights it was recorded with. */
  weights: string;
  labels: string[];
  bias: number[];
  scenes: Record<string, RecordedScene>;
}

/**
 * The record of the branch viewer of one network: one scene's logits, and the tiles of the branches of some modules: the first,
 * the last, and the first on each smaller map.
 */
export interface RecordedMaps {
  network: string;
  weights: string;
  labels: readonly string[];
  scene: string;
  logits: number[];
  tiles: Record<string, RecordedTiles>;
}

/** Fetches a record from an address of this site; null if it does not arrive, for a figure does without and says so. */
export async function fetchRecord<T>(address: string): Promise<T | null> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

/** Unpacks tiles. */
export function tilesFrom({shape, bytes, min, max}: RecordedTiles): TileBytes {
  const [height = 0, width = 0, channels = 0] = shape;
  return {
    shape: [height, width, channels],
    bytes: Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)),
    min: Float32Array.from(min),
    max: Float32Array.from(max)
  };
}

/** The class activation map of one class. */
export function mapFrom({maps}: RecordedScene, index: number, bias: number): ClassMap {
  const {shape, bytes, min, max} = tilesFrom(maps);
  const [height, width] = shape;
  const start = index * height * width;
  const spread = (max[index]! - min[index]!) / 255;
  const values = Float32Array.from(
    bytes.subarray(start, start + height * width),
    (byte) => min[index]! + byte * spread
  );
  return {index, height, width, values, bias};
}

/** Shares of the vote: softmax of the logits. */
export function shares(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
