/**
 * The page's live network: not started, loading, ready or failed, and the one way to ask it something.
 *
 * Shared by all figures of a page: what one starts, all can use.
 */
import {
  type CheckRequest,
  type CheckResult,
  engine,
  type Progress,
  type RunRequest,
  type RunResult,
  Superseded
} from "../../lib/runtime/client.ts";
import {release} from "../../lib/nets/releases.ts";

/** The network that live figures run unless they name another. */
export const NETWORK = "compact-v1";

/** Bytes of the engine (worker scripts and WebAssembly) as they travel, compressed; tests/pages/play.spec.ts holds it near the truth. */
export const ENGINE_BYTES = 250_000;

/** A request to the page's network, or to another release; its picture may still be on its way. */
type Question = Omit<RunRequest, "network" | "picture"> & {network?: string; picture: Promise<ImageBitmap>};

type Phase = "idle" | "loading" | "ready" | "failed";

let phase = $state<Phase>("idle");
let progress = $state.raw<Progress | null>(null);
let message = $state("");
let loaded = $state.raw<readonly string[]>([]);
let coming = ""; // whose megabytes `progress` counts
let life = 0;

/** The page's one network. */
export const network = {
  get phase(): Phase {
    return phase;
  },
  /** Whether a reader has started it: figures ask again when their picture changes. */
  get started(): boolean {
    return phase === "loading" || phase === "ready";
  },
  get progress(): Progress | null {
    return progress;
  },
  /** Why the last request failed, one sentence; empty when it did not. */
  get message(): string {
    return message;
  },
  /** What is still to be loaded before some releases can be asked: the engine and their weights, in bytes. */
  bytesFor(ids: readonly string[]): number {
    const missing = ids.filter((id) => !loaded.includes(id));
    return missing.reduce((sum, id) => sum + release(id).bytes, loaded.length === 0 ? ENGINE_BYTES : 0);
  },
  /** Marks it as wanted after a failure or a stop; the figures' requests then start it. */
  start(): void {
    if (this.started) return;
    phase = "loading";
    progress = null;
    message = "";
  },
  /** Stops loading, or throws a running one away. */
  stop(): void {
    life += 1;
    phase = "idle";
    progress = null;
    [coming, loaded] = ["", []];
    engine().dispose();
  },
  /**
   * Asks the network; of requests in one slot only the newest is answered. The picture is handed over.
   * @returns null if a newer request took its place, it was stopped, or it failed (see `message`)
   */
  async run({picture, network: id = NETWORK, ...request}: Question, slot: string): Promise<RunResult | null> {
    if (!loaded.includes(id) && id !== coming) [coming, progress] = [id, null];
    return this.answer(async (onProgress) => {
      const mine = life;
      const bitmap = await picture;
      // Stopped while a scene was still being painted: asking now would start what the reader has just thrown away.
      if (mine !== life) {
        bitmap.close();
        throw new Superseded();
      }
      const result = await engine().run({network: id, picture: bitmap, ...request}, {slot, onProgress});
      if (mine === life && !loaded.includes(id)) loaded = [...loaded, id];
      return result;
    });
  },
  /** Has a network name validation scenes; answered as `run` is. */
  async check(request: CheckRequest, slot: string): Promise<CheckResult | null> {
    return this.answer((onProgress) => engine().check(request, {slot, onProgress}));
  },
  async answer<Result>(ask: (onProgress: (next: Progress) => void) => Promise<Result>): Promise<Result | null> {
    this.start();
    const mine = life;
    try {
      const result = await ask((next) => void (mine === life && note(next)));
      if (mine !== life) return null;
      phase = "ready";
      message = "";
      return result;
    } catch (error) {
      if (error instanceof Superseded || mine !== life) return null;
      message = error instanceof Error ? error.message : String(error);
      if (phase === "loading") phase = "failed";
      return null;
    }
  }
};

// The weights arrive in many pieces; the engine only says that it has begun and ended.
function note(next: Progress): void {
  if (next.what === "weights" || progress === null) progress = next;
}
