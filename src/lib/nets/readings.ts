/**
 * Ways to read a network's description that published figures follow: another kernel, another first layer, more classes.
 *
 * A reading changes operations of a written network and leaves everything else alone.
 */
import {conv, relu, series} from "../spec/build.ts";
import {mapOps} from "../spec/map-ops.ts";
import type {Net, Op} from "../spec/net.ts";

/** What a reading may change; what is left out stays as it is written. */
export interface Reading {
  /** Side of the kernel in GoogLeNet's third branch. */
  wide?: 3 | 5;
  /** First layer of GoogLeNet or BN-Inception: an ordinary 7×7, or one per colour with 8 outputs each and a 1×1. */
  first?: "plain" | "separable";
  /** Outputs of the classifiers. */
  classes?: number;
  /** Whether every convolution has a bias, as Keras's ResNet has even before its normalisations. */
  convBias?: boolean;
  /** Where ResNet's reducing blocks take their step: at the 3×3, or at the 1×1 before it as in the paper. */
  strideAt?: "3x3" | "1x1";
  /** Layers of VGG: 19 has a fourth convolution in each of the last three stages. */
  layers?: 16 | 19;
}

/** A network as a reading has it. */
export function read(net: Net, reading: Reading): Net {
  return mapOps(net, (path, op) => {
    if (op.kind === "conv") return readConv(path, op, reading);
    if (op.kind === "dense" && reading.classes !== undefined && (op.out === 1000 || op.out === 1001))
      return {...op, out: reading.classes};
    if (op.kind === "relu" && reading.layers === 19) return fourth(path, op);
    return op;
  });
}

type Conv = Extract<Op, {kind: "conv"}>;

function readConv(path: string, op: Conv, {wide, first, convBias, strideAt}: Reading): Net {
  if (wide !== undefined && path.endsWith("/5x5/conv/conv")) return {...op, kernel: [wide, wide]};
  if (first !== undefined && path.startsWith("conv1/")) return firstLayer(path, op, first);
  if (strideAt === "1x1" && /^conv[345]_1\/sum\/residual\/reduce\/conv$/.test(path)) return {...op, stride: [2, 2]};
  if (strideAt === "1x1" && path.endsWith("/residual/conv/conv")) return {...op, stride: [1, 1]};
  return convBias === true ? {...op, bias: true} : op;
}

function firstLayer(path: string, op: Conv, first: "plain" | "separable"): Net {
  if (first === "separable" && path === "conv1/conv")
    return series({
      depthwise: {...op, out: 24, groups: 3, bias: false},
      pointwise: conv(1, op.out, {bias: op.bias})
    });
  if (first === "plain" && path === "conv1/depthwise") return series([]);
  if (first === "plain" && path === "conv1/pointwise/conv") return conv(7, op.out, {stride: 2, bias: op.bias});
  return op;
}

function fourth(path: string, op: Op): Net {
  const channels = {conv3_3: 256, conv4_3: 512, conv5_3: 512}[path.split("/")[0]!];
  return channels === undefined ? op : series({relu: op, more: conv(3, channels), again: relu});
}
