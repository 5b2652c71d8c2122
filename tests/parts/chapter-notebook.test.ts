import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {chapterNotebook} from "../../src/components/parts/chapter-notebook.ts";
import {takenWays} from "../../src/components/parts/take.ts";
import {takeCode} from "../../src/components/parts/take-code.ts";
import {headWays} from "../../src/lib/analysis/factorise.ts";
import {takeStrings} from "../../src/components/strings/take.ts";

interface Cell {
  id: string;
  cell_type: string;
  metadata: object;
  source: string[];
  outputs?: unknown[];
  execution_count?: null;
}

function notebookOf(html: string, address: string | null = "https://example.org/learn/x/"): Cell[] {
  const {document} = parseHTML(`<article><header><h1>Title</h1><p class="question">Why?</p></header>${html}</article>`);
  const text = chapterNotebook(document.querySelector("article") as unknown as Element, {
    address,
    words: takeStrings.en
  });
  const parsed = JSON.parse(text) as {nbformat: number; nbformat_minor: number; metadata: object; cells: Cell[]};
  expect(parsed).toMatchObject({nbformat: 4, nbformat_minor: 5, metadata: {kernelspec: {name: "python3"}}});
  return parsed.cells;
}

const textOf = (cells: readonly Cell[]) => cells.map(({source}) => source.join("")).join("\n\n");
const page = (html: string) => textOf(notebookOf(html).slice(2));

test("chapterNotebook(article) keeps the rules of nbformat 4.5: ids of their own, sources in lines, code without outputs", () => {
  const cells = notebookOf(
    '<h2>One</h2><p>a</p><pre class="language-python"><code>x = 1\nprint(x)</code></pre><h2>Two</h2>'
  );
  expect(cells.map(({cell_type}) => cell_type)).toEqual(["markdown", "code", "markdown", "code", "markdown"]);
  expect(new Set(cells.map(({id}) => id)).size).toBe(cells.length);
  for (const {id, source, metadata} of cells) {
    expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
    expect(metadata).toEqual({});
    expect(source.slice(0, -1).every((line) => line.endsWith("\n"))).toBe(true);
  }
  expect(cells[3]).toMatchObject({source: ["x = 1\n", "print(x)"], outputs: [], execution_count: null});
});

test("prose keeps its emphasis, code, links and formulas, and loses its cards and buttons", () => {
  const card = '<span class="carded"><a href="#ref-y">[1]</a><span class="card">long title</span></span>';
  const tex =
    '<span class="katex"><math><annotation encoding="application/x-tex">C_{in}</annotation></math><i>C</i></span>';
  expect(
    page(`<p>A <em>map</em> of <code>a_b</code> ${card}, $5 <a href="../z/">next</a> ${tex}<button>part</button>.</p>`)
  ).toBe("A *map* of `a_b` [1], \\$5 [next](https://example.org/learn/z/) $C_{in}$part.");
});

test("a number of the prose is the reader's, without what was said of it", () => {
  const refusal = '<span role="alert">width: needs a whole number from 1 to 512, found 900</span>';
  const num = (n: number) => `<span class="num"><span role="slider" aria-valuenow="${n}">${n}</span>${refusal}</span>`;
  expect(page(`<p>narrows to <astro-island>${num(24)}</astro-island>, then</p>`)).toBe("narrows to 24, then");
});

test("tables, lists, asides and folded answers become Markdown", () => {
  const table =
    "<table><thead><tr><th>a</th><th>b|c</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>";
  expect(page(table)).toBe("| a | b\\|c |\n| --- | --- |\n| 1 | 2 |");
  expect(page("<ul><li>one</li><li>two</li></ul>")).toBe("* one\n* two");
  expect(page('<aside><p class="label">Told</p><p>No.</p></aside>')).toBe("> **Told**\n>\n> No.");
  expect(page("<details><summary>Answer</summary><p>4</p></details>")).toBe(
    "<details><summary>Answer</summary>\n\n4\n\n</details>"
  );
});

test("a fragment of code is shown and does not run", () => {
  const cells = notebookOf('<pre class="language-py"><code>torch.cat([one], 1)</code></pre>');
  expect(cells.filter(({cell_type}) => cell_type === "code")).toHaveLength(1); // what every notebook imports
  expect(textOf(cells)).toContain("```python\ntorch.cat([one], 1)\n```");
});

test("a figure leaves its caption, a link to itself, and its numbers as code", () => {
  const widths = {"1x1": 64, "3x3reduce": 96, "3x3": 128, "5x5reduce": 24, "5x5": 32, poolProj: 32};
  const take = JSON.stringify({kind: "module", widths, input: [28, 28, 192]}).replaceAll('"', "&quot;");
  const figure = `<figure id="figure-1"><div data-take="${take}"></div><figcaption><b>Figure 1.</b> <p>A module.</p></figcaption></figure>`;
  const cells = notebookOf(figure);
  const text = textOf(cells);
  expect(text).toContain("**Figure 1.** A module. ([see it live](https://example.org/learn/x/#figure-1))");
  expect(text).toContain('"reduce": ConvUnit(192, 24, kernel=1)');
  expect(text).toContain("assert count == 171_640"); // 163,696 as in Table 1, and 8 × (192 + 1 + 25 × 32) for the wider reduction
  expect(textOf(notebookOf(figure + figure)).match(/class Inception/g)).toHaveLength(1);
});

test("without an address of its own, a page is not linked to", () => {
  const text = textOf(notebookOf('<p><a href="../z/">next</a> <a href="https://arxiv.org/">paper</a></p>', null));
  expect(text).toContain("next [paper](https://arxiv.org/)");
});

test("takeCode(ways) asserts the weights that the page counts", () => {
  const layers = [{kernel: [3, 3] as const, in: 64, out: 96, groups: 1}];
  const [code] = takeCode({kind: "ways", height: 28, width: 28, ways: [{name: "direct", layers}]});
  expect(code).toContain('"direct": [conv(64, 96, (3, 3))],');
  expect(code).toContain("assert counts == [(55296, 43352064)]"); // 9 · 64 · 96, at 28 · 28 places
});

test("takeCode(ways) lays a dense layer on its map once, and averages without weights", () => {
  const ways = headWays({height: 6, width: 6, channels: 1024, classes: 1000, hidden: 1, units: 4096});
  const [code] = takeCode(takenWays(ways, [6, 6], {direct: "Flatten, dense"}));
  expect(code).toContain(
    '"Flatten, dense": [conv(1024, 4096, (6, 6), padding="valid"), conv(4096, 1000, (1, 1), padding="valid")],'
  );
  expect(code).toContain('"factored": [nn.AvgPool2d((6, 6)), conv(1024, 1000, (1, 1), padding="valid")],');
  expect(code).toContain('"maps": [conv(1024, 1000, (1, 1)), nn.AvgPool2d((6, 6))],');
  // 36 · 1024 · 4096 + 4096 · 1000; 1024 · 1000; and the same weights at 36 places.
  expect(code).toContain("assert counts == [(155090944, 155090944), (1024000, 1024000), (1024000, 36864000)]");
});

test("takeCode(block) is a stage’s block at the reader’s width, on its own map", () => {
  const take = {kind: "block", of: "inception-v4@timm", stage: "b", percent: 50, inputs: false} as const;
  const [code, check] = takeCode(take);
  expect(code).toContain("class InceptionB");
  expect(code).toContain("ConvNormUnit(1024, 192, kernel=1)"); // half of 384
  expect(check).toContain("torch.rand(1, 1024, 17, 17)");
  expect(check).toContain("(1, 512, 17, 17)");
});
