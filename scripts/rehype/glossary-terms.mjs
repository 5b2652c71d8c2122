/**
 * A rehype plugin for chapters: the first use of each term of the glossary in running text, in a table, in a caption or in an aside gets its
 * card. Terms that the author explained by hand with `<Term>` are left to that; headings, links and code are left alone. What is
 * folded is read last, so that no card is hidden from a reader who does not unfold it.
 */
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

const GLOSSARY = new URL("../../content/en/glossary.json", import.meta.url);
const TEXT = new Set(["p", "li", "em", "strong", "blockquote", "ul", "ol", "table", "tbody", "tr", "td"]);
const COMPONENTS = new Set(["Figure", "Fragment", "OftenToldWrong", "Exercise", "Predict", "Further"]);
const CHAPTER = /content[\\/]en[\\/]chapters[\\/]/;

/** The component's name in the tree; whoever renders a chapter hands it over. */
export const COMPONENT = "GlossaryTerm";

export function glossaryTerms() {
  return (tree, file) => {
    if (!CHAPTER.test(file.path ?? "")) return;
    const terms = patterns();
    const known = new Set(
      terms.filter(({pattern: one}) => explained(tree).some((text) => one.test(text))).map(({id}) => id)
    );
    for (const term of terms) term.used = known.has(term.id);
    mark(tree, terms, {folded: false});
    mark(tree, terms, {folded: true});
  };
}

/** Terms with a pattern each, the longest first, so that “receptive field” is not taken for a field. */
function patterns() {
  const entries = JSON.parse(readFileSync(fileURLToPath(GLOSSARY), "utf8"));
  return entries
    .filter(({card}) => card !== false)
    .flatMap(({id, term, match = []}) => [term, ...match].map((words) => ({id, words})))
    .sort((a, b) => b.words.length - a.words.length)
    .map(({id, words}) => ({id, pattern: pattern(words), used: false}));
}

/** A word by itself; a capital at its beginning is the same word, elsewhere it is not. */
function pattern(words) {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const first = escaped[0];
  const start = /[a-z]/.test(first) ? `[${first}${first.toUpperCase()}]` : first;
  return new RegExp(`(?<![\\p{L}\\p{N}-])${start}${escaped.slice(1)}(?![\\p{L}\\p{N}-])`, "u");
}

function explained(node) {
  if (node.name === "Term") return [textOf(node)];
  return (node.children ?? []).flatMap(explained);
}

function textOf(node) {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}

/** Walks the text that is folded, or that is not, in reading order and puts a card on each term that has none yet. */
function mark(node, terms, {folded, inside = false}) {
  if (node.children === undefined) return;
  const inText = TEXT.has(node.tagName) && inside === folded;
  node.children = node.children.flatMap((child) => {
    if (child.type === "text" && inText) return marked(child, terms);
    if (TEXT.has(child.tagName) || COMPONENTS.has(child.name))
      mark(child, terms, {folded, inside: inside || isFolded(child)});
    return [child];
  });
}

/** Whether a component shows its words only when it is unfolded: an answer, or what goes further. */
function isFolded({name, attributes = []}) {
  return (
    name === "Predict" ||
    name === "Further" ||
    (name === "Fragment" && attributes.some(({value}) => value === "answer"))
  );
}

/** A text in pieces, with the terms among them marked. */
function marked(text, terms) {
  const found = earliest(text.value, terms);
  if (found === undefined) return [text];
  const {id, at, words} = found;
  for (const term of terms) if (term.id === id) term.used = true;
  const rest = {type: "text", value: text.value.slice(at + words.length)};
  const card = {
    ...{type: "mdxJsxTextElement", name: COMPONENT, children: [{type: "text", value: words}]},
    attributes: [{type: "mdxJsxAttribute", name: "of", value: id}]
  };
  return [{type: "text", value: text.value.slice(0, at)}, card, ...marked(rest, terms)];
}

function earliest(text, terms) {
  const hits = terms
    .filter(({used}) => !used)
    .map(({id, pattern: one}) => ({id, hit: one.exec(text)}))
    .filter(({hit}) => hit !== null)
    .map(({id, hit}) => ({id, at: hit.index, words: hit[0]}));
  hits.sort((a, b) => a.at - b.at || b.words.length - a.words.length);
  return hits[0];
}
