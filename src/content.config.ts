import {defineCollection} from "astro:content";
import {glob} from "astro/loaders";
import {z} from "astro/zod";

/** Chapters in reading order. Files are called NN-name.mdx; the address is the name alone. */
const chapters = defineCollection({
  loader: glob({
    base: "content/en/chapters",
    pattern: "*.mdx",
    generateId: ({entry}) => entry.replace(/^\d+-/, "").replace(/\.mdx$/, "")
  }),
  schema: z.object({
    title: z.string(),
    question: z.string(),
    summary: z.string(),
    order: z.number(),
    minutes: z.number(),
    live: z.boolean().default(true)
  })
});

export const collections = {chapters};
