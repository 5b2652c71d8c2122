/** The references of the page that is being built: numbers follow the order of citation in its source. */
import {citations, parseBibliography, type Reference} from "./bibliography.ts";
import bibliography from "../../../content/references.bib?raw";

/** The bibliography as it is written. */
export const bibliographyText = bibliography;

/** Every work of the bibliography by its id. */
export const allReferences: ReadonlyMap<string, Reference> = parseBibliography(bibliography);
const sources = import.meta.glob<string>("../../../content/**/*.mdx", {query: "?raw", import: "default", eager: true});
const rendered = new WeakMap<Request, Map<string, number>>();

/** What a component may ask of the page around it. */
export interface PageContext {
  url: URL;
  request: Request;
}

/** A reference with its number on the page and how often the page cites it. */
export interface NumberedReference {
  number: number;
  uses: number;
  reference: Reference;
}

/**
 * The page's references by id, in the order of first citation.
 * @throws if the page cites an id that the bibliography does not have
 */
export function referencesOf({url}: PageContext): Map<string, NumberedReference> {
  const numbered = new Map<string, NumberedReference>();
  for (const [id, uses] of citations(sourceOf(url))) {
    const reference = allReferences.get(id);
    if (reference === undefined)
      throw new Error(`${url.pathname}: cites "${id}", which content/references.bib does not have`);
    numbered.set(id, {number: numbered.size + 1, uses, reference});
  }
  return numbered;
}

/** Counts how often an id has been cited so far while this page renders: 1 for the first time. */
export function nextUse({request}: PageContext, id: string): number {
  const uses = rendered.get(request) ?? new Map<string, number>();
  rendered.set(request, uses);
  const use = (uses.get(id) ?? 0) + 1;
  uses.set(id, use);
  return use;
}

// The file is named like the last part of the address, which may leave out the leading number.
function sourceOf(url: URL): string {
  const name = url.pathname.replace(/\/$/, "").split("/").at(-1) ?? "";
  const found = Object.entries(sources).find(([path]) => {
    const file = path.slice(path.lastIndexOf("/") + 1, -".mdx".length);
    return file === name || file.replace(/^\d+-/, "") === name;
  });
  return found?.[1] ?? "";
}

/**
 * A work of the bibliography by its id; none for no id.
 * @throws if there is no such work
 */
export function referenceOf(id: string | undefined): Reference | undefined {
  if (id === undefined) return undefined;
  const reference = allReferences.get(id);
  if (reference === undefined) throw new Error(`content/references.bib has no "${id}"`);
  return reference;
}
