/** Makes the notebook of the page as the reader has it, and saves it. */
import {takeStrings} from "../strings/take.ts";
import {chapterNotebook} from "./chapter-notebook.ts";
import {saveText} from "./save.ts";

const ASLEEP = "astro-island[ssr]:has([data-take], [data-num], [data-live])";
const PATIENCE = 5000; // milliseconds for figures to wake

/** Saves the chapter on the page under a name. Figures that still sleep are woken first: only then do they have its numbers. */
export async function takeNotebook(file: string): Promise<void> {
  await wake();
  const article = document.querySelector("article.prose")!;
  const address = `${location.origin}${location.pathname}`;
  saveText(chapterNotebook(article, {address, words: takeStrings.en}), file, "application/x-ipynb+json");
}

// They wake when they come into view, so each is put there for a moment, unseen.
async function wake(): Promise<void> {
  const islands = [...document.querySelectorAll<HTMLElement>(ASLEEP)];
  const children = islands.flatMap((island) => [...island.children].filter((child) => child instanceof HTMLElement));
  const before = children.map((child) => child.getAttribute("style"));
  for (const child of children) child.style.cssText += ";position:fixed;inset:0 auto auto 0;visibility:hidden";
  const until = performance.now() + PATIENCE;
  while (document.querySelector(ASLEEP) !== null && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  children.forEach((child, i) => {
    const style = before[i];
    if (style == null) child.removeAttribute("style");
    else child.setAttribute("style", style);
  });
}
