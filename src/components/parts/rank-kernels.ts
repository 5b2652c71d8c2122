/** The kernels that the figure about outer products can show: four of a trained network, three made by hand. */
import type {Matrix} from "../../lib/analysis/svd.ts";
import {rankStrings} from "../strings/rank.ts";

/** What scripts/trained-kernels.ts writes. */
export interface TrainedKernels {
  origin: {model: string; sha256: string};
  /** The median, the nearest and the farthest of all 5×5, then the median 3×3. */
  kernels: readonly {path: string; out: number; from: number; rows: Matrix}[];
  /** Shares of the squares in the best outer product: smallest, tenth, half, nine tenths, largest. */
  shares: readonly {side: number; count: number; shares: readonly number[]}[];
  /** What a layer leaves out in weights when written through m maps, for m from 0. */
  layers: readonly {path: string; side: number; in: number; out: number; left: readonly number[]}[];
}

/** A kernel's name in the address. */
export type RankKernelId = keyof (typeof rankStrings)["en"]["kernels"];

/** A kernel with where it is from. */
export interface RankKernel {
  id: RankKernelId;
  rows: Matrix;
  origin: string;
}

const MADE: readonly [id: keyof (typeof rankStrings)["en"]["made"], rows: Matrix][] = [
  ["sobel", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]], // prettier-ignore
  ["outline", [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]], // prettier-ignore
  ["diagonal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]] // prettier-ignore
];

/** All kernels in the order of their buttons. */
export function rankKernels({kernels, origin}: TrainedKernels): RankKernel[] {
  const strings = rankStrings.en;
  const trained = (["typical", "easiest", "hardest", "three"] as const).map((id, i) => {
    const {path, out, from, rows} = kernels[i]!;
    return {id, rows, origin: strings.trained(path, out, from, origin.model)};
  });
  return [...trained, ...MADE.map(([id, rows]) => ({id, rows, origin: strings.made[id]}))];
}
