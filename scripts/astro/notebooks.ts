/** Astro integration that writes every built chapter as a Jupyter notebook beside its page. */
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {AstroIntegration} from "astro";
import {parseHTML} from "linkedom";
import {chapterNotebook} from "../../src/components/parts/chapter-notebook.ts";
import {takeStrings} from "../../src/components/strings/take.ts";

/** Writes `learn/<chapter>/<chapter>.ipynb` for each chapter. */
export function notebooks(): AstroIntegration {
  let base: string | null = null; // only a site that knows its address is linked to
  return {
    name: "notebooks",
    hooks: {
      "astro:config:done": ({config}) => {
        if (config.site !== undefined) base = new URL(config.base.replace(/\/?$/, "/"), config.site).href;
      },
      "astro:build:done": ({dir, logger}) => {
        const folder = join(fileURLToPath(dir), "learn");
        const chapters = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory());
        for (const {name} of chapters) {
          const page = readFileSync(join(folder, name, "index.html"), "utf8");
          const article = parseHTML(page).document.querySelector("article.prose");
          if (article === null) continue;
          const place = {address: base === null ? null : `${base}learn/${name}/`, words: takeStrings.en};
          writeFileSync(join(folder, name, `${name}.ipynb`), chapterNotebook(article as unknown as Element, place));
        }
        logger.info(`${chapters.length} notebooks`);
      }
    }
  };
}
