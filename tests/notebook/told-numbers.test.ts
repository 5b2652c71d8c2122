/** Numbers in places that can only hold text, parsed from there: heads of files, headings, and the glossary. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it, test} from "vitest";
import {factNumber} from "../../src/components/notebook/facts.ts";
import {glossary} from "../../src/components/notebook/glossary.ts";
import {VALIDATION} from "../../src/lib/nets/checkpoints.ts";
import {LINE} from "../../src/lib/nets/lineage.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {stagesOf} from "../../src/lib/nets/stages.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import type {Series} from "../../src/lib/spec/net.ts";

const WORDS = [
  ...["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  ...["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
];

/** A number in digits, or a small one in words. */
const read = (text: string): number =>
  text === "twice" ? 2 : /\d/.test(text) ? Number(text.replaceAll(",", "")) : WORDS.indexOf(text.toLowerCase());

const content = join("content", "en");
const pages = readdirSync(content, {recursive: true, encoding: "utf8"})
  .filter((file) => file.endsWith(".mdx"))
  .map((file) => file.replaceAll("\\", "/"));

/** What a page says at its head and in its headings; ids of networks are not said. */
function said(page: string): string {
  const [, head = "", ...body] = readFileSync(join(content, page), "utf8").split(/^---$/m);
  const told = head.replace(/^(?:order|networks|paper): .*$|^networks:[\s\S]*\]$/gm, "");
  return [told, ...(body.join("").match(/^##+ .*$/gm) ?? [])].join("\n");
}

const meaning = (id: string): string => glossary.find((one) => one.id === id)!.means;

const [V1, V2, V3, V4] = ["googlenet@bvlc", "bn-inception@slim", "inception-v3@torchvision", "inception-v4@timm"];
const branches = (of: string, scope: string): number => factNumber({of, what: "branches", scope});
const side = (of: string): number => factNumber({of, what: "side", scope: "input"});

/** Windows of 3×3 in a branch. */
const threes = (of: string, branch: string): number =>
  flatten(network(of).net()).nodes.filter(
    ({path, op}) => path.startsWith(`${branch}/`) && op.kind === "conv" && op.kernel.every((length) => length === 3)
  ).length;
const blocks = (of: string): number =>
  (network(of).net() as Series).parts.filter(([name]) => name.startsWith("mlpconv")).length;
const modulesV4 = stagesOf(network(V4).net() as Series).filter(({kind}) => ["a", "b", "c"].includes(kind));
const count = (of: string, kind: string): number =>
  flatten(network(of).net()).nodes.filter(({op}) => op.kind === kind).length;

/** Where a number is told, in which words, and what it is. Ratios of training steps are those of arXiv 1502.03167, Fig. 3. */
const told: readonly [where: string, words: RegExp, numbers: readonly number[]][] = [
  ["chapters/03-network-in-network.mdx", /ideas of (\d+)/, [network("nin@cifar10").year]],
  ["chapters/03-network-in-network.mdx", /## (\w+) blocks, or (\w+)/, [blocks("nin@cifar10"), blocks("nin@imagenet")]],
  ["chapters/05-inception-v1.mdx", /GoogLeNet, (\d+): (\w+) branches/, [network(V1).year, branches(V1, "3a")]],
  ["chapters/06-inception-v2.mdx", /learn (\w+) times faster/, [Math.floor(31 / 2.1)]],
  ["chapters/06-inception-v2.mdx", /BN-Inception, (\d+):/, [network(V2).year]],
  ["chapters/06-inception-v2.mdx", /(\w+) 3×3 windows for each 5×5/, [threes(V2, "3a/3x3dbl")]],
  ["chapters/07-inception-v3.mdx", /## (\d+) becomes (\d+)/, [side(V2), side(V3)]],
  [
    "chapters/08-inception-v4.mdx",
    /(\w+) modules of (\w+) kinds/,
    [modulesV4.reduce((sum, {parts}) => sum + parts.length, 0), modulesV4.length]
  ],
  ["chapters/08-inception-v4.mdx", /pure network of (\d+)/, [network(V4).year]],
  [
    "chapters/08-inception-v4.mdx",
    /## (\w+) branches, and where “(\w+)” comes from/,
    [branches(V4, "mixed7b"), factNumber({of: V4, what: "ends", scope: "mixed7b"})]
  ],
  ["chapters/10-the-family-compared.mdx", /(\w+) networks as one drawing/, [LINE.length]],
  ["networks/bn-inception.mdx", /(\w+) 3×3 windows stand for the 5×5/, [threes(V2, "3a/3x3dbl")]],
  ["networks/compact-v1.mdx", /budget: (\w+) branches/, [branches("compact-v1", "3a")]],
  ["networks/compact-v2.mdx", /(\w+) 3×3 for the 5×5/, [threes("compact-v2", "3a/3x3dbl")]],
  ["networks/inception-module.mdx", /3a: (\w+) ways/, [branches("inception-module@reduced", "3a")]],
  ["networks/inception-naive.mdx", /through (\w+) windows and a pool/, [branches("inception-naive@paper", "3a") - 1]],
  ["lrn", /GoogLeNet has it (\w+)/, [count(V1, "lrn")]],
  ["validation", /ImageNet has ([\d,]+)/, [VALIDATION]]
];

const textOf = (where: string): string => (where.endsWith(".mdx") ? said(where) : meaning(where));

describe("a number that is told", () => {
  it.each(told)("%s: %s", (where, words, numbers) => {
    const found = words.exec(textOf(where));
    expect(found, "the words are there").not.toBeNull();
    expect(found!.slice(1).map(read)).toEqual(numbers);
  });
});

test("no other number above six is told there, but what is named after it", () => {
  const large = new RegExp(`(?<![\\w×-])(?:\\d[\\d,.]*|${WORDS.slice(7).join("|")})(?![\\w×])`, "gi");
  const open = [...pages, ...glossary.map(({id}) => id)].flatMap((where) => {
    const rest = told
      .filter(([place]) => place === where)
      .reduce((text, [, words]) => text.replace(words, ""), textOf(where));
    return (rest.match(large) ?? []).filter((number) => read(number) > 6).map((number) => `${where}: ${number}`);
  });
  // A kernel's numbers, and the ten classes of CIFAR-10.
  expect(open).toEqual(["chapters/02-what-a-convolution-costs.mdx: Nine", "chapters/03-network-in-network.mdx: Ten"]);
});
