/** Links to the parts of a text, beside them: they show when pointed at or reached by key. */

/** Gives the headings and figures of an article that have an id a link; `label` names it, with `{name}` for the part's own. */
export function addAnchors(article: HTMLElement, label: string): void {
  // What is inside an island is its own: put into it before it wakes, it would not be what the island expects.
  for (const heading of article.querySelectorAll<HTMLElement>(":is(h2, h3)[id]:not(astro-island *)"))
    anchor(heading, heading, label, heading.textContent?.trim() ?? "");
  for (const figure of article.querySelectorAll<HTMLElement>("figure[id^='figure-']")) {
    const number = figure.querySelector<HTMLElement>(":scope > figcaption > b");
    if (number) anchor(figure, number, label, number.textContent?.replace(/\.\s*$/, "").trim() ?? "");
  }
}

function anchor(target: HTMLElement, place: HTMLElement, label: string, name: string): void {
  const link = document.createElement("a");
  link.className = "anchor";
  link.href = `#${target.id}`;
  link.textContent = "#";
  link.setAttribute("aria-label", label.replace("{name}", name));
  place.append(" ", link);
}
