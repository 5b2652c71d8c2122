/** On paper every fold is open; afterwards they are as they were. */
const opened = new Set<HTMLDetailsElement>();

addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>("details:not([open])")) {
    fold.open = true;
    opened.add(fold);
  }
});
addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
  opened.clear();
});
