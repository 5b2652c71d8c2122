import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {createCanvas, loadImage} from "@napi-rs/canvas";
import {expect, test} from "vitest";
import {RECORD, SIDE} from "../../scripts/records.ts";
import {CIFAR10_LABELS} from "../../src/lib/nets/releases.ts";
import {folder, run} from "./command.ts";

/** Two plain pictures of each class, last class first; red says which class, green which of the two. */
const pictures = [0, 1].flatMap((turn) => CIFAR10_LABELS.map((_, i) => ({label: 9 - i, turn})));
const colourOf = ({label, turn}: {label: number; turn: number}): number[] => [20 * label, 100 * turn, 60];

function batch(): string {
  const made = folder();
  const records = pictures.map((one) => {
    const planes = colourOf(one).map((value) => Buffer.alloc(SIDE * SIDE, value));
    return Buffer.concat([Buffer.of(one.label), ...planes]);
  });
  writeFileSync(join(made, "test_batch.bin"), Buffer.concat(records));
  return made;
}

function sheets(): string {
  const made = folder();
  const canvas = createCanvas(5 * SIDE, 4 * SIDE);
  const context = canvas.getContext("2d");
  pictures.forEach((one, i) => {
    context.fillStyle = `rgb(${colourOf(one).join(" ")})`;
    context.fillRect((i % 5) * SIDE, Math.floor(i / 5) * SIDE, SIDE, SIDE);
  });
  writeFileSync(join(made, "test-00.png"), canvas.toBuffer("image/png"));
  writeFileSync(
    join(made, "test_labels.bin"),
    Uint8Array.from(pictures, ({label}) => label)
  );
  return made;
}

test.each([
  ["the original batch", batch],
  ["lossless sheets", sheets]
])("samples --cifar10 DIR lays the first pictures of each class in a row, from %s", async (_, data) => {
  const out = folder();
  const ended = run("samples.ts", "--cifar10", data(), "--each", "2", "--out", out);
  expect(ended).toMatchObject({status: 0, stderr: ""});
  expect(ended.stdout).toBe("cifar10.png: 20 pictures; run `npm start`, which builds the site with them\n");
  expect(JSON.parse(readFileSync(join(out, "cifar10.json"), "utf8"))).toEqual({
    side: SIDE,
    columns: 2,
    labels: [...CIFAR10_LABELS]
  });
  const image = await loadImage(join(out, "cifar10.png"));
  expect([image.width, image.height]).toEqual([2 * SIDE, 10 * SIDE]);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  for (const one of pictures)
    for (const at of [0, SIDE - 1]) {
      const {data} = context.getImageData(one.turn * SIDE + at, one.label * SIDE + at, 1, 1);
      expect([...data]).toEqual([...colourOf(one), 255]);
    }
});

test.each([
  ["no folder", () => [], "--cifar10: needs the folder of CIFAR-10, found none"],
  ["--each 0", () => ["--cifar10", batch(), "--each", "0"], "--each: needs a whole number from 1 to 50, found 0"],
  [
    "more than there are",
    () => ["--cifar10", batch(), "--each", "3"],
    "--each 3: there are only 2 pictures of “airplane”"
  ],
  ["an empty folder", () => ["--cifar10", folder()], "needs test_batch.bin or sheets test-00.webp …, found neither"],
  ["a folder that is not there", () => ["--cifar10", "/no/where"], "/no/where: needs test_batch.bin or sheets"]
])("samples with %s says so and writes nothing", (_, args, sentence) => {
  const out = folder();
  const {status, stderr} = run("samples.ts", ...args(), "--out", out);
  expect(status).toBe(2);
  expect(stderr).toContain(sentence);
  expect(existsSync(join(out, "cifar10.json"))).toBe(false);
});

test("samples of a file that holds no records says so", () => {
  const made = folder();
  writeFileSync(join(made, "test_batch.bin"), Buffer.alloc(RECORD + 1));
  expect(run("samples.ts", "--cifar10", made, "--out", folder()).stderr).toBe(
    "CIFAR-10's test pictures: need records of 3073 bytes, found 3074 bytes\n"
  );
});
