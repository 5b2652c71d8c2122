import {expect, test} from "vitest";
import {measure} from "../../src/lib/analysis/measure.ts";
import {network, networks} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {moduleTable} from "../../src/lib/viz/text-table.ts";

test.each([...networks.keys()])("describe %s --modules is its gold table, which a person can review", async (id) => {
  const {net, input} = network(id);
  const text = moduleTable(id, measure(flatten(net()), input));
  await expect(`${text}\n`).toMatchFileSnapshot(`../gold/tables/${id}.txt`);
});
