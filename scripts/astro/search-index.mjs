/**
 * An Astro integration: once the pages are built, Pagefind indexes them into dist/pagefind. Every way to build the site passes
 * here, so that the search is never older than the pages.
 */
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {close, createIndex} from "pagefind";

const GLOSSARY = new URL("../../content/en/glossary.json", import.meta.url);
/** Figures and what belongs to them speak in labels, not in sentences; cards repeat what the glossary says. */
const NOT_PROSE = ["svg", "astro-island", "pre", "nav", "aside.rail", "button", ".katex-mathml", "[role=tooltip]"];

export function searchIndex() {
  let base = "/";
  return {
    name: "search-index",
    hooks: {
      "astro:config:done": ({config}) => {
        base = config.base.replace(/\/?$/, "/");
      },
      "astro:build:done": async ({dir, logger}) => {
        const pages = await writeIndex(fileURLToPath(dir), base);
        logger.info(`${pages} pages can be searched`);
      }
    }
  };
}

/** Indexes a folder of pages, and the glossary term by term. Answers how many pages there are in it. */
async function writeIndex(folder, base) {
  const {index, errors} = await createIndex({excludeSelectors: NOT_PROSE});
  if (index === undefined) throw new Error(`pagefind: ${errors.join("; ")}`);
  const added = await index.addDirectory({path: folder});
  fail(added.errors);
  for (const {id, term, means} of JSON.parse(readFileSync(fileURLToPath(GLOSSARY), "utf8"))) {
    const record = {url: `${base}glossary/#${id}`, content: `${term}: ${means}`, language: "en", meta: {title: term}};
    fail((await index.addCustomRecord(record)).errors);
  }
  fail((await index.writeFiles({outputPath: `${folder}pagefind`})).errors);
  await close();
  return added.page_count;
}

function fail(errors) {
  if (errors.length > 0) throw new Error(`pagefind: ${errors.join("; ")}`);
}
