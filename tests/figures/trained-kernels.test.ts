import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import record from "../../src/components/figures/trained-kernels.json" with {type: "json"};
import {errorLeft, svd} from "../../src/lib/analysis/svd.ts";
import {readSafetensors} from "../../src/lib/runtime/safetensors.ts";

const bytes = readFileSync(`public/models/${record.origin.model}/weights.safetensors`);
const tensors = readSafetensors(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
const tensorAt = (path: string) => tensors.get(`${path.replaceAll("/", ".")}.weight`)!;

test("the kernels are those of the weights that ship (else: node scripts/trained-kernels.ts)", () => {
  expect(record.origin.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  for (const {path, out, from, rows} of record.kernels) {
    const {shape, values} = tensorAt(path);
    const side = rows.length;
    const start = (out * shape[1]! + from) * side ** 2;
    rows.flat().forEach((value, i) => expect(Math.abs(value - values[start + i]!)).toBeLessThan(1e-5));
  }
});

test("the median, nearest and farthest kernels have the recorded shares in one outer product", () => {
  const shareOf = (i: number): number => 1 - errorLeft(svd(record.kernels[i]!.rows).values, 1) ** 2;
  const [fives, threes] = record.shares;
  expect([0, 1, 2, 3].map(shareOf)).toEqual(
    [fives!.shares[2], fives!.shares[4], fives!.shares[0], threes!.shares[2]].map((share) => expect.closeTo(share!, 4))
  );
});

test("a layer’s two thin convolutions with all maps give it back, and with half of them miss what is recorded", () => {
  const {path, side, in: froms, out: outs, left} = record.layers[0]!;
  const {values} = tensorAt(path);
  // Rows: input and place along the column; columns: output and place along the row.
  const matrix = Array.from({length: froms * side}, (_, i) =>
    Array.from({length: outs * side}, (_, o) => {
      const [from, r, out, c] = [Math.floor(i / side), i % side, Math.floor(o / side), o % side];
      return values[((out * froms + from) * side + r) * side + c]!;
    })
  );
  const {values: singular, left: columns, right} = svd(matrix);
  const pair = (maps: number, [out, from, r, c]: readonly number[]): number =>
    singular
      .slice(0, maps)
      .reduce((sum, value, m) => sum + value * columns[m]![from! * side + r!]! * right[m]![out! * side + c!]!, 0);
  let [missed, whole] = [0, 0];
  values.forEach((value, i) => {
    const at = [Math.floor(i / side ** 2 / froms), Math.floor(i / side ** 2) % froms, Math.floor(i / side) % side, i % side]; // prettier-ignore
    expect(pair(singular.length, at)).toBeCloseTo(value, 6);
    missed += (value - pair(15, at)) ** 2;
    whole += value ** 2;
  });
  expect(Math.sqrt(missed / whole)).toBeCloseTo(left[15]!, 3);
});
