/** Fetches a release's file, checks it and binds it to its network. */
import {measure, type Sheet} from "../analysis/measure.ts";
import {network} from "../nets/registry.ts";
import type {Release} from "../nets/releases.ts";
import {flatten} from "../spec/graph.ts";
import {readSafetensors} from "./safetensors.ts";
import {bindWeights, type Weights} from "./weights.ts";

/** Called as bytes arrive; `total` is what the release says. */
export type OnBytes = (loaded: number, total: number) => void;

/** Measures the network of a release for the release's own input size. */
export function sheetOf(release: Release): Sheet {
  const entry = network(release.network);
  const {size} = release.input;
  return measure(flatten(entry.net()), [size, size, entry.input[2]!]);
}

/**
 * Reads the file, checks size and SHA-256, and finds every tensor that the network needs.
 * @param heads the release's file of auxiliary heads; without it the heads stay without weights
 * @throws saying which check failed, what was needed and what was found
 */
export async function weightsOf(
  release: Release,
  sheet: Sheet,
  file: ArrayBuffer,
  heads?: ArrayBuffer
): Promise<Weights> {
  await checkFile(release, file);
  if (heads === undefined) return bindWeights(sheet, readSafetensors(file), {heads: false});
  if (release.heads === undefined) throw new Error(`weights of ${release.id}: it has no file of auxiliary heads`);
  await checkFile({id: `${release.id}, auxiliary heads`, ...release.heads}, heads);
  return bindWeights(sheet, new Map([...readSafetensors(file), ...readSafetensors(heads)]));
}

/** What a file of weights is checked against. */
export type Checked = Pick<Release, "id" | "bytes" | "sha256">;

/**
 * Checks a file's size and SHA-256 against the release.
 * @throws saying what was needed and found
 */
export async function checkFile({id, bytes, sha256}: Checked, file: ArrayBuffer): Promise<void> {
  if (file.byteLength !== bytes)
    throw new Error(
      `weights of ${id}: needs a file of ${bytes} bytes, found ${file.byteLength}; it is damaged or incomplete, try again`
    );
  const found = await sha256Of(file);
  if (found !== sha256)
    throw new Error(
      `weights of ${id}: needs SHA-256 ${sha256.slice(0, 12)}…, found ${found.slice(0, 12)}…; the file is damaged or another one, try again`
    );
}

/** SHA-256 in hexadecimal. Browsers keep their own from pages that came over plain HTTP; those load a small library. */
export async function sha256Of(file: ArrayBuffer): Promise<string> {
  const subtle = (globalThis.crypto as {subtle?: SubtleCrypto} | undefined)?.subtle;
  const digest =
    subtle === undefined
      ? (await import("@noble/hashes/sha2.js")).sha256(new Uint8Array(file))
      : new Uint8Array(await subtle.digest("SHA-256", file));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Fetches a file with progress.
 * @throws naming the address if it cannot be had or is larger than the release says
 */
export async function fetchFile(
  url: string,
  {id, bytes}: Checked,
  onBytes: OnBytes,
  fresh = false
): Promise<ArrayBuffer> {
  let response: Response;
  try {
    response = await fetch(url, fresh ? {cache: "reload"} : {});
  } catch {
    throw new Error(`weights of ${id}: could not be fetched from ${url}; check the connection and try again`);
  }
  if (!response.ok || response.body === null)
    throw new Error(`weights of ${id}: ${url} answered ${response.status}; try again later`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  onBytes(0, bytes);
  for await (const chunk of chunksOf(response.body, id)) {
    chunks.push(chunk);
    onBytes(Math.min((loaded += chunk.length), bytes), bytes);
    if (loaded > bytes)
      throw new Error(`weights of ${id}: needs a file of ${bytes} bytes, found more; it is another one`);
  }
  return new Blob(chunks).arrayBuffer();
}

async function* chunksOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  id: string
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  try {
    for (;;) {
      const {done, value} = await reader.read().catch(() => {
        throw new Error(`weights of ${id}: the connection broke while they were loading; try again`);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
