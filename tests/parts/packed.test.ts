/** Text in links: there and back, bounded, and nothing of what is damaged. */
import {expect, test} from "vitest";
import {MOST_NETWORK, pack, unpack} from "../../src/components/parts/packed.ts";
import {written} from "../../src/components/parts/written.ts";
import {networks} from "../../src/lib/nets/registry.ts";
import {writeNet} from "../../src/lib/spec/write-net.ts";

test.each([...networks.values()].map((entry) => [entry.id, entry] as const))(
  "%s, written down as JSON, fits into a link and comes back the same",
  async (_, entry) => {
    const text = writeNet(written(entry));
    const packed = await pack(text);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(packed.length).toBeLessThanOrEqual(MOST_NETWORK);
    expect(await unpack(packed, text.length)).toBe(text);
    expect(await unpack(packed, text.length - 1)).toBeUndefined();
  }
);

test("unpack(packed) is undefined wherever the text was cut off, and for letters that are no packed text", async () => {
  const packed = await pack('{"name": "mine", "input": [32, 32, 3]}');
  for (let length = 0; length < packed.length; length++)
    expect(await unpack(packed.slice(0, length), 1000), `${length} letters`).toBeUndefined();
  for (const text of ["AAAA", "%%%", "a b", `${packed}!`, "x".repeat(5000)])
    expect(await unpack(text, 1000), text.slice(0, 40)).toBeUndefined();
});

test("a network of 2 MB that is one letter again and again is packed, and unpacked only to its bound", async () => {
  const packed = await pack(" ".repeat(2_000_000));
  expect(packed.length).toBeLessThan(MOST_NETWORK);
  expect(await unpack(packed, 1_000_000)).toBeUndefined();
});
