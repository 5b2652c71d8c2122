/** A chapter's page as Markdown with code between: what Jupyter can show of prose, formulas, tables, asides and exercises. */
import type {Take} from "./take.ts";

/** A piece of the page: Markdown, Python to run, or what a figure hands over, with the figure's name. */
export type Block =
  {kind: "text"; text: string} | {kind: "code"; text: string} | {kind: "take"; take: Take; figure: string | null};

/** Where a page is, and what is said in the place of what only a page can show. */
export interface PageContext {
  /** The page's whole address, against which links are resolved; null if it has none yet, and then nothing links to it. */
  address: string | null;
  words: {
    figure: (address: string) => string;
    cell: (title: string) => string;
  };
}

type Context = PageContext;

/** The blocks of an article; its head with title and question comes first. */
export function blocks(article: Element, context: Context): Block[] {
  return joined([...article.children].flatMap((child) => blockOf(child, context)));
}

const SKIPPED = new Set(["script", "style", "template", "nav", "svg", "button", "input", "select", "canvas"]);

function blockOf(element: Element, context: Context): Block[] {
  const name = element.localName;
  const inner = (): Block[] => [...element.children].flatMap((child) => blockOf(child, context));
  if (SKIPPED.has(name) || element.hasAttribute("data-not-taken")) return [];
  if (element.hasAttribute("data-live-cell"))
    return text(context.words.cell(element.querySelector("summary .title")?.textContent ?? ""));
  if (element.classList.contains("equation") || element.hasAttribute("data-tex")) return equation(element);
  if (element.classList.contains("predict")) return prediction(element, context);
  switch (name) {
    case "header":
      return text(header(element, context));
    case "p":
      return text(element.classList.contains("label") ? `**${inline(element, context)}**` : inline(element, context));
    case "h2":
    case "h3":
    case "h4":
      return text(`${"#".repeat(Number(name[1]))} ${inline(element, context)}`);
    case "ul":
    case "ol":
      return text(list(element, context));
    case "table":
      return text(table(element, context));
    case "pre":
      return code(element);
    case "figure":
      return figure(element, context);
    case "aside":
    case "blockquote":
      return quoted(inner());
    case "details":
      return folded(element, context);
    case "div":
    case "section":
    case "astro-island":
    case "astro-slot":
      return inner();
    default:
      return element.children.length > 0 || element.textContent?.trim() ? text(inline(element, context)) : [];
  }
}

function text(markdown: string): Block[] {
  return markdown.trim() === "" ? [] : [{kind: "text", text: markdown.trim()}];
}

/** Neighbouring texts become one cell, and a heading begins a new one. */
function joined(all: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of all) {
    const last = result.at(-1);
    if (last?.kind === "text" && block.kind === "text" && result.length > 1 && !block.text.startsWith("## "))
      result[result.length - 1] = {kind: "text", text: `${last.text}\n\n${block.text}`};
    else result.push(block);
  }
  return result;
}

function header(element: Element, context: Context): string {
  const part = (selector: string): string => {
    const found = element.querySelector(selector);
    return found === null ? "" : inline(found, context);
  };
  return `# ${part("h1")}\n\n*${part(".question")}*`;
}

function equation(element: Element): Block[] {
  const tex = element.getAttribute("data-tex") ?? element.querySelector("[data-tex]")?.getAttribute("data-tex");
  return tex == null ? [] : text(`$$${tex.trim()}$$`);
}

function prediction(element: Element, context: Context): Block[] {
  const question = element.querySelector(".question")?.textContent ?? "";
  const answer = [...element.querySelectorAll("details > .row .value")].at(-1)?.textContent ?? "";
  const why = [...element.querySelectorAll("details astro-slot, details > p")].flatMap((one) =>
    [...(one.localName === "p" ? [one] : one.children)].flatMap((child) => blockOf(child, context))
  );
  const label = element.querySelector(".label")?.textContent ?? "";
  return text(`**${label}.** ${question}\n\n${details(element, [`**${answer.trim()}**`, ...texts(why)])}`);
}

function folded(element: Element, context: Context): Block[] {
  const inside = [...element.children]
    .filter(({localName}) => localName !== "summary")
    .flatMap((child) => blockOf(child, context));
  return text(details(element, texts(inside)));
}

function details(element: Element, paragraphs: readonly string[]): string {
  const summary = element.querySelector("summary")?.textContent?.trim() ?? "";
  return `<details><summary>${summary}</summary>\n\n${paragraphs.join("\n\n")}\n\n</details>`;
}

const texts = (all: readonly Block[]): string[] => all.map((one) => (one.kind === "take" ? "" : one.text));

function quoted(all: readonly Block[]): Block[] {
  return text(
    texts(all)
      .map((one) => one.replace(/^/gm, "> "))
      .join("\n>\n")
  );
}

// Python that is complete runs; everything else is shown.
function code(element: Element): Block[] {
  const take = takeOf(element);
  if (take !== undefined) return [{kind: "take", take, figure: null}];
  const source = (element.textContent ?? "").replace(/\n+$/, "");
  const language =
    /language-(\w+)/.exec(`${element.className} ${element.firstElementChild?.className ?? ""}`)?.[1] ?? "";
  if (language === "python") return [{kind: "code", text: source}];
  return text(`\`\`\`${language === "py" ? "python" : language}\n${source}\n\`\`\``);
}

function figure(element: Element, context: Context): Block[] {
  const caption = [...element.children].find(({localName}) => localName === "figcaption") ?? null;
  const label = caption?.querySelector("b")?.textContent?.trim() ?? "";
  const live = context.address === null ? "" : ` ${context.words.figure(`${context.address}#${element.id}`)}`;
  const formulas = [...element.querySelectorAll(".equation")].flatMap((one) => blockOf(one, context));
  const taken = [...element.querySelectorAll("[data-take]")].flatMap((one): Block[] => {
    const take = takeOf(one);
    return take === undefined ? [] : [{kind: "take", take, figure: label.replace(/\.$/, "")}];
  });
  const said = caption === null ? "" : inline(caption, context);
  return [...text(`${said}${live}`), ...formulas, ...taken];
}

function takeOf(element: Element): Take | undefined {
  const found = element.getAttribute("data-take");
  return found === null ? undefined : (JSON.parse(found) as Take);
}

function list(element: Element, context: Context, indent = ""): string {
  const ordered = element.localName === "ol";
  return [...element.children]
    .filter(({localName}) => localName === "li")
    .map((item, i) => `${indent}${ordered ? `${i + 1}.` : "*"} ${inline(item, context)}`)
    .join("\n");
}

function table(element: Element, context: Context): string {
  const rows = [...element.querySelectorAll("tr")].map((row) =>
    [...row.children].map((cell) => inline(cell, context).replaceAll("|", "\\|"))
  );
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");
}

/** The text inside an element with its emphasis, links, code and formulas. */
function inline(element: Element, context: Context): string {
  return [...element.childNodes]
    .map((node) =>
      node.nodeType === 3 ? escaped(node.textContent ?? "") : node.nodeType === 1 ? span(node as Element, context) : ""
    )
    .join("")
    .replace(/[ \t\n]+/g, " ")
    .trim();
}

function span(element: Element, context: Context): string {
  const {classList, localName} = element;
  if ((SKIPPED.has(localName) && localName !== "button") || classList.contains("card") || classList.contains("back"))
    return "";
  const role = element.getAttribute("role");
  if (role === "alert") return "";
  if (role === "slider" || classList.contains("num"))
    return (element.querySelector('[role="slider"]') ?? element).textContent?.trim() ?? "";
  const tex = element.getAttribute("data-tex") ?? (classList.contains("katex") ? annotation(element) : null);
  if (tex !== null) return `$${tex}$`;
  const inside = (): string => padded(element, inline(element, context));
  const marked = (mark: string): string =>
    inside().trim() === "" ? "" : inside().replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`);
  switch (localName) {
    case "a":
      return link(element, inside(), context);
    case "em":
    case "i":
    case "dfn":
    case "cite":
      return marked("*");
    case "strong":
    case "b":
      return marked("**");
    case "code":
      return `\`${element.textContent ?? ""}\``;
    case "sub":
    case "sup":
      return `<${localName}>${inside()}</${localName}>`;
    case "br":
      return " ";
    case "ul":
    case "ol":
      return `\n${list(element, context, "  ")}`;
    default:
      return inside();
  }
}

// Spaces at the ends belong to the sentence around.
function padded(element: Element, inside: string): string {
  const all = element.textContent ?? "";
  return `${/^\s/.test(all) ? " " : ""}${inside}${/\s$/.test(all) ? " " : ""}`;
}

function annotation(element: Element): string | null {
  return element.querySelector("annotation")?.textContent?.trim() ?? null;
}

function link(element: Element, inside: string, {address}: Context): string {
  const href = element.getAttribute("href") ?? "";
  if (href.startsWith("#ref-") || (address === null && !/^[a-z]+:/i.test(href))) return inside;
  return `[${inside}](${address === null ? href : new URL(href, address).href})`;
}

function escaped(text: string): string {
  return text.replace(/([\\`*_$])/g, "\\$1").replace(/</g, "&lt;");
}
