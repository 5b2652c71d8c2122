/** Every table of the prose and the cards as CSV: a small button in the margin below it. Figures have their own. */
import {saveText} from "../components/parts/save.ts";
import {site} from "./site.ts";

const OWN = ".frame, astro-island"; // islands draw themselves anew

for (const table of document.querySelectorAll<HTMLTableElement>("main table")) {
  if (table.closest(OWN) === null) table.after(buttonFor(table));
}

function buttonFor(table: HTMLTableElement): HTMLElement {
  const place = Object.assign(document.createElement("div"), {className: "take-table"});
  const room = Number.parseFloat(getComputedStyle(table).marginBottom);
  place.classList.toggle("below", room < 20); // pixels: where the margin is too small, it takes a line of its own
  const button = Object.assign(document.createElement("button"), {type: "button", textContent: "CSV"});
  button.setAttribute("aria-label", site.tableAsCsv);
  button.addEventListener("click", () => saveText(csvOf(table), `${nameOf(table)}.csv`, "text/csv"));
  place.append(button);
  return place;
}

function csvOf(table: HTMLTableElement): string {
  return [...table.rows].map((row) => `${[...row.cells].map(fieldOf).join(",")}\r\n`).join("");
}

// Hover cards are not part of what a cell says, and a number needs no marks between its thousands.
function fieldOf(cell: HTMLTableCellElement): string {
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
