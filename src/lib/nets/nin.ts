/**
 * Network in Network (Lin, Chen, Yan, 2013, arXiv 1312.4400) as its authors' two Caffe models have it.
 *
 * The paper gives no widths. The CIFAR-10 model has three mlpconv blocks, as the paper's; the later ImageNet model has four.
 */
import type {Named, Net, Series} from "../spec/net.ts";
import {avgPool, dropout, globalAvgPool, maxPool, type PadSize, series} from "../spec/build.ts";
import {convUnit} from "./conv-unit.ts";

/** Which data set's model. */
export type NinVariant = "cifar10" | "imagenet";

const unit = convUnit();

/** A convolution and two 1×1 convolutions behind it, each with a ReLU: the paper's mlpconv (the models call the 1×1 `cccp`). */
function mlpconv(
  kernel: number,
  [conv, cccp1, cccp2]: readonly [number, number, number],
  options: {stride?: number; pad?: PadSize} = {}
): Series {
  return series({conv: unit(kernel, conv, options), cccp1: unit(1, cccp1), cccp2: unit(1, cccp2)}, "MlpConv");
}

const down = (pool: typeof maxPool | typeof avgPool): Net => pool(3, {stride: 2, pad: "valid", round: "ceil"});

/** NIN up to its class scores: the last block has one map per class (with a ReLU), and each is averaged. */
export function nin(variant: NinVariant): Series {
  return series(variant === "cifar10" ? CIFAR10 : IMAGENET, "NetworkInNetwork");
}

const CIFAR10: Named[] = [
  ["mlpconv1", mlpconv(5, [192, 160, 96])],
  ["pool1", down(maxPool)],
  ["dropout1", dropout(0.5)],
  ["mlpconv2", mlpconv(5, [192, 192, 192])],
  ["pool2", down(avgPool)], // average in the authors' model, maximum in the paper's text
  ["dropout2", dropout(0.5)],
  ["mlpconv3", mlpconv(3, [192, 192, 10])],
  ["pool3", globalAvgPool]
];

const IMAGENET: Named[] = [
  ["mlpconv1", mlpconv(11, [96, 96, 96], {stride: 4, pad: "valid"})],
  ["pool1", down(maxPool)],
  ["mlpconv2", mlpconv(5, [256, 256, 256])],
  ["pool2", down(maxPool)],
  ["mlpconv3", mlpconv(3, [384, 384, 384])],
  ["pool3", down(maxPool)],
  ["dropout3", dropout(0.5)],
  ["mlpconv4", mlpconv(3, [1024, 1024, 1000])],
  ["pool4", globalAvgPool]
];
