import {describe, expect, test} from "vitest";
import {foldNorms} from "../../src/lib/analysis/fold-norms.ts";
import {measure, type Sheet} from "../../src/lib/analysis/measure.ts";
import {peakMemory} from "../../src/lib/analysis/memory.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {add, batchNorm, concat, conv, relu, series, tap} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import type {Net} from "../../src/lib/spec/net.ts";

const sheetOf = (net: Net, input = [10, 10, 1]): Sheet => measure(flatten(net), input);
const of = (id: string, change: (net: Net) => Net = (net) => net): Sheet =>
  sheetOf(change(network(id).net()), [...network(id).input]);
const MAP = 4 * 10 * 10; // bytes of one 10×10 channel

describe("peakMemory(sheet)", () => {
  test("is the largest input and output of one layer in a chain", () => {
    const peak = peakMemory(sheetOf(series({a: conv(3, 4), b: conv(3, 8), c: conv(3, 2)})));
    expect(peak).toEqual({bytes: 12 * MAP, path: "b"});
  });
  test("does not count normalisation and ReLU again", () => {
    const peak = peakMemory(sheetOf(series({a: conv(3, 4), bn: batchNorm(), relu, b: conv(3, 8)})));
    expect(peak).toEqual({bytes: 12 * MAP, path: "b"});
  });
  test("keeps the input of a fork until its last branch, and the branches until the join", () => {
    const fork = concat({"1x1": conv(1, 2), "3x3": conv(3, 3)});
    expect(peakMemory(sheetOf(series([["m", fork]])))).toEqual({bytes: 10 * MAP, path: "m"});
  });
  test("keeps what a shortcut passes on: a ReLU beside it needs memory of its own", () => {
    const block = add({shortcut: series([]), residual: series({relu, conv: conv(3, 4)})});
    const peak = peakMemory(sheetOf(series({a: conv(3, 4), m: block})));
    expect(peak).toEqual({bytes: 12 * MAP, path: "m/residual/conv"});
  });
  test("leaves heads out unless they are asked for", () => {
    const sheet = sheetOf(series({a: conv(3, 4), head: tap(conv(1, 100)), b: conv(3, 1)}));
    expect(peakMemory(sheet).bytes).toBe(5 * MAP);
    expect(peakMemory(sheet, {heads: true}).bytes).toBe(105 * MAP);
  });
});

describe("foldNorms(net)", () => {
  test("keeps the multiply–adds, drops statistics, and leaves one bias per normalised channel", () => {
    const [before, after] = [total(of("inception-v3@torchvision")), total(of("inception-v3@torchvision", foldNorms))];
    expect(after.macs).toBe(5_713_216_096);
    expect(after.statistics).toBe(0);
    // 17,216 channels are normalised: scale and shift before, a bias after.
    expect([before.params, after.params]).toEqual([23_834_568, 23_834_568 - 17_216]);
  });
  test("makes Cadene's BN-Inception, whose convolutions have biases already, two numbers per channel smaller", () => {
    const [before, after] = [total(of("bn-inception@cadene")), total(of("bn-inception@cadene", foldNorms))];
    expect(before.params - after.params).toBe(before.statistics);
  });
  test("leaves a normalisation that follows nothing else alone", () => {
    const net = series({bn: batchNorm(), conv: conv(3, 4)});
    expect(foldNorms(net)).toEqual(net);
  });
});
