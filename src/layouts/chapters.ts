import {type CollectionEntry, getCollection} from "astro:content";

/** All chapters in reading order. */
export async function chaptersInOrder(): Promise<CollectionEntry<"chapters">[]> {
  const chapters = await getCollection("chapters");
  return chapters.sort((a, b) => a.data.order - b.data.order);
}
