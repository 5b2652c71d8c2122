import {expect, test} from "vitest";
import {googlenet} from "../../src/lib/nets/googlenet.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {branchKind, branchVariable} from "../../src/lib/viz/colour.ts";

const graph = flatten(googlenet("bvlc"));
const torchvision = flatten(googlenet("torchvision"));

test("branchKind(graph, path) is the branch's, for everything inside a branch", () => {
  const kinds = ["3a/1x1", "3a/3x3", "3a/3x3/reduce", "3a/3x3/reduce/conv", "3a/5x5/conv/relu", "3a/pool/proj"].map(
    (path) => branchKind(graph, path)
  );
  expect(kinds).toEqual(["1x1", "3x3", "3x3", "3x3", "5x5", "pool"]);
});

test("branchKind(graph, path) is the operation's own outside of forks", () => {
  const kinds = ["conv1", "pool1", "norm1", "conv2/reduce", "conv2/conv", "fc"].map((path) => branchKind(graph, path));
  expect(kinds).toEqual(["other", "pool", "other", "1x1", "3x3", "other"]);
});

test("branchKind(graph, path) leaves modules, heads and the network without a colour", () => {
  expect(["", "3a", "aux1", "conv2"].map((path) => branchKind(graph, path))).toEqual([
    "other",
    "other",
    "other",
    "other"
  ]);
});

test("branchKind(graph, path) calls torchvision's third branch 5x5, as it stands in for one, though its kernel is 3×3", () => {
  expect(branchKind(torchvision, "3a/5x5/conv")).toBe("5x5");
});

test("branchVariable(kind) names the theme's property", () => {
  expect(branchVariable("pool")).toBe("--branch-pool");
});
