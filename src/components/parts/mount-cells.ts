/** Brings the cells of a page to life, in the place of the folds that stood there. */
import {mount} from "svelte";
import LiveCell from "./LiveCell.svelte";
import {liveCell} from "./live-cells.svelte.ts";

/** Replaces each fold by its cell: its code and title are read from it, and it stays open if it is. */
export function mountCells(folds: Iterable<HTMLElement>): void {
  for (const fold of [...folds].filter((one) => one.dataset["awake"] === undefined)) {
    const id = fold.dataset["liveCell"]!;
    const code = fold.querySelector("pre")!.textContent!;
    const title = fold.querySelector(".title")!.textContent!;
    liveCell(id, code).open = fold.querySelector("details")!.open;
    mount(LiveCell, {target: fold.parentElement!, anchor: fold, props: {id, title, code}});
    const focused = fold.contains(document.activeElement);
    const summary = fold.previousElementSibling?.querySelector<HTMLElement>("summary");
    fold.remove();
    if (focused) summary?.focus();
  }
}
