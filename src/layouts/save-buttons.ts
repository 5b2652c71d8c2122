/**
 * Every table of the prose and the cards as CSV, and every drawing there that has a name for it as SVG: a small button in the margin
 * below. Figures have their own.
 */
import {saveText} from "../components/parts/save.ts";
import {site} from "./site.ts";

const OWN = ".frame, astro-island"; // islands draw themselves anew

for (const table of document.querySelectorAll<HTMLTableElement>("main table")) {
  const save = (): void => saveText(csvOf(table), `${nameOf(table)}.csv`, "text/csv");
  if (table.closest(OWN) === null) addButton(table, {text: "CSV", label: site.tableAsCsv, save});
}

for (const drawn of document.querySelectorAll<HTMLElement | SVGSVGElement>("main [data-drawing]")) {
  const save = async (): Promise<void> => {
    const {standaloneSvg} = await import("../components/parts/standalone-svg.ts");
    saveText(standaloneSvg(drawingsIn(drawn)), `${drawn.dataset["drawing"]}.svg`, "image/svg+xml");
  };
  addButton(drawn, {text: "SVG", label: site.drawingAsSvg, save});
}

interface Button {
  text: string;
  label: string;
  save: () => void | Promise<void>;
}

function addButton(above: HTMLElement | SVGSVGElement, {text, label, save}: Button): void {
  const place = Object.assign(document.createElement("div"), {className: "take-away"});
  const room = Number.parseFloat(getComputedStyle(above).marginBottom);
  place.classList.toggle("below", room < 20); // pixels: where the margin is too small, it takes a line of its own
  const button = Object.assign(document.createElement("button"), {type: "button", textContent: text});
  button.setAttribute("aria-label", label);
  button.addEventListener("click", () => void save());
  place.append(button);
  above.after(place);
}

/** The drawing itself, or those inside that are shown at this width of the page. */
function drawingsIn(drawn: HTMLElement | SVGSVGElement): SVGSVGElement[] {
  if (drawn instanceof SVGSVGElement) return [drawn];
  return [...drawn.querySelectorAll("svg")].filter((one) => one.getClientRects().length > 0);
}

function csvOf(table: HTMLTableElement): string {
  return [...table.rows].map((row) => `${[...row.cells].map(fieldOf).join(",")}\r\n`).join("");
}

// Hover cards are not part of what a cell says, and a number needs no marks between its thousands. A rounded one may bring its own.
function fieldOf(cell: HTMLTableCellElement): string {
  const whole = cell.dataset["value"];
  if (whole !== undefined) return whole;
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const one of copy.querySelectorAll(".card, script, style, svg")) one.remove();
  const text = (copy.textContent ?? "").replace(/\s+/g, " ").trim();
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return text.replaceAll(",", "");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The page and which of its tables it is. */
function nameOf(table: HTMLTableElement): string {
  const page = location.pathname.split("/").filter(Boolean).at(-1) ?? "table";
  return `${page}-${[...document.querySelectorAll("main table")].indexOf(table) + 1}`;
}
