import {beforeEach, expect, test, vi} from "vitest";
import {asked} from "../../src/components/parts/asked.svelte.ts";

// A camera that has a new frame whenever the network has answered once, and a network that may be stopped.
const world = vi.hoisted(() => ({frame: 0, started: true, closed: [] as number[]}));
vi.mock("../../src/components/parts/network.svelte.ts", () => ({network: world}));
vi.mock("../../src/components/parts/picture.svelte.ts", () => ({
  picture: {
    still: () => {
      const {frame} = world;
      return {bitmap: () => Promise.resolve(frame), close: () => world.closed.push(frame)};
    }
  }
}));

beforeEach(() => void Object.assign(world, {frame: 0, started: true, closed: []}));

/** Asks `count` networks about a still, one after another; the camera goes on meanwhile, and the question is put anew. */
function roundOf(count: number, rounds: number) {
  const answered: number[] = [];
  let left = rounds;
  const one = asked<number[]>(
    () => "all",
    () => String(world.frame),
    async (still) => {
      const seen: number[] = [];
      left -= 1;
      for (let i = 0; i < count; i++) {
        seen.push((await still.bitmap()) as unknown as number);
        answered[i] = (answered[i] ?? 0) + 1;
        world.frame += 1;
        if (left > 0) void one.ask();
      }
      return seen;
    },
    () => true
  );
  return {one, answered};
}

test("asked(): on a camera faster than the answers, every one of eight networks is asked, all about one frame", async () => {
  const {one, answered} = roundOf(8, 3);
  await one.ask();
  expect(answered).toEqual(Array(8).fill(3));
  expect(one.last).toEqual(Array(8).fill(16)); // the third round began when two of eight frames each were over
  expect(world.closed).toEqual([0, 8, 16]);
  expect(one.answer).toBeNull(); // the camera has a newer frame
  expect(one.busy).toBe(false);
});

test("asked(): a question that is answered is not put again, until the network was stopped", async () => {
  let puts = 0;
  const one = asked(
    () => "compact-v1",
    () => "airliner",
    () => Promise.resolve(++puts),
    () => true
  );
  await one.ask();
  await one.ask();
  expect([puts, one.answer]).toEqual([1, 1]);
  world.started = false;
  await one.ask();
  expect([puts, one.answer]).toEqual([2, 2]);
});

test("asked(): what was asked meanwhile does not start a network that was stopped", async () => {
  let puts = 0;
  const one = asked<number>(
    () => "compact-v1",
    () => String(world.frame),
    async () => {
      puts += 1;
      world.frame += 1;
      void one.ask();
      world.started = false;
      return Promise.resolve(null);
    },
    () => true
  );
  await one.ask();
  expect([puts, one.answer, one.busy]).toEqual([1, null, false]);
});

test("asked().last is an answer of the network in question, never another's", async () => {
  let id = "compact-v1";
  const one = asked(
    () => id,
    () => String(world.frame),
    () => Promise.resolve(id),
    () => true
  );
  await one.ask();
  world.frame += 1;
  expect([one.answer, one.last]).toEqual([null, "compact-v1"]);
  id = "compact-v3";
  expect([one.answer, one.last]).toEqual([null, null]);
});
