import {beforeEach, describe, expect, test, vi} from "vitest";
import {createEngine, Superseded, type RunRequest, type RunResult} from "../../src/lib/runtime/client.ts";
import type {Answer, Ask} from "../../src/lib/runtime/protocol.ts";

/** A worker that answers when the test says so. */
class FakeWorker extends EventTarget {
  asked: Ask[] = [];
  ended = false;
  postMessage(ask: Ask): void {
    this.asked.push(ask);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(answer: Answer): void {
    this.dispatchEvent(new MessageEvent("message", {data: answer}));
  }
  finish(milliseconds: number): void {
    this.answer({id: this.asked.at(-1)!.id, kind: "done", result: {milliseconds} as RunResult});
  }
  crash(message: string): void {
    this.dispatchEvent(Object.assign(new Event("error"), {message}));
  }
}

const workers: FakeWorker[] = [];
const make = (): ReturnType<typeof createEngine> =>
  createEngine(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
const request = (network = "compact-v1"): RunRequest => ({network, picture: {width: 1, height: 1} as ImageData});

beforeEach(() => {
  workers.length = 0;
  vi.stubGlobal("location", {
    href: "https://example.org/play/?backend=wasm&threads=1",
    search: "?backend=wasm&threads=1"
  });
});

describe("engine", () => {
  test("starts no worker before the first run, and one for all", async () => {
    const engine = make();
    expect(workers).toHaveLength(0);
    const first = engine.run(request());
    workers[0]!.finish(1);
    const second = engine.run(request());
    expect((await first).milliseconds).toBe(1);
    await vi.waitFor(() => expect(workers[0]!.asked).toHaveLength(2));
    workers[0]!.finish(2);
    expect((await second).milliseconds).toBe(2);
    expect(workers).toHaveLength(1);
    expect(workers[0]!.asked[0]).toMatchObject({
      site: "https://example.org/",
      overrides: {backend: "wasm", threads: 1}
    });
  });

  test("ignores nonsense in the address", () => {
    vi.stubGlobal("location", {href: "https://example.org/", search: "?backend=abacus&threads=-3"});
    void make()
      .run(request())
      .catch(() => undefined);
    expect(workers[0]!.asked[0]!.overrides).toEqual({backend: undefined, threads: undefined});
  });

  test("lets the newest of a slot win while another runs, and keeps requests without a slot", async () => {
    const engine = make();
    const running = engine.run(request("a"), {slot: "x"});
    const close = vi.fn();
    const old = engine.run({network: "b", picture: {close} as unknown as ImageBitmap}, {slot: "x"});
    const other = engine.run(request("c"));
    const newest = engine.run(request("d"), {slot: "x"});
    await expect(old).rejects.toBeInstanceOf(Superseded);
    expect(close).toHaveBeenCalledOnce();
    for (let i = 0; i < 3; i++) workers[0]!.finish(i);
    expect((await Promise.all([running, other, newest])).map(({milliseconds}) => milliseconds)).toEqual([0, 1, 2]);
    expect(workers[0]!.asked.map((ask) => ask.request.network)).toEqual(["a", "c", "d"]);
  });

  test("hands progress to the request it belongs to", async () => {
    const engine = make();
    const seen: unknown[] = [];
    const run = engine.run(request(), {onProgress: (progress) => seen.push(progress)});
    const {id} = workers[0]!.asked[0]!;
    workers[0]!.answer({id, kind: "progress", progress: {loaded: 5, total: 10, what: "weights"}});
    workers[0]!.answer({id: id + 1, kind: "progress", progress: {loaded: 9, total: 10, what: "weights"}});
    workers[0]!.finish(0);
    await run;
    expect(seen).toEqual([{loaded: 5, total: 10, what: "weights"}]);
  });

  test("passes a failure on as one sentence, and the next request works", async () => {
    const engine = make();
    const run = engine.run(request());
    workers[0]!.answer({id: workers[0]!.asked[0]!.id, kind: "failed", message: "3a/7x7: no such path", fatal: false});
    await expect(run).rejects.toThrow("3a/7x7: no such path");
    const next = engine.run(request());
    workers[0]!.finish(3);
    expect((await next).milliseconds).toBe(3);
    expect(workers).toHaveLength(1);
  });

  test("starts a new worker for the next request when one crashes", async () => {
    const engine = make();
    const run = engine.run(request());
    workers[0]!.crash("out of memory");
    await expect(run).rejects.toThrow("the engine stopped (out of memory); try again, it will be started anew");
    expect(workers[0]!.ended).toBe(true);
    const next = engine.run(request());
    workers[1]!.finish(4);
    expect((await next).milliseconds).toBe(4);
  });

  test("replaces a worker that answers that it is beyond use, and requests that wait go to the new one", async () => {
    const engine = make();
    const [run, waiting] = [engine.run(request("a")), engine.run(request("b"))];
    workers[0]!.answer({id: workers[0]!.asked[0]!.id, kind: "failed", message: "Aborted(OOM)", fatal: true});
    await expect(run).rejects.toThrow("the engine stopped (Aborted(OOM)); try again, it will be started anew");
    expect(workers.map(({ended}) => ended)).toEqual([true, false]);
    expect(workers[1]!.asked.map((ask) => ask.request.network)).toEqual(["b"]);
    workers[1]!.finish(5);
    expect((await waiting).milliseconds).toBe(5);
  });

  test("dispose() rejects what is under way and waiting", async () => {
    const engine = make();
    const runs = [engine.run(request()), engine.run(request())];
    engine.dispose();
    for (const run of runs) await expect(run).rejects.toThrow("the engine was stopped");
    expect(workers[0]!.ended).toBe(true);
  });
});
