/**
 * The Inception module of "Going Deeper with Convolutions" (Szegedy et al., 2014, arXiv 1409.4842, Fig. 2).
 */
import type {Fork} from "../spec/net.ts";
import {concat, maxPool, series} from "../spec/build.ts";
import type {ConvUnit} from "./conv-unit.ts";

/** The six widths of a module with reductions (Fig. 2b), in channels. */
export interface InceptionWidths {
  "1x1": number;
  "3x3reduce": number;
  "3x3": number;
  "5x5reduce": number;
  "5x5": number;
  poolProj: number;
}

/** One row of the paper's Table 1: a module's name, its input [height, width, channels] and its widths. */
export interface TableRow {
  name: string;
  input: readonly [number, number, number];
  widths: InceptionWidths;
}

/**
 * The module with dimension reductions, Fig. 2b: four branches on one input, concatenated along the channels.
 * @param wide kernel of the third branch: 5 in the paper, 3 in the TF-Slim and torchvision ports
 */
export function inceptionModule(w: InceptionWidths, unit: ConvUnit, {wide = 5}: {wide?: 3 | 5} = {}): Fork {
  return concat(
    {
      "1x1": unit(1, w["1x1"]),
      "3x3": series({reduce: unit(1, w["3x3reduce"]), conv: unit(3, w["3x3"], {pad: "same"})}),
      "5x5": series({reduce: unit(1, w["5x5reduce"]), conv: unit(wide, w["5x5"], {pad: "same"})}),
      pool: series({pool: maxPool(3), proj: unit(1, w.poolProj)})
    },
    "Inception"
  );
}

/** The naive module, Fig. 2a: no reductions, and the pooled input passes through with all its channels. */
export function naiveModule(w: Pick<InceptionWidths, "1x1" | "3x3" | "5x5">, unit: ConvUnit): Fork {
  return concat(
    {"1x1": unit(1, w["1x1"]), "3x3": unit(3, w["3x3"]), "5x5": unit(5, w["5x5"]), pool: maxPool(3)},
    "NaiveInception"
  );
}

const row = (
  name: string,
  size: number,
  channels: number,
  w: readonly [number, number, number, number, number, number]
): TableRow => ({
  name,
  input: [size, size, channels],
  widths: {"1x1": w[0], "3x3reduce": w[1], "3x3": w[2], "5x5reduce": w[3], "5x5": w[4], poolProj: w[5]}
});

/** The nine modules of Table 1, for a 224×224 picture. */
export const TABLE_1: readonly TableRow[] = [
  row("3a", 28, 192, [64, 96, 128, 16, 32, 32]),
  row("3b", 28, 256, [128, 128, 192, 32, 96, 64]),
  row("4a", 14, 480, [192, 96, 208, 16, 48, 64]),
  row("4b", 14, 512, [160, 112, 224, 24, 64, 64]),
  row("4c", 14, 512, [128, 128, 256, 24, 64, 64]),
  row("4d", 14, 512, [112, 144, 288, 32, 64, 64]),
  row("4e", 14, 528, [256, 160, 320, 32, 128, 128]),
  row("5a", 7, 832, [256, 160, 320, 32, 128, 128]),
  row("5b", 7, 832, [384, 192, 384, 48, 128, 128])
];
