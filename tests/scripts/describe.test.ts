import {expect, test, vi} from "vitest";
import {run} from "./command.ts";

vi.setConfig({testTimeout: 120_000}); // each command starts a Node

/** One line a node, so that a person can review it. */
const readable = (json: string): string => {
  const {nodes, ...rest} = JSON.parse(json) as {nodes: object[]};
  const lines = nodes.map((node) => ` ${JSON.stringify(node)}`).join(",\n");
  return `${JSON.stringify(rest).slice(0, -1)},"nodes":[\n${lines}\n]}\n`;
};

test("describe inception-module@reduced --json is its gold file, which a person can review", async () => {
  const {status, stdout} = run("describe.ts", "inception-module@reduced", "--json");
  expect(status).toBe(0);
  const found = JSON.parse(stdout) as {totals: object; nodes: object[]};
  expect(Object.keys(found)).toEqual(["network", "input", "totals", "taps", "peak", "nodes"]);
  expect(found).toMatchObject({
    network: "inception-module@reduced",
    totals: {params: expect.any(Number), statistics: expect.any(Number), macs: expect.any(Number)}
  });
  const wanted = ["path", "op", "shape", "params", "macs", "receptiveField"];
  for (const node of found.nodes) expect(Object.keys(node)).toEqual(expect.arrayContaining(wanted));
  await expect(readable(stdout)).toMatchFileSnapshot("../gold/describe/inception-module@reduced.json");
});

test("describe --json keeps heads out of the totals, under their paths", () => {
  const found = JSON.parse(run("describe.ts", "googlenet@bvlc", "--json").stdout) as {
    totals: {params: number};
    taps: Record<string, {params: number}>;
    nodes: {params: number}[];
  };
  const heads = Object.values(found.taps).reduce((sum, {params}) => sum + params, 0);
  expect(Object.keys(found.taps)).toHaveLength(2);
  expect(found.nodes.reduce((sum, {params}) => sum + params, 0)).toBe(found.totals.params + heads);
});

test("describe --input HxW measures another picture", () => {
  const {input} = JSON.parse(run("describe.ts", "googlenet@bvlc", "--input", "224x320", "--json").stdout) as object & {
    input: number[];
  };
  expect(input).toEqual([224, 320, 3]);
});

test.each(["nonsense", "224x0", "2.5", "1x2x3"])("describe --input %s says what it needs", (input) => {
  expect(run("describe.ts", "googlenet@bvlc", "--input", input)).toMatchObject({
    status: 2,
    stdout: "",
    stderr: `--input: needs pixels from 1 as N or HxW, such as 224 or 224x320; found "${input}"\n`
  });
});

test("describe names what does not exist, and where a picture is too small", () => {
  expect(run("describe.ts", "inception-v99")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^inception-v99: no such network; there are .*googlenet@bvlc/)
  });
  expect(run("describe.ts", "inception-v3@torchvision", "--input", "16")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/: a 3×3 window does not fit into \d×\d\n$/)
  });
});

test("describe without a network prints how to ask, and --help succeeds", () => {
  expect(run("describe.ts")).toMatchObject({status: 2, stdout: expect.stringContaining("describe <network>")});
  expect(run("describe.ts", "--help")).toMatchObject({status: 0, stdout: expect.stringContaining("googlenet@bvlc")});
});
