import {describe, expect, test} from "vitest";
import {add, concat, conv, relu, series, tap} from "../../src/lib/spec/build.ts";
import {flatten, nodeAt, scopeAt, scopes} from "../../src/lib/spec/graph.ts";

const split = concat({left: conv(1, 2), right: series({reduce: conv(1, 3), conv: conv(3, 4)})});
const paths = (net: Parameters<typeof flatten>[0]): string[] => flatten(net).nodes.map((node) => node.path);

describe("flatten(net)", () => {
  test("numbers nodes depth first, the input first and a join last, under its fork's path", () => {
    expect(paths(series({stem: conv(3, 8), mix: split, relu}))).toEqual([
      ...["input", "stem", "mix/left", "mix/right/reduce", "mix/right/conv", "mix", "relu"]
    ]);
  });

  test("gives every branch the fork's input and the join every branch's output", () => {
    const {nodes} = flatten(series({stem: conv(3, 8), mix: split}));
    expect(nodes.map((node) => node.inputs)).toEqual([[], [0], [1], [1], [3], [2, 4]]);
  });

  test("makes every scope a contiguous run of nodes", () => {
    const graph = flatten(series({a: split, b: series({c: split, d: relu})}));
    for (const scope of scopes(graph.outline))
      for (const node of graph.nodes.slice(Math.max(1, scope.start), scope.end))
        expect(`${node.path}/`).toContain(scope.path);
    expect([scopeAt(graph, "b")!.start, scopeAt(graph, "b")!.end]).toEqual([5, 10]);
  });

  test("passes the main line by a tap and lists its output apart", () => {
    const graph = flatten(series({stem: conv(3, 8), aux: tap(series({fc: conv(1, 2)})), next: relu}));
    expect(graph.nodes.map((node) => node.inputs)).toEqual([[], [0], [1], [1]]);
    expect([...graph.outputs]).toEqual([
      ["aux", 2],
      ["output", 3]
    ]);
  });

  test("takes the empty series as the identity, as residual sums need it", () => {
    const {nodes} = flatten(series({stem: conv(3, 8), block: add({skip: series([]), main: conv(3, 8)})}));
    expect(nodes.at(-1)).toEqual({id: 3, path: "block", op: {kind: "add"}, inputs: [1, 2]});
  });

  test("throws where two parts of one net share a name, or a name would break paths", () => {
    const twice = {
      kind: "series",
      parts: [
        ["a", relu],
        ["a", relu]
      ]
    } as const;
    expect(() => flatten(series([["mix", {...twice, parts: [...twice.parts]}]]))).toThrow(
      'mix: two parts are called "a"'
    );
    expect(() => flatten(series([["a/b", relu]]))).toThrow('found "a/b"');
    expect(() => flatten(series([["a.b", relu]]))).toThrow('found "a.b"');
    expect(() => flatten(series([["input", relu]]))).toThrow('"input" is a reserved name');
  });
});

describe("nodeAt(graph, path)", () => {
  const graph = flatten(series({stem: conv(3, 8), mix: split}));

  test("finds nodes, scopes' outputs, the input and the output", () => {
    expect(["input", "stem", "mix/right", "mix", "output"].map((path) => nodeAt(graph, path))).toEqual([0, 1, 4, 5, 5]);
  });

  test("names the choices at the nearest path that exists", () => {
    expect(() => nodeAt(graph, "mix/middle")).toThrow('mix/middle: no such path; "mix" has the parts left, right');
  });
});

test("series({...}) refuses names that JavaScript would reorder", () => {
  expect(() => series({"1": relu, "0": relu})).toThrow("entries");
});
