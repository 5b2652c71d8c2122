import {expect, test, vi} from "vitest";
import {ENGINE_BYTES, network} from "../../src/components/parts/network.svelte.ts";
import {release} from "../../src/lib/nets/releases.ts";

const sent = vi.hoisted((): string[] => []);
vi.mock("../../src/lib/runtime/client.ts", () => ({
  Superseded: class extends Error {},
  engine: () => ({
    run: ({network}: {network: string}) => {
      sent.push(network);
      return Promise.resolve({network});
    },
    dispose: () => undefined
  })
}));

/** A picture that is on its way until it is handed over. */
function painting() {
  const {promise, resolve} = Promise.withResolvers<ImageBitmap>();
  const bitmap = {close: vi.fn()} as unknown as ImageBitmap;
  return {promise, bitmap, done: () => resolve(bitmap)};
}

test("network.stop() while the picture is still being painted: the request does not go out, and the bitmap is freed", async () => {
  const {promise, bitmap, done} = painting();
  const answer = network.run({network: "compact-v1", picture: promise}, "viewer");
  expect(network.phase).toBe("loading");
  network.stop();
  done();
  expect(await answer).toBeNull();
  expect(sent).toEqual([]);
  expect(bitmap.close).toHaveBeenCalledOnce();
  expect(network.phase).toBe("idle");
});

test("network.run() goes out once the picture is painted", async () => {
  const {promise, done} = painting();
  const answer = network.run({network: "compact-v3", picture: promise}, "viewer");
  done();
  expect(await answer).toEqual({network: "compact-v3"});
  expect(sent).toEqual(["compact-v3"]);
  expect(network.phase).toBe("ready");
});

test("network.bytesFor(ids) counts the engine once, and what is loaded no more, until the network is thrown away", async () => {
  network.stop();
  const {bytes} = release("compact-v1");
  expect(network.bytesFor(["compact-v1"])).toBe(ENGINE_BYTES + bytes);
  const {promise, done} = painting();
  const answer = network.run({picture: promise}, "family");
  done();
  await answer;
  expect(network.bytesFor(["compact-v1"])).toBe(0);
  network.stop();
  expect(network.bytesFor(["compact-v1"])).toBe(ENGINE_BYTES + bytes);
});
