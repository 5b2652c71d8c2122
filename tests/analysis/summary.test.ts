import {expect, test} from "vitest";
import {blockKinds} from "../../src/lib/analysis/blocks.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {summarise} from "../../src/lib/analysis/summary.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {partAt} from "../../src/lib/spec/part-at.ts";

const sheetOf = (id: string) => measure(flatten(network(id).net()), network(id).input);

test("summarise(GoogLeNet as in the paper) has the published depth, and what its heads add", () => {
  const {params, withHeads, macs, depth, layers, last, statistics} = summarise(sheetOf("googlenet@bvlc"));
  expect([params, withHeads, macs]).toEqual([6_998_552, 13_378_280, 1_582_671_872]);
  expect([depth, layers, statistics]).toEqual([22, 58, 0]); // arXiv 1409.4842, section 5: 22 layers deep
  expect([last.path, last.receptiveField.size[0]]).toEqual(["5b", 715]);
});

test("summarise() of a network without heads says so", () => {
  expect(summarise(sheetOf("googlenet@slim")).withHeads).toBeNull();
});

test("blockKinds(Inception V3) are its five kinds of modules, without the head", () => {
  const kinds = blockKinds(sheetOf("inception-v3@torchvision"));
  expect(kinds.map(({block, instances}) => `${block} ${instances.length}`)).toEqual([
    "InceptionA 3",
    "ReductionA 1",
    "InceptionB 4",
    "ReductionB 1",
    "InceptionC 2"
  ]);
  expect(blockKinds(sheetOf("vgg16@torchvision"))).toEqual([]);
});

test("partAt(net, path) is the part of that name, through taps, or nothing", () => {
  const net = network("googlenet@bvlc").net();
  expect(partAt(net, "")).toBe(net);
  expect(partAt(net, "3a/5x5/reduce/conv")).toMatchObject({kind: "conv", out: 16});
  expect(partAt(net, "aux1/fc2")).toMatchObject({kind: "dense", out: 1000});
  expect(partAt(net, "3a/7x7")).toBeUndefined();
  expect(partAt(net, "conv1/conv/more")).toBeUndefined();
});
