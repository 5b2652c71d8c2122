/** Which chapters speak of a network, by what their sources and their cells name, and by what they say that their figures show. */
import type {CollectionEntry} from "astro:content";

/** A chapter that uses a network, itself or only through another of its variants. */
export interface Use {
  chapter: CollectionEntry<"chapters">;
  exact: boolean;
}

const cells = Object.entries(
  import.meta.glob<string>("../../content/en/cells/**/*.js", {query: "?raw", import: "default", eager: true})
);

/** The chapters that name a network's id in quotes or list it, and those that do so only with another of its variants. */
export function usesOf(
  id: string,
  variants: readonly string[],
  chapters: readonly CollectionEntry<"chapters">[]
): Use[] {
  return chapters
    .filter((chapter) => variants.some((one) => uses(chapter, one)))
    .map((chapter) => ({chapter, exact: uses(chapter, id)}));
}

function uses({id, body = "", data}: CollectionEntry<"chapters">, network: string): boolean {
  const texts = [body, ...cells.filter(([path]) => path.includes(`/cells/${id}/`)).map(([, text]) => text)];
  return data.networks.includes(network) || texts.some((text) => text.includes(`"${network}"`));
}
