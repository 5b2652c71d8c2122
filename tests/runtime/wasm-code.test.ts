import {expect, test} from "vitest";
import {
  add, assemble, below, choose, clear, type Code, copy, during, either, func, int, load, loadSplat, multiply, read, seq, store,
  storeLane, subtract
} from "../../src/lib/runtime/wasm-code.ts"; // prettier-ignore

const memory = new WebAssembly.Memory({initial: 1});
const ints = new Int32Array(memory.buffer);

/** Runs code of two parameters on the memory. */
async function run(code: (a: Code, b: Code) => Code, a = 0, b = 0): Promise<Int32Array> {
  const bytes = assemble([func("run", ["a", "b"], (given) => code(given.a.get, given.b.get))], false);
  const {instance} = await WebAssembly.instantiate(bytes, {env: {memory}});
  (instance.exports["run"] as (...given: number[]) => void)(a, b);
  return ints;
}

/** The first number of the vector that holds a whole number everywhere. */
const keep = (value: Code, position = 0): Code => store(int(16 * position), [...value, 0xfd, 0x11]);

test("int(value) and offsets may take several bytes, with either sign", async () => {
  const values = [0, 63, 64, -64, -65, 127, 128, 8191, 8192, -8193, 2 ** 31 - 1, -(2 ** 31)];
  const found = await run(() => seq(...values.map((value, i) => keep(int(value), i))));
  expect(values.map((_, i) => found[4 * i])).toEqual(values);
  await run(() => store(int(0), [...int(7), 0xfd, 0x11], 40_000));
  expect([...ints.subarray(10_000, 10_004)]).toEqual([7, 7, 7, 7]);
});

test("arithmetic, comparison without sign and choice", async () => {
  const cases = (a: Code, b: Code): Code[] => [
    ...[add(a, b), subtract(a, b), multiply(a, b), below(a, b), below(b, a)],
    choose(below(a, b), int(1), int(2))
  ];
  const found = await run((a, b) => seq(...cases(a, b).map(keep)), 5, -3);
  expect(cases([], []).map((_, i) => found[4 * i])).toEqual([2, 8, -15, 1, 0, 1]); // −3 without sign is large
});

test("loops, branches and variables", async () => {
  const bytes = assemble(
    [
      func("sum", ["count"], ({count}, make) => {
        const [sum, odd] = [make("int"), make("int")];
        return seq(
          during(
            count.get,
            seq(
              sum.set(add(sum.get, count.get)),
              either(below(int(5), count.get), odd.set(add(odd.get, int(1))), odd.set(subtract(odd.get, int(10)))),
              count.set(subtract(count.get, int(1)))
            )
          ),
          keep(sum.get),
          keep(odd.get, 1)
        );
      })
    ],
    false
  );
  const {instance} = await WebAssembly.instantiate(bytes, {env: {memory}});
  (instance.exports["sum"] as (count: number) => void)(8);
  expect([ints[0], ints[4]]).toEqual([36, 3 - 50]);
});

test("vectors go to and from memory, and bytes are copied and cleared", async () => {
  ints.set([11, 22, 33, 44], 100);
  await run(() =>
    seq(
      store(int(800), load(int(400))),
      store(int(816), loadSplat(int(400), 8)),
      storeLane(int(832), load(int(400)), 3, 4),
      copy(int(848), int(404), int(8)),
      clear(int(852), int(4))
    )
  );
  expect([...ints.subarray(200, 214)]).toEqual([11, 22, 33, 44, 33, 33, 33, 33, 0, 44, 0, 0, 22, 0]);
  expect((await run(() => keep(read(int(400), 12))))[0]).toBe(44);
});
