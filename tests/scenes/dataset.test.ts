import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, expect, test, vi} from "vitest";

vi.setConfig({testTimeout: 60_000}); // each data set starts a Node
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scenes-"));
afterAll(() => rmSync(folder, {recursive: true}));

function dataset(name: string, ...options: string[]): Buffer {
  const out = join(folder, name);
  execFileSync(process.execPath, ["scripts/scenes-dataset.ts", "--out", out, "--render", "64", ...options], {
    cwd: root,
    stdio: "pipe"
  });
  return readFileSync(out);
}

test("scenes-dataset writes records of a label and 3 × 32 × 32 bytes, labels in turn, the same each time", () => {
  const records = dataset("a", "--count", "20");
  expect(records.length).toBe(20 * 3073);
  expect(Array.from({length: 20}, (_, i) => records[i * 3073])).toEqual(Array.from({length: 20}, (_, i) => i % 10));
  expect(dataset("b", "--count", "20").equals(records)).toBe(true);
  expect(dataset("c", "--count", "7", "--seed", "13").equals(records.subarray(13 * 3073))).toBe(true);
});

test("scenes-dataset --held-out draws other pictures and stops after 1000", () => {
  expect(dataset("d", "--count", "10", "--held-out").equals(dataset("e", "--count", "10"))).toBe(false);
  expect(() => dataset("f", "--count", "1001", "--held-out")).toThrow("seeds must stay below 9001000");
});
