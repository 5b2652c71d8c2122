/** Which chapters speak of a network, by what their sources name. */
import type {CollectionEntry} from "astro:content";

/** A chapter that uses a network, itself or only through another of its variants. */
export interface Use {
  chapter: CollectionEntry<"chapters">;
  exact: boolean;
}

/** The chapters whose text names a network's id in quotes, and those that name only another of its variants. */
export function usesOf(
  id: string,
  variants: readonly string[],
  chapters: readonly CollectionEntry<"chapters">[]
): Use[] {
  const names = ({body = ""}: CollectionEntry<"chapters">, one: string): boolean => body.includes(`"${one}"`);
  return chapters
    .filter((chapter) => variants.some((one) => names(chapter, one)))
    .map((chapter) => ({chapter, exact: names(chapter, id)}));
}
