import {describe, expect, test} from "vitest";
import {originals} from "../../src/lib/nets/compact/originals.ts";
import {network, networks} from "../../src/lib/nets/registry.ts";
import {flatten, type Graph} from "../../src/lib/spec/graph.ts";

const graphOf = (id: string): Graph => flatten(network(id).net());

/** Kinds of the nodes that the main output needs. */
function kindsOf(graph: Graph): Set<string> {
  const seen = new Set<number>();
  const visit = (id: number): void => {
    if (seen.has(id)) return;
    seen.add(id);
    graph.nodes[id]!.inputs.forEach(visit);
  };
  visit(graph.outputs.get("output")!);
  return new Set([...seen].map((id) => graph.nodes[id]!.op.kind));
}

/** Kind of the node whose maps the last pooling averages. */
function averaged(graph: Graph): string {
  const pool = graph.nodes.findLast(({op}) => op.kind === "globalAvgPool")!;
  return graph.nodes[pool.inputs[0]!]!.op.kind;
}

/** Sides of the windows that the second block of a Network in Network begins with; null in any other network. */
function secondWindow({nodes}: Graph): readonly number[] | null {
  const op = nodes.find(({path}) => /^mlpconv2\/conv(\/conv)?$/.test(path))?.op;
  return op?.kind === "conv" ? op.kernel : null;
}

test("originals names every compact network", () => {
  expect(Object.keys(originals).toSorted()).toEqual(
    [...networks.keys()].filter((id) => id.startsWith("compact-")).toSorted()
  );
});

describe.each(Object.entries(originals).filter(([, {of}]) => of !== null))("%s", (id, {of, changes}) => {
  const [small, published] = [graphOf(id), graphOf(of!)];
  const [has, had] = [kindsOf(small), kindsOf(published)];

  test("is changed in what its graph has and the published one has not, and the other way round", () => {
    expect({
      batchNorm: changes.includes("batchNorm"),
      lrn: changes.includes("lrn"),
      dropout: changes.includes("dropout"),
      window: changes.includes("window"),
      lastRelu: changes.includes("lastRelu"),
      heads: changes.includes("heads")
    }).toEqual({
      batchNorm: has.has("batchNorm") && !had.has("batchNorm"),
      lrn: had.has("lrn") && !has.has("lrn"),
      dropout: had.has("dropout") && !has.has("dropout"),
      window: String(secondWindow(small)) === "3,3" && String(secondWindow(published)) === "5,5",
      lastRelu: averaged(published) === "relu" && averaged(small) === "conv",
      heads: small.outputs.size > 1
    });
  });

  test("adds where the published network adds", () => {
    expect(has.has("add")).toBe(had.has("add"));
    expect(changes.includes("noResidual")).toBe(id === "compact-v4");
  });
});
