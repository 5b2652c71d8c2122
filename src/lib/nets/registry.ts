/** Every network of the site by its id, `network@variant`. */
import type {Shape} from "../analysis/measure.ts";
import type {Net} from "../spec/net.ts";
import {series} from "../spec/build.ts";
import {compactV1} from "./compact.ts";
import {convUnit} from "./conv-unit.ts";
import {googlenet} from "./googlenet.ts";
import {inceptionModule, naiveModule, TABLE_1} from "./inception-v1.ts";

/** A network and the input it is meant for, [height, width, channels]. */
export interface NetworkEntry {
  id: string;
  title: string;
  input: Shape;
  net: () => Net;
}

const [module3a] = TABLE_1;

const entries: NetworkEntry[] = [
  {id: "googlenet@bvlc", title: "GoogLeNet, as in the paper", input: [224, 224, 3], net: () => googlenet("bvlc")},
  {
    id: "googlenet@torchvision",
    title: "GoogLeNet, torchvision",
    input: [224, 224, 3],
    net: () => googlenet("torchvision")
  },
  {id: "googlenet@slim", title: "GoogLeNet, TF-Slim", input: [224, 224, 3], net: () => googlenet("slim")},
  {
    id: "inception-module@naive",
    title: "Naive Inception module, widths of 3a",
    input: module3a!.input,
    net: () => series([["3a", naiveModule(module3a!.widths, convUnit())]])
  },
  {
    id: "inception-module@reduced",
    title: "Inception module 3a",
    input: module3a!.input,
    net: () => series([["3a", inceptionModule(module3a!.widths, convUnit())]])
  },
  {id: "compact-v1", title: "Compact Inception V1", input: [32, 32, 3], net: compactV1}
];

/** All networks by id. */
export const networks: ReadonlyMap<string, NetworkEntry> = new Map(entries.map((entry) => [entry.id, entry]));

/**
 * The network with an id.
 * @throws listing the ids there are
 */
export function network(id: string): NetworkEntry {
  const entry = networks.get(id);
  if (entry === undefined) throw new Error(`${id}: no such network; there are ${[...networks.keys()].join(", ")}`);
  return entry;
}
