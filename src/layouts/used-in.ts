/** Which chapters speak of a network, by what their sources name. */
import type {CollectionEntry} from "astro:content";
import {networks} from "../lib/nets/registry.ts";

/** A chapter that uses a network, itself or only through another of its variants. */
export interface Use {
  chapter: CollectionEntry<"chapters">;
  exact: boolean;
}

/** The chapters whose text names a network's id in quotes, and those that name only another of its variants. */
export function usesOf(id: string, chapters: readonly CollectionEntry<"chapters">[]): Use[] {
  const {name} = networks.get(id)!;
  const family = [...networks.values()].filter((one) => one.name === name);
  const names = (chapter: CollectionEntry<"chapters">, one: string): boolean =>
    (chapter.body ?? "").includes(`"${one}"`);
  return chapters
    .filter((chapter) => family.some((one) => names(chapter, one.id)))
    .map((chapter) => ({chapter, exact: names(chapter, id)}));
}
