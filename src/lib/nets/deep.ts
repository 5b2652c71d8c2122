/** Deep and narrow networks of one layer repeated, to measure how gradients come through: with and without BatchNorm and shortcuts. */
import type {Named, Net, Series} from "../spec/net.ts";
import {add, batchNorm, conv, dense, globalAvgPool, relu, series} from "../spec/build.ts";
import {convUnit} from "./conv-unit.ts";

/** What is tried. `depth` counts the 3×3 layers between stem and head and is even. */
export interface DeepNet {
  depth: number;
  norm: boolean;
  residual: boolean;
}

/** Channels of every layer. */
export const DEEP_WIDTH = 16;

/**
 * A stem that halves 32×32 pictures, `depth` 3×3 layers of 16 channels, and a linear head for ten classes. With shortcuts, each
 * pair of layers is a residual block as in ResNet: the ReLU comes after the addition (He et al., 2015, arXiv 1512.03385, Fig. 2).
 * @throws if the depth is odd or below 2
 */
export function deepNet({depth, norm, residual}: DeepNet): Series {
  if (depth < 2 || depth % 2 !== 0) throw new Error(`a deep net needs an even depth of at least 2, found ${depth}`);
  const unit = convUnit(norm ? {norm: batchNorm()} : {});
  const body = Array.from({length: depth / 2}, (_, i) =>
    residual ? [block(i, norm)] : [layer(2 * i), layer(2 * i + 1)]
  );
  function layer(i: number): Named {
    return [`layer${i + 1}`, unit(3, DEEP_WIDTH)];
  }
  return series([
    ["stem", unit(3, DEEP_WIDTH, {stride: 2})],
    ...body.flat(),
    ["mean", globalAvgPool],
    ["fc", dense(10)]
  ]);
}

function block(i: number, norm: boolean): Named {
  const half = (): Named[] => [
    ["conv", conv(3, DEEP_WIDTH, {bias: !norm})],
    ...(norm ? [["bn", batchNorm()] as const] : [])
  ];
  const first: Net = series([...half(), ["relu", relu]]);
  const sum = add({shortcut: series([]), long: series([["a", first], ["b", series(half())]])}); // prettier-ignore
  return [`block${i + 1}`, series({sum, relu})];
}

/** Paths whose activations stand for the layers, from the first to the last: behind each ReLU of the main line. */
export function deepLayers({depth, residual}: DeepNet): string[] {
  return residual
    ? Array.from({length: depth / 2}, (_, i) => [`block${i + 1}/sum/long/a`, `block${i + 1}`]).flat()
    : Array.from({length: depth}, (_, i) => `layer${i + 1}`);
}
