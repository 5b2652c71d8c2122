import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {sceneRecords} from "../../scripts/records.ts";
import {release, releases} from "../../src/lib/nets/releases.ts";
import {heldOutSeeds} from "../../src/lib/scenes/params.ts";
import {folder, run} from "./command.ts";

const TAKE = 20;

interface Measured {
  release: string;
  weights: {sha256: string; bytes: number};
  cifar10: {pictures: number; right: number; top1: number; confusion: number[][]};
  scenes: Measured["cifar10"];
}

// The held-out scenes stand in for CIFAR-10's pictures: both figures must then be one.
async function scenesAsBatch(): Promise<string> {
  const made = folder();
  const parts: Buffer[] = [];
  const {first} = heldOutSeeds;
  for await (const part of sceneRecords(heldOutSeeds, [first, first + TAKE + 10])) parts.push(part);
  writeFileSync(join(made, "test_batch.bin"), Buffer.concat(parts));
  return made;
}

test("evaluate compact-v1 --take 20 measures the file that ships on both sets, and keeps what it counted", async () => {
  const json = join(folder(), "measured.json");
  const data = await scenesAsBatch();
  const ended = run("evaluate.ts", "compact-v1", "--data", data, "--take", String(TAKE), "--json", json);
  expect(ended.status, ended.stderr).toBe(0);
  const found = JSON.parse(readFileSync(json, "utf8")) as Measured;
  const {sha256, bytes} = release("compact-v1");
  expect(found).toMatchObject({release: "compact-v1", weights: {sha256, bytes}});
  const {pictures, right, top1, confusion} = found.cifar10;
  expect(found.scenes).toMatchObject({pictures, right, top1, confusion});
  expect(pictures).toBe(TAKE);
  expect(confusion.map((row) => row.reduce((a, b) => a + b, 0))).toEqual(Array.from({length: 10}, () => TAKE / 10));
  expect(confusion.reduce((sum, row, label) => sum + row[label]!, 0)).toBe(right);
  expect(right).toBeGreaterThan(0.8 * TAKE);
  expect(top1).toBe(right / TAKE);
  const line = (set: string): string => `${set}: ${(100 * top1).toFixed(2)} % top-1 (${right} of ${TAKE})`;
  expect(ended.stdout).toBe(`${line("cifar10")}\n${line("scenes")}\n`);
});

test.each([
  ["without a release", [], `release: needs one of ${[...releases.keys()].join(", ")}, found none`],
  ["of an unknown release", ["compact-v99", "--data", "x"], "compact-v99: no such release; there are compact-"],
  ["without data", ["compact-v1"], "--data: needs the folder of CIFAR-10, found none"],
  [
    "--take foo",
    ["compact-v1", "--data", "x", "--take", "foo"],
    "--take: needs a whole number of pictures from 1, found foo"
  ],
  [
    "--take 0",
    ["compact-v1", "--data", "x", "--take", "0"],
    "--take: needs a whole number of pictures from 1, found 0"
  ],
  ["of a folder without pictures", ["compact-v1", "--data", "/no/where"], "/no/where: needs test_batch.bin or sheets"]
])("evaluate %s says what it needs", (_, args, sentence) => {
  const {status, stdout, stderr} = run("evaluate.ts", ...args);
  expect({status, stdout}).toEqual({status: 2, stdout: ""});
  expect(stderr).toContain(sentence);
});
