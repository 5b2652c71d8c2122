/** The dialog of the search. Pagefind's index and script are fetched when it is first opened, and not before. */

/** What the site uses of Pagefind's own interface. */
interface Pagefind {
  options(options: {baseUrl: string; excerptLength: number}): Promise<void>;
  search(query: string): Promise<{results: {data(): Promise<Found>}[]}>;
}

interface Part {
  url: string;
  title: string;
  excerpt: string;
}

interface Found {
  url: string;
  excerpt: string;
  meta: {title: string};
  sub_results: Part[];
}

const MOST = 12;
const MOST_PARTS = 3;
const PAUSE = 120; // milliseconds without a key before it searches

const opener = document.querySelector<HTMLButtonElement>("[data-search]");
const base = opener?.dataset["base"] ?? "/";
let pagefind: Promise<Pagefind> | undefined;
let dialog: HTMLDialogElement | undefined;
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function load(): Promise<Pagefind> {
  pagefind ??= import(/* @vite-ignore */ `${base}pagefind/pagefind.js`).then(async (found: Pagefind) => {
    await found.options({baseUrl: base, excerptLength: 24});
    return found;
  });
  // A failure is tried again at the next letter.
  pagefind.catch(() => (pagefind = undefined));
  return pagefind;
}

function build(): HTMLDialogElement {
  const template = document.querySelector<HTMLTemplateElement>("#search-dialog")!;
  document.body.append(template.content.cloneNode(true));
  const made = document.querySelector<HTMLDialogElement>(".search-dialog")!;
  const field = made.querySelector("input")!;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(made, field.value.trim()), PAUSE);
  });
  made.addEventListener("keydown", (event) => walk(made, event));
  // A click on the backdrop is on the dialog itself.
  made.addEventListener("click", ({target}) => target === made && made.close());
  made
    .querySelector("ol")!
    .addEventListener("click", ({target}) => target instanceof HTMLAnchorElement && made.close());
  return made;
}

/** Opens the dialog, and fetches the index if it is not here yet. */
export function open(): void {
  dialog ??= build();
  if (!dialog.open) dialog.showModal();
  const field = dialog.querySelector("input")!;
  field.focus();
  field.select();
  void load().catch(() => say(dialog!, "failed"));
}

function say(where: HTMLDialogElement, what: "loading" | "failed" | "none" | "one" | "many" | "hint", count = 0): void {
  const status = where.querySelector<HTMLElement>("[role=status]")!;
  status.textContent = (status.dataset[what] ?? "").replace("{n}", String(count));
}

/** Searches; of several searches under way only the last shows what it found. */
async function search(where: HTMLDialogElement, query: string): Promise<void> {
  const mine = ++asked;
  const list = where.querySelector("ol")!;
  if (query === "") {
    list.replaceChildren();
    return say(where, "hint");
  }
  try {
    if (list.childElementCount === 0) say(where, "loading");
    const {results} = await (await load()).search(query);
    const found = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    if (mine !== asked) return;
    list.replaceChildren(...found.map(item));
    say(where, results.length === 0 ? "none" : results.length === 1 ? "one" : "many", results.length);
  } catch {
    if (mine === asked) say(where, "failed");
  }
}

function item({url, meta, excerpt, sub_results: parts}: Found): HTMLLIElement {
  const row = document.createElement("li");
  row.append(link(url, meta.title), kind(url));
  const inside = parts.filter((part) => part.url !== url).slice(0, MOST_PARTS);
  if (inside.length === 0) row.append(line(excerpt));
  for (const part of inside) row.append(line(part.excerpt, link(part.url, part.title)));
  return row;
}

function link(url: string, text: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = url;
  made.textContent = text;
  return made;
}

/** The section of the site that a page is in, by its address. */
function kind(url: string): HTMLElement {
  const made = document.createElement("small");
  const section = url.slice(base.length).split("/")[0] ?? "";
  const door = document.querySelector<HTMLAnchorElement>(
    `header nav a[href="${CSS.escape(base)}${CSS.escape(section)}/"]`
  );
  const other = [...document.querySelectorAll<HTMLAnchorElement>("footer nav a")].find(
    (a) => a.pathname === `${base}${section}/`
  );
  made.textContent = (door ?? other)?.textContent?.trim() ?? "";
  return made;
}

/** An excerpt with what was found in it marked: Pagefind writes text with entities and <mark>, and nothing else. */
function line(excerpt: string, before?: HTMLElement): HTMLElement {
  const made = document.createElement("span");
  if (before !== undefined) made.append(before, " · ");
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  for (const node of [...parsed.childNodes]) {
    if (node.nodeName !== "MARK") made.append(node.textContent ?? "");
    else {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      made.append(mark);
    }
  }
  return made;
}

/** Arrows go from the field to the results and between them; Enter in the field follows the first; Esc closes. */
function walk(where: HTMLDialogElement, event: KeyboardEvent): void {
  const links = [...where.querySelectorAll<HTMLAnchorElement>("ol a")];
  const field = where.querySelector("input")!;
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === "Enter" && document.activeElement === field) {
    event.preventDefault();
    links[0]?.click();
  } else if (event.key === "Escape") {
    // The field would take the key for emptying itself.
    event.preventDefault();
    where.close();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? field : (links[Math.min(next, links.length - 1)] ?? field)).focus();
  }
}
