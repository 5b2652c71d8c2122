import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {bibtexOf, citationText} from "../../src/components/notebook/bibtex.ts";
import {parseBibliography} from "../../src/components/notebook/bibliography.ts";
import {glossary} from "../../src/components/notebook/glossary.ts";
import {VALIDATION} from "../../src/lib/nets/checkpoints.ts";
import {exact} from "../../src/lib/viz/format.ts";
import {glossaryTerms} from "../../scripts/rehype/glossary-terms.mjs";

const chapters = readdirSync(join("content", "en", "chapters"));

/** A heading's anchor, as the site makes it. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

function anchorsOf(page: string): string[] | undefined {
  const [section, name] = page.split("/");
  const file =
    section === "notes"
      ? join("content", "en", "notes", `${name}.mdx`)
      : join("content", "en", "chapters", chapters.find((one) => one.replace(/^\d+-|\.mdx$/g, "") === name) ?? "none");
  if (!existsSync(file)) return undefined;
  return [...readFileSync(file, "utf8").matchAll(/^##+ (.+)$/gm)].map(([, heading]) => slug(heading!));
}

test("every term has an id of its own, and a definition that ends like a sentence", () => {
  expect(new Set(glossary.map(({id}) => id)).size).toBe(glossary.length);
  expect(glossary.filter(({means}) => !/^[A-Z0-9].*\.$/.test(means)).map(({id}) => id)).toEqual([]);
  const words = glossary.flatMap(({term, match = []}) => [term, ...match].map((one) => one.toLowerCase()));
  expect(words.filter((one, i) => words.indexOf(one) !== i)).toEqual([]);
});

test("every term leads to a heading where it is taught", () => {
  const lost = glossary.filter(({at}) => {
    if (!/^(?:learn|notes)\//.test(at)) return !/^[\w/-]+\/$/.test(at);
    const [page, anchor] = at.split("#");
    return anchor === undefined || !anchorsOf(page!)?.includes(anchor);
  });
  expect(lost.map(({id, at}) => `${id}: ${at}`)).toEqual([]);
});

interface Tree {
  type?: string;
  tagName?: string;
  name?: string;
  value?: string;
  children?: Tree[];
  attributes?: {value: string}[];
}
const p = (...children: Tree[]): Tree => ({tagName: "p", children});
const text = (value: string): Tree => ({type: "text", value});

/** The terms that get a card, with the words under it, in reading order. */
function marked(tree: Tree, path = "content/en/chapters/01-a.mdx"): string[] {
  (glossaryTerms() as (tree: Tree, file: {path: string}) => void)(tree, {path});
  const found: string[] = [];
  const walk = (node: Tree): void => {
    if (node.name === "GlossaryTerm") found.push(`${node.attributes![0]!.value}: ${node.children![0]!.value}`);
    node.children?.forEach(walk);
  };
  walk(tree);
  return found;
}

test("the glossary’s count of validation pictures is the one that the published figures are over", () => {
  expect(glossary.find(({id}) => id === "validation")!.means).toContain(`ImageNet has ${exact(VALIDATION)} of them`);
});

test("the first use of a term in running text gets a card, and no other", () => {
  const tree = {
    children: [
      {tagName: "h2", children: [text("Kernels")]},
      p(text("Two kernels see one receptive field; a kernel is small. "), {
        tagName: "code",
        children: [text("stride")]
      }),
      {tagName: "ul", children: [{tagName: "li", children: [text("The Stride, and strides.")]}]},
      {name: "NetworkExplorer", children: [p(text("padding"))]},
      p({tagName: "a", children: [text("softmax")]}, text(" is a kernel-wise word"))
    ]
  };
  expect(marked(structuredClone(tree))).toEqual([
    "kernel: kernels",
    "receptive-field: receptive field",
    "stride: Stride"
  ]);
  expect(marked(structuredClone(tree), "content/en/notes/how-we-count.mdx")).toEqual([]);
});

test("captions and asides are running text; an answer has a card only for what is nowhere in the open", () => {
  const slot = (value: string, ...children: Tree[]): Tree => ({name: "Fragment", attributes: [{value}], children});
  const tree = {
    children: [
      {name: "Figure", children: [slot("caption", p(text("The kernel’s stride.")))]},
      {name: "Predict", children: [p(text("Padding, and the logits behind the kernel."))]},
      {name: "OftenToldWrong", children: [p(text("A kernel has padding."))]},
      {name: "Exercise", children: [p(text("What is a ReLU?")), slot("answer", p(text("A ReLU before a softmax.")))]}
    ]
  };
  expect(marked(tree)).toEqual([
    "kernel: kernel",
    "stride: stride",
    "logit: logits",
    "padding: padding",
    "activation-function: ReLU",
    "softmax: softmax"
  ]);
});

test("a table is running text; what goes further has a card only for what is nowhere in the open", () => {
  const cell = {tagName: "table", children: [{tagName: "tbody", children: [{tagName: "tr", children: [] as Tree[]}]}]};
  cell.children[0]!.children[0]!.children.push({tagName: "td", children: [text("a stride of 2")]});
  const tree = {
    children: [
      {name: "Further", children: [p(text("RMSProp, and a stride."), p(text("A kernel.")))]},
      cell,
      p(text("Kernels."))
    ]
  };
  expect(marked(tree)).toEqual(["rmsprop: RMSProp", "stride: stride", "kernel: Kernels"]);
});

test("only the words that chapters use in another sense have no card", () => {
  expect(glossary.filter(({card}) => card === false).map(({term}) => term)).toEqual(["variant", "width"]);
  expect(marked({children: [p(text("Its height and width, its depth and its weights."))]})).toEqual([
    "depth: depth",
    "weight: weights"
  ]);
});

test("a term that its author explains by hand gets no second card", () => {
  const by = {type: "mdxJsxTextElement", name: "Term", children: [text("kernels")]};
  expect(marked({children: [p(text("A kernel and its stride, "), by)]})).toEqual(["stride: stride"]);
});

test("a page's citation is an entry that the site's own bibliography could read", () => {
  const citation = {
    key: "a-b",
    title: "Inception V1",
    site: "Inside Inception",
    year: 2026,
    url: "https://example.org/a/"
  };
  const read = parseBibliography(bibtexOf(citation)).get("a-b");
  expect(read).toMatchObject({title: "Inception V1", year: "2026", url: "https://example.org/a/"});
  expect(citationText(citation)).toBe("Inside Inception (2026). Inception V1. https://example.org/a/");
});
