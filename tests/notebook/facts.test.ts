import {describe, expect, it} from "vitest";
import {fact, factNumber} from "../../src/components/notebook/facts.ts";
import {words} from "../../src/components/notebook/words.ts";
import {measure} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten, scopeAt} from "../../src/lib/spec/graph.ts";

const paper = "googlenet@bvlc";

describe("fact(query)", () => {
  it("gives the paper's network: 6,998,552 parameters, 8,280 of them biases, and 1,582,671,872 MACs", () => {
    expect(fact({of: paper, what: "params"})).toBe("6,998,552");
    expect(fact({of: paper, what: "weights"})).toBe("6,990,272");
    expect(fact({of: paper, what: "macs"})).toBe("1,582,671,872");
    expect(fact({of: paper, what: "macs"}, "words")).toBe("1.58 billion");
  });

  it("counts the auxiliary heads apart: 3,188,840 + 3,190,888 parameters", () => {
    expect(factNumber({of: paper, what: "tapParams"})).toBe(6_379_728);
  });

  it("counts 22 layers with weights on the longest way, and nine modules", () => {
    expect(factNumber({of: paper, what: "depth"})).toBe(22);
    expect(factNumber({of: paper, what: "modules"})).toBe(9);
  });

  it("sums over all blocks of a kind, or all scopes of a name", () => {
    const v4 = "inception-v4@timm";
    expect(factNumber({of: v4, what: "count", every: "InceptionB"})).toBe(7);
    expect(factNumber({of: v4, what: "macs", every: "InceptionB"})).toBe(7 * 847_264_768);
    expect(fact({of: v4, what: "share", every: "InceptionB"})).toBe("48.4 %");
    expect(factNumber({of: "inception-resnet-v2@timm", what: "count", every: "expand"})).toBe(40);
    expect(() => factNumber({of: v4, what: "macs", every: "expand"})).toThrow('nothing is called "expand"');
  });

  it("counts additions, branches and the outputs they end in", () => {
    expect(factNumber({of: "inception-v4@timm", what: "additions"})).toBe(0);
    expect(factNumber({of: "inception-resnet-v2@timm", what: "additions"})).toBe(40);
    expect(factNumber({of: "inception-v3@torchvision", what: "branches", scope: "mixed7c"})).toBe(4);
    expect(factNumber({of: "inception-v3@torchvision", what: "ends", scope: "mixed7c"})).toBe(6);
  });

  it("gives shapes, channels and sides at a path", () => {
    expect(fact({of: paper, what: "shape", scope: "3a"})).toBe("28×28×256");
    expect(factNumber({of: paper, what: "channels", scope: "3a/5x5/reduce"})).toBe(16);
    expect(factNumber({of: paper, what: "side", scope: "5b"})).toBe(7);
    expect(fact({of: "inception-module@naive", what: "positions", scope: "input"})).toBe("28×28");
    expect(fact({of: paper, what: "positions", scope: "5a"}, "exact")).toBe("49");
  });

  it("gives the work at three times the width: a little under nine times as much", () => {
    expect(factNumber({of: paper, what: "tripled"})).toBeCloseTo(8.55, 2);
  });

  it("gives an operation's window with its stride", () => {
    expect(fact({of: paper, what: "window", scope: "conv1/conv"})).toBe("7×7, stride 2");
    expect(fact({of: paper, what: "window", scope: "3a/5x5/conv/conv"})).toBe("5×5");
    expect(() => fact({of: paper, what: "window", scope: "norm1"})).toThrow("norm1: has no window");
  });

  it("gives the zeros around conv1: 3 and 3 in Caffe’s, 2 and 3 in TF-Slim’s", () => {
    const zeros = (of: string) =>
      (["zerosBefore", "zerosAfter"] as const).map((what) => fact({of, what, scope: "conv1/conv"}));
    expect(zeros(paper)).toEqual(["3", "3"]);
    expect(zeros("googlenet@slim")).toEqual(["2", "3"]);
    expect(() => fact({of: paper, what: "zerosAfter", scope: "norm1"})).toThrow("norm1: has no window");
  });

  it("gives the naive module its 387,072 weights and 416 channels, the reduced one 163,328 and 256", () => {
    expect(factNumber({of: "inception-module@naive", what: "weights", scope: "3a"})).toBe(387_072);
    expect(factNumber({of: "inception-module@naive", what: "channels", scope: "3a"})).toBe(416);
    expect(factNumber({of: "inception-module@reduced", what: "weights", scope: "3a"})).toBe(163_328);
    expect(factNumber({of: "inception-module@reduced", what: "channels", scope: "3a"})).toBe(256);
  });

  it("gives a branch's share of its module", () => {
    const branches = ["1x1", "3x3", "5x5", "pool"].map((name) =>
      factNumber({of: paper, what: "share", scope: `3a/${name}`})
    );
    expect(branches.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(fact({of: paper, what: "share", scope: "3a/3x3"})).toBe("79.0 %");
  });

  it("gives an exit's share as Play counts it: the way to a head, the head, and the heads before it, of all without heads", () => {
    const {net, input} = network(paper);
    const sheet = measure(flatten(net()), input);
    const macs = (path: string): number => total(sheet, scopeAt(sheet.graph, path)).macs;
    const sum = (...paths: string[]): number => paths.reduce((all, path) => all + macs(path), 0);
    const first = ["conv1", "conv2", "3a", "3b", "4a", "aux1"];
    const shares = ["aux1", "aux2"].map((scope) => factNumber({of: paper, what: "exitShare", scope}));
    expect(shares).toEqual([
      sum(...first) / total(sheet).macs,
      sum(...first, "4b", "4c", "4d", "aux2") / total(sheet).macs
    ]);
    expect(() => factNumber({of: paper, what: "exitShare", scope: "4a"})).toThrow('"4a" is no head');
  });

  it("gives the numbers of a map: 224 · 224 · 3 of a picture, 112 · 112 · 64 behind conv1", () => {
    expect(fact({of: paper, what: "numbers", scope: "input"})).toBe("150,528");
    expect(fact({of: paper, what: "numbers", scope: "conv1"})).toBe("802,816");
  });

  it("gives the factors of Inception-ResNet-v2's residuals, 0.17, 0.1 and 0.2 (TF-Slim, inception_resnet_v2.py)", () => {
    const scale = (block: string): string =>
      fact({of: "inception-resnet-v2@timm", what: "scale", scope: `${block}_1/sum/residual/scale`});
    expect(["block35", "block17", "block8"].map(scale)).toEqual(["0.17", "0.1", "0.2"]);
    expect(() => fact({of: paper, what: "scale", scope: "conv1/conv"})).toThrow("conv1/conv: multiplies with nothing");
  });

  it("names an unknown scope", () => {
    expect(() => fact({of: paper, what: "macs", scope: "6z"})).toThrow(
      `${paper}: 6z: no such path; "the network" has the parts `
    );
  });
});

describe("words(n)", () => {
  it("says billions and millions with three digits and leaves small numbers whole", () => {
    expect([words(1_582_671_872), words(6_998_552), words(69_632)]).toEqual(["1.58 billion", "7.00 million", "69,632"]);
  });
});
