/** The chapters as a feed. */
import rss from "@astrojs/rss";
import type {APIContext} from "astro";
import {chaptersInOrder} from "../layouts/chapters.ts";
import {chapterPath, site} from "../layouts/site.ts";

export async function GET({site: address}: APIContext): Promise<Response> {
  const chapters = await chaptersInOrder();
  return rss({
    title: site.name,
    description: site.feed,
    site: address!,
    items: chapters.map(({id, data}) => ({
      title: data.title,
      description: `${data.question} ${data.summary}`,
      link: chapterPath(id)
    }))
  });
}
