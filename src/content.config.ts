import {defineCollection} from "astro:content";
import {glob} from "astro/loaders";
import {z} from "astro/zod";
import {networks as registry} from "./lib/nets/registry.ts";

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
    live: z.boolean().default(true),
    /** Ids of networks that its figures show and its text does not name. */
    networks: z.array(z.string().refine((id) => registry.has(id), "no network of the registry")).default([])
  })
});

/** What the card of a network says in words; files are called like the network in the registry, without its variant. */
const networks = defineCollection({
  loader: glob({base: "content/en/networks", pattern: "*.mdx", generateId: ({entry}) => entry.replace(/\.mdx$/, "")}),
  schema: z.object({
    /** What is new about it, in two sentences. */
    idea: z.string(),
    /** The work that introduces it, by its id in the bibliography; none for this site's own. */
    paper: z.string().optional()
  })
});

export const collections = {chapters, networks};
