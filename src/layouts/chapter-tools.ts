/** What a chapter offers around its text: links to its headings and figures, code to copy, and where the reader was. */
import type {FullSize} from "../components/parts/full-size.ts";
import {addAnchors} from "./anchors.ts";
import {withState} from "./full-links.ts";
import {readingOf, remember} from "./reading.ts";

const article = document.querySelector<HTMLElement>("article.prose")!;
const {id = "", title = "", anchor: anchorLabel = "", copy = "", copied = ""} = article.dataset;

addAnchors(article, anchorLabel);

const fullSizes = (part: ParentNode): FullSize[] =>
  [...part.querySelectorAll<HTMLElement>("[data-full-size]")].map(
    ({dataset}) => JSON.parse(dataset["fullSize"]!) as FullSize
  );
// What the reader guesses is kept under the guess's own id.
const guesses = [...article.querySelectorAll(".predict")].map(({id: guess}) => guess);

/** Lets the link to a figure's place in Measure or Play take along what the reader has set by now. */
function refresh({target}: Event): void {
  const link = (target as Element).closest<HTMLAnchorElement>("a[data-full]");
  if (link === null) return;
  const [figure] = fullSizes(link.closest("figure")!);
  const prefixes = fullSizes(article).map(({prefix}) => prefix);
  link.href = withState(link.dataset["full"]!, location.hash, figure, [...prefixes, ...guesses]);
}

for (const sign of ["pointerdown", "focusin", "click"]) article.addEventListener(sign, refresh);

/** A button on a block of code that copies it. */
function copyable(block: HTMLPreElement): void {
  const frame = document.createElement("div");
  frame.className = "copyable";
  block.replaceWith(frame);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = copy;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(block.textContent ?? "").then(() => {
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), 2000);
    });
  });
  frame.append(block, button);
}

for (const block of article.querySelectorAll<HTMLPreElement>(":scope > pre")) copyable(block);

// The section that is being read is marked in the rail, and kept in this browser.
const links = new Map<string, HTMLAnchorElement>();
for (const link of document.querySelectorAll<HTMLAnchorElement>(".rail a"))
  links.set(decodeURIComponent(link.hash.slice(1)), link);

function read(section: string): void {
  for (const [one, link] of links) {
    if (one === section) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  remember({id, title, section, heading: links.get(section)?.textContent?.trim() ?? ""});
}

const sections = new IntersectionObserver(
  (entries) => {
    for (const {isIntersecting, target} of entries) if (isIntersecting) read(target.id);
  },
  {rootMargin: "0px 0px -70% 0px"}
);
for (const section of links.keys()) {
  const heading = document.getElementById(section);
  if (heading) sections.observe(heading);
}

const end = article.querySelector(".onward");
if (end)
  new IntersectionObserver((entries) => {
    if (entries.some(({isIntersecting}) => isIntersecting) && readingOf()?.id === id) remember({id, title, done: true});
  }).observe(end);
