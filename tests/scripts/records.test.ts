import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {createCanvas} from "@napi-rs/canvas";
import {expect, test} from "vitest";
import {cifar10Test, RECORD, sceneRecords, SIDE} from "../../scripts/records.ts";
import {heldOutSeeds} from "../../src/lib/scenes/params.ts";
import {folder} from "./command.ts";

const LABELS = [7, 2, 9, 0];

/** Byte `at` of plane `c` of picture `n`. */
const value = (n: number, c: number, at: number): number => (n * 61 + c * 97 + at * 13) % 256;

test("cifar10Test(folder) reads the same records from a batch and from lossless sheets", async () => {
  const [batch, sheets] = [folder(), folder()];
  const records = LABELS.map((label, n) =>
    Buffer.from([label, ...Array.from({length: RECORD - 1}, (_, i) => value(n, Math.floor(i / 1024), i % 1024))])
  );
  writeFileSync(join(batch, "test_batch.bin"), Buffer.concat(records));

  const canvas = createCanvas(2 * SIDE, 2 * SIDE);
  const context = canvas.getContext("2d");
  LABELS.forEach((_, n) => {
    const picture = context.createImageData(SIDE, SIDE);
    for (let at = 0; at < SIDE * SIDE; at++)
      for (let c = 0; c < 4; c++) picture.data[4 * at + c] = c === 3 ? 255 : value(n, c, at);
    context.putImageData(picture, (n % 2) * SIDE, Math.floor(n / 2) * SIDE);
  });
  writeFileSync(join(sheets, "test-00.png"), canvas.toBuffer("image/png"));
  writeFileSync(join(sheets, "test_labels.bin"), Uint8Array.from(LABELS));

  const whole = await cifar10Test(batch);
  expect(whole.equals(Buffer.concat(records))).toBe(true);
  expect((await cifar10Test(sheets)).equals(whole)).toBe(true);
  expect((await cifar10Test(sheets, 3)).equals(whole.subarray(0, 3 * RECORD))).toBe(true);
});

test("cifar10Test(folder) says what it needs where there is neither", async () => {
  await expect(cifar10Test(folder())).rejects.toThrow("needs test_batch.bin or sheets test-00.webp …, found neither");
});

test("sceneRecords(range, [first, end]) draws one record a seed, labels in turn", async () => {
  const {first} = heldOutSeeds;
  const parts: Buffer[] = [];
  for await (const part of sceneRecords(heldOutSeeds, [first + 8, first + 12], 64)) parts.push(part);
  const records = Buffer.concat(parts);
  expect([0, 1, 2, 3].map((i) => records[i * RECORD])).toEqual([8, 9, 0, 1]);
  expect(records.length).toBe(4 * RECORD);
});
