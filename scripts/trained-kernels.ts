/**
 * Takes kernels out of the weights that ship with the site and works out how near to an outer product trained kernels are:
 * `node scripts/trained-kernels.ts` writes src/components/figures/trained-kernels.json. Which kernels is a rule, not a choice:
 * of all 5×5 those with the largest, the median and the smallest share in one outer product, of all 3×3 the median.
 */
import {createHash} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {errorLeft, type Matrix, svd} from "../src/lib/analysis/svd.ts";
import {readSafetensors, type StoredTensor} from "../src/lib/runtime/safetensors.ts";

const MODEL = "compact-v1";
const LAYERS = ["3a/5x5/conv/conv", "4b/5x5/conv/conv", "3a/3x3/conv/conv", "4b/3x3/conv/conv"];

const rounded = (value: number): number => Number(value.toPrecision(5));
const bytes = readFileSync(new URL(`../public/models/${MODEL}/weights.safetensors`, import.meta.url));
const tensors = readSafetensors(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
const convolutions = [...tensors].flatMap(([name, {shape, values}]) =>
  shape.length === 4 && shape[2]! > 1 ? [{path: name.replace(/\.weight$/, "").replaceAll(".", "/"), shape, values}] : []
);
const all = convolutions.flatMap(kernelsOf);
const spread = ([5, 3] as const).map((side) => {
  const sorted = all.filter((one) => one.side === side).sort((a, b) => a.share - b.share);
  const at = (part: number): (typeof all)[number] => sorted[Math.round(part * (sorted.length - 1))]!;
  const shares = [0, 0.1, 0.5, 0.9, 1].map((part) => rounded(at(part).share));
  return {side, count: sorted.length, shares, picks: side === 5 ? [at(0.5), at(1), at(0)] : [at(0.5)]};
});

const record = {
  origin: {model: MODEL, sha256: createHash("sha256").update(bytes).digest("hex")},
  kernels: spread.flatMap(({picks}) => picks.map(({path, out, from, rows}) => ({path, out, from, rows}))),
  shares: spread.map(({side, count, shares}) => ({side, count, shares})),
  layers: LAYERS.map((path) =>
    layerOf(
      path,
      convolutions.find((one) => one.path === path)!
    )
  )
};
writeFileSync(
  new URL("../src/components/figures/trained-kernels.json", import.meta.url),
  `${JSON.stringify(record, null, 1).replace(/\[[^[\]{}]*\]/g, (list) => list.replace(/\s+/g, " "))}\n`
);

/** Every kernel of a convolution with what one outer product holds of its squares. */
function kernelsOf({path, shape, values}: StoredTensor & {path: string}) {
  const [outs, froms, side] = shape as [number, number, number];
  return Array.from({length: outs * froms}, (_, i) => {
    const rows: Matrix = Array.from({length: side}, (_, r) =>
      Array.from({length: side}, (_, c) => rounded(values[(i * side + r) * side + c]!))
    );
    const share = 1 - errorLeft(svd(rows).values, 1) ** 2;
    return {path, out: Math.floor(i / froms), from: i % froms, side, rows, share};
  });
}

/**
 * What a whole convolution leaves out when it is written as n×1 to m maps and then 1×n, for every m from 0: the rows of its
 * matrix are the inputs with their places along the column, its columns the outputs with theirs along the row.
 */
function layerOf(path: string, {shape, values}: StoredTensor) {
  const [outs, froms, side] = shape as [number, number, number];
  const matrix = Array.from({length: froms * side}, (_, i) =>
    Array.from({length: outs * side}, (_, o) => {
      const [from, r, out, c] = [Math.floor(i / side), i % side, Math.floor(o / side), o % side];
      return values[((out * froms + from) * side + r) * side + c]!;
    })
  );
  // Fewer columns to turn, and the same singular values.
  const tall = froms <= outs ? matrix[0]!.map((_, c) => matrix.map((row) => row[c]!)) : matrix;
  const {values: singular} = svd(tall);
  return {path, side, in: froms, out: outs, left: [0, ...singular.map((_, i) => i + 1)].map((m) => Number(errorLeft(singular, m).toFixed(4)))}; // prettier-ignore
}
