/** The glossary: plain definitions, each with the place where it is taught. */
import entries from "../../../content/en/glossary.json";

/** A term of the glossary. */
export interface GlossaryEntry {
  id: string;
  term: string;
  /** Other words for it in the prose. */
  match?: string[];
  means: string;
  /** The page and heading where it is taught, as an address under the site's root. */
  at: string;
  /**
   * Whether its first use in a chapter gets a card; words that the chapters first use for other things get none: “width” beside
   * “height” is a map's, and a “pure Inception variant” is no library's.
   */
  card?: boolean;
}

/** All terms in the order of the alphabet. */
export const glossary: readonly GlossaryEntry[] = [...(entries as GlossaryEntry[])].sort((a, b) =>
  a.term.localeCompare(b.term, "en")
);

/**
 * A term by its id.
 * @throws if there is no such term
 */
export function glossaryEntry(id: string): GlossaryEntry {
  const found = glossary.find((one) => one.id === id);
  if (found === undefined) throw new Error(`content/en/glossary.json has no term "${id}"`);
  return found;
}
