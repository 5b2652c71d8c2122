/** What opens the search: its button and the key “/”. The dialog itself is fetched only then. */

const show = (): void => void import("./search.ts").then((search) => search.open());

/** Whether a key is meant for a field. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("input:not([type=range], [type=checkbox], [type=radio]), textarea, select"))
  );
}

document.querySelector("[data-search]")?.addEventListener("click", show);
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (document.querySelector("dialog[open]") !== null) return;
  event.preventDefault();
  show();
});
