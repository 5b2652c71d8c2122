/** Every network of the site by its id, `network@variant`. */
import type {Shape} from "../analysis/measure.ts";
import type {Net} from "../spec/net.ts";
import {series} from "../spec/build.ts";
import {bnInception} from "./bn-inception.ts";
import {compactNaive} from "./compact/naive.ts";
import {compactNin} from "./compact/nin.ts";
import {compactPlain} from "./compact/plain.ts";
import {compactResnet} from "./compact/resnet.ts";
import {compactV1} from "./compact/v1.ts";
import {compactV2} from "./compact/v2.ts";
import {compactV3} from "./compact/v3.ts";
import {compactV4} from "./compact/v4.ts";
import {convUnit} from "./conv-unit.ts";
import {googlenet, naiveGooglenet} from "./googlenet.ts";
import {inceptionResnetV1, inceptionResnetV2} from "./inception-resnet.ts";
import {inceptionModule, naiveModule, TABLE_1} from "./inception-v1.ts";
import {inceptionV3} from "./inception-v3.ts";
import {inceptionV4} from "./inception-v4.ts";
import {nin} from "./nin.ts";
import {resnet50} from "./resnet.ts";
import {vgg16} from "./vgg.ts";

/** A network and the input it is meant for, [height, width, channels]. */
export interface NetworkEntry {
  id: string;
  /** Name of the network whatever the variant, and of the variant: "GoogLeNet" and "as in the paper". */
  name: string;
  variant: string;
  /** Both together. */
  title: string;
  /** Year of the paper. */
  year: number;
  input: Shape;
  net: () => Net;
}

const [module3a] = TABLE_1;

function entry(
  id: string,
  name: string,
  variant: string,
  year: number,
  input: number | Shape,
  net: () => Net
): NetworkEntry {
  const title = variant === "" ? name : `${name}, ${variant}`;
  return {id, name, variant, title, year, input: typeof input === "number" ? [input, input, 3] : input, net};
}

const of3a = (module: Net): Net => series([["3a", module]]);

const entries: NetworkEntry[] = [
  entry("nin@cifar10", "Network in Network", "CIFAR-10", 2013, 32, () => nin("cifar10")),
  entry("nin@imagenet", "Network in Network", "ImageNet", 2013, 224, () => nin("imagenet")),
  entry("inception-naive@paper", "GoogLeNet without reductions", "", 2014, 224, naiveGooglenet),
  entry("googlenet@bvlc", "GoogLeNet", "as in the paper", 2014, 224, () => googlenet("bvlc")),
  entry("googlenet@torchvision", "GoogLeNet", "torchvision", 2014, 224, () => googlenet("torchvision")),
  entry("googlenet@slim", "GoogLeNet", "TF-Slim", 2014, 224, () => googlenet("slim")),
  entry("bn-inception@slim", "BN-Inception", "TF-Slim", 2015, 224, () => bnInception("slim")),
  entry("bn-inception@caffe", "BN-Inception", "Caffe, folded", 2015, 224, () => bnInception("caffe")),
  entry("bn-inception@cadene", "BN-Inception", "Cadene", 2015, 224, () => bnInception("cadene")),
  entry("inception-v3@torchvision", "Inception V3", "torchvision", 2015, 299, () => inceptionV3("torchvision")),
  entry("inception-v3@timm", "Inception V3", "timm", 2015, 299, () => inceptionV3("timm")),
  entry("inception-v3@keras", "Inception V3", "Keras", 2015, 299, () => inceptionV3("keras")),
  entry("inception-v3@slim", "Inception V3", "TF-Slim", 2015, 299, () => inceptionV3("slim")),
  entry("inception-v4@timm", "Inception V4", "timm", 2016, 299, () => inceptionV4("timm")),
  entry("inception-v4@slim", "Inception V4", "TF-Slim", 2016, 299, () => inceptionV4("slim")),
  entry("inception-resnet-v1@paper", "Inception-ResNet-v1", "as in the paper", 2016, 299, () =>
    inceptionResnetV1("paper")
  ),
  entry("inception-resnet-v1@osmr", "Inception-ResNet-v1", "imgclsmob", 2016, 299, () => inceptionResnetV1("osmr")),
  entry("inception-resnet-v1@facenet", "Inception-ResNet-v1", "FaceNet", 2016, 160, () => inceptionResnetV1("facenet")),
  entry("inception-resnet-v2@timm", "Inception-ResNet-v2", "timm", 2016, 299, () => inceptionResnetV2("timm")),
  entry("inception-resnet-v2@keras", "Inception-ResNet-v2", "Keras", 2016, 299, () => inceptionResnetV2("keras")),
  entry("inception-resnet-v2@slim", "Inception-ResNet-v2", "TF-Slim", 2016, 299, () => inceptionResnetV2("slim")),
  entry("inception-resnet-v2@paper", "Inception-ResNet-v2", "the paper’s figures", 2016, 299, () =>
    inceptionResnetV2("paper")
  ),
  entry("vgg16@torchvision", "VGG-16", "torchvision", 2014, 224, vgg16),
  entry("resnet50@torchvision", "ResNet-50", "torchvision", 2015, 224, resnet50),
  entry("inception-module@naive", "Naive Inception module, widths of 3a", "", 2014, module3a!.input, () =>
    of3a(naiveModule(module3a!.widths, convUnit()))
  ),
  entry("inception-module@reduced", "Inception module 3a", "", 2014, module3a!.input, () =>
    of3a(inceptionModule(module3a!.widths, convUnit()))
  ),
  entry("compact-plain", "Compact plain network", "", 2026, 32, compactPlain),
  entry("compact-nin", "Compact Network in Network", "", 2026, 32, compactNin),
  entry("compact-naive", "Compact naive Inception", "", 2026, 32, compactNaive),
  entry("compact-v1", "Compact Inception V1", "", 2026, 32, compactV1),
  entry("compact-v2", "Compact BN-Inception", "", 2026, 32, compactV2),
  entry("compact-v3", "Compact Inception V3", "", 2026, 32, compactV3),
  entry("compact-v4", "Compact Inception V4", "", 2026, 32, compactV4),
  entry("compact-resnet", "Compact Inception-ResNet", "", 2026, 32, compactResnet)
];

/** All networks by id. */
export const networks: ReadonlyMap<string, NetworkEntry> = new Map(entries.map((one) => [one.id, one]));

/**
 * The network with an id.
 * @throws listing the ids there are
 */
export function network(id: string): NetworkEntry {
  const found = networks.get(id);
  if (found === undefined) throw new Error(`${id}: no such network; there are ${[...networks.keys()].join(", ")}`);
  return found;
}
