import {expect, test} from "vitest";
import {add, concat, conv, relu, series, tap} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {mapOps} from "../../src/lib/spec/map-ops.ts";

const net = series({
  a: concat({left: conv(1, 4), right: series({b: conv(3, 4), c: relu})}, "Block"),
  head: tap(series({d: conv(1, 2)})),
  sum: add({shortcut: series([]), long: conv(1, 8)})
});

test("mapOps gives every operation its path, and leaves a net alone that it does not change", () => {
  const seen: string[] = [];
  const same = mapOps(net, (path, op) => {
    seen.push(path);
    return op;
  });
  expect(same).toEqual(net);
  expect(seen).toEqual(["a/left", "a/right/b", "a/right/c", "head/d", "sum/long"]);
});

test("mapOps puts a net in an operation's place, whose parts get paths below it", () => {
  const longer = mapOps(net, (path, op) => (path === "a/left" ? series({first: op, then: relu}) : op));
  expect(
    flatten(longer)
      .nodes.map(({path}) => path)
      .slice(1, 4)
  ).toEqual(["a/left/first", "a/left/then", "a/right/b"]);
});
