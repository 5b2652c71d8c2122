import {unified} from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import svelte from "@astrojs/svelte";
import process from "node:process";
import {defineConfig} from "astro/config";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import {headers, pagePolicy} from "./scripts/run/headers.mjs";
import {notebooks} from "./scripts/astro/notebooks.ts";
import {focusableCode} from "./scripts/rehype/focusable-code.mjs";
import {searchIndex} from "./scripts/astro/search-index.mjs";
import {glossaryTerms} from "./scripts/rehype/glossary-terms.mjs";
import {touch} from "./scripts/astro/touch.mjs";
import {tfjsThreads} from "./scripts/vite/tfjs-threads.mjs";

// Where the site will stand: only links that leave it (the feed, the map, pictures for links) need the whole address.
const address = process.env.SITE_URL ?? "http://localhost:4321";

export default defineConfig({
  site: address,
  integrations: [svelte(), mdx(), touch, notebooks(), sitemap(), searchIndex()],
  markdown: {
    processor: unified({remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex, focusableCode, glossaryTerms]}),
    syntaxHighlight: "prism" // classes; Shiki's style attributes would need a looser policy than Astro's
  },
  server: {port: 4321, headers},
  devToolbar: {enabled: false},
  security: {
    csp: {
      directives: pagePolicy,
      scriptDirective: {resources: ["'self'", "'wasm-unsafe-eval'"]},
      // KaTeX and drawings place their pieces with style attributes.
      styleDirective: {
        resources: [
          {resource: "'self'", kind: "element"},
          {resource: "'unsafe-inline'", kind: "attribute"}
        ]
      }
    }
  },
  // Astro puts small style sheets of a chapter's components into the page without their hashes, and the policy then stops them.
  build: {inlineStylesheets: "never"},
  vite: {
    plugins: [tfjsThreads()],
    worker: {format: "es", plugins: () => [tfjsThreads()]},
    build: {
      assetsInlineLimit: (path) => (/\.(woff2?|ttf|svg)$/.test(path) ? false : undefined), // the policy allows no data: fonts
      rolldownOptions: {
        // Astro's own markers in MDX modules are no news to the reader.
        onwarn: (warning, tell) => warning.code !== "MODULE_LEVEL_DIRECTIVE" && tell(warning)
      }
    },
    optimizeDeps: {exclude: ["@tensorflow/tfjs-backend-wasm"]}
  }
});
