/**
 * This device against recorded logits: every release has one made-up picture whose answer was written down when it was
 * published, so a machine that computes something else is found out before a reader sees its answers.
 */
import type {Release} from "../nets/releases.ts";
import type {Model} from "./model.ts";
import recorded from "./self-test.json" with {type: "json"};

/** What was recorded for a release, with the weights it holds for. */
export interface RecordedLogits {
  sha256: string;
  logits: number[];
}

/** A picture of no use but this, [height][width][channels]: numbers between −2 and 2 that need no drawing and no chance. */
export function testPixels([height = 0, width = 0, channels = 0]: readonly number[]): Float32Array {
  return Float32Array.from({length: height * width * channels}, (_, i) => (((i * 7919) % 1009) / 1008 - 0.5) * 4);
}

/** The recorded logits of a release; undefined if none fit its weights. */
export function recordedLogits({id, sha256}: Release): RecordedLogits | undefined {
  const found = (recorded as Record<string, RecordedLogits>)[id];
  return found?.sha256 === sha256 ? found : undefined;
}

/** Largest difference between what this device computes and the record, as a part of the largest logit; null without a record. */
export async function selfTest(release: Release, model: Model): Promise<number | null> {
  const record = recordedLogits(release);
  if (record === undefined) return null;
  const {logits} = await model.run(testPixels(model.sheet.input));
  return differenceOf(logits, record.logits);
}

/** Largest difference as a part of the largest magnitude; infinite where a number is missing or is none. */
export function differenceOf(found: ArrayLike<number>, wanted: readonly number[]): number {
  if (found.length !== wanted.length) return Infinity;
  const largest = Math.max(...wanted.map(Math.abs));
  const difference = Math.max(...wanted.map((value, i) => Math.abs(value - found[i]!))) / largest;
  return Number.isFinite(difference) ? difference : Infinity;
}
