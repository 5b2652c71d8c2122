/** References from the site's one BibTeX file, and their order on a page. */

/** One entry of `content/references.bib`. */
export interface Reference {
  id: string;
  /** "Christian Szegedy", in the entry's order. */
  authors: readonly string[];
  title: string;
  year: string;
  venue: string | undefined;
  url: string | undefined;
  note: string | undefined;
}

/**
 * Reads the subset of BibTeX that the site writes: `@kind{id, field = {value}, …}`, braces at most once nested.
 * @throws if an id comes twice, or an entry has no title, author or year
 */
export function parseBibliography(text: string): Map<string, Reference> {
  const references = new Map<string, Reference>();
  for (const [, id, body] of text.matchAll(/^@\w+\{([^,\s]+),\s*\n([\s\S]*?)^\}/gm)) {
    if (references.has(id!)) throw new Error(`references: two entries are called "${id}"`);
    references.set(id!, reference(id!, body!));
  }
  return references;
}

function reference(id: string, body: string): Reference {
  const fields = new Map<string, string>();
  for (const [, name, value] of body.matchAll(/^\s*(\w+)\s*=\s*\{((?:[^{}]|\{[^{}]*\})*)\}/gm))
    fields.set(
      name!.toLowerCase(),
      value!.replace(/\\_/g, "_").replace(/[{}]/g, "").replace(/--/g, "–").replace(/\s+/g, " ").trim()
    );
  const need = (name: string): string => {
    const value = fields.get(name);
    if (value === undefined) throw new Error(`references: "${id}" has no ${name}`);
    return value;
  };
  const eprint = fields.get("eprint");
  return {
    id,
    authors: need("author").split(" and ").map(givenNameFirst),
    title: need("title"),
    year: need("year"),
    venue:
      fields.get("journal") ??
      fields.get("booktitle") ??
      (eprint === undefined ? fields.get("howpublished") : `arXiv ${eprint}`),
    url: fields.get("url") ?? (eprint === undefined ? undefined : `https://arxiv.org/abs/${eprint}`),
    note: fields.get("note")
  };
}

const givenNameFirst = (name: string): string => name.split(", ").reverse().join(" ");

/** "Szegedy et al., 2014"; an institution's name stays whole. */
export function shortName({authors, year}: Reference): string {
  const surname = (name: string): string => (name.includes(" ") ? name.slice(name.lastIndexOf(" ") + 1) : name);
  const [first, second] = authors;
  const names =
    authors.length > 2
      ? `${surname(first!)} et al.`
      : second === undefined
        ? surname(first!)
        : `${surname(first!)} and ${surname(second)}`;
  return `${names}, ${year}`;
}

/** "A. B., C. D. and E. F."; from the fifth author on, "et al.". */
export function authorList({authors}: Reference): string {
  if (authors.length > 4) return `${authors.slice(0, 3).join(", ")} et al.`;
  return authors.length === 1 ? authors[0]! : `${authors.slice(0, -1).join(", ")} and ${authors.at(-1)}`;
}

/** Ids that a page's source cites, in the order of first use, each with how often. */
export function citations(source: string): Map<string, number> {
  const uses = new Map<string, number>();
  for (const [, id] of source.matchAll(/<Cite\s[^>]*?\bid="([^"]+)"/g)) uses.set(id!, (uses.get(id!) ?? 0) + 1);
  return uses;
}
