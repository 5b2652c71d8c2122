import {describe, expect, test} from "vitest";
import {dialectIds, dialects} from "../../src/lib/export/dialects.ts";
import {networks} from "../../src/lib/nets/registry.ts";

describe.each(dialectIds)("%s(net)", (dialect) => {
  test.each([...networks.keys()])("%s matches its gold file, which a person reviewed", async (id) => {
    const {net, input} = networks.get(id)!;
    const write = await dialects[dialect].load();
    await expect(write(net(), {input})).toMatchFileSnapshot(`../gold/${dialect}/${id}${dialects[dialect].ending}`);
  });
});
