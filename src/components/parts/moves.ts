/** What opens, closes or is dragged in a drawing takes a while to be whole and in its place. */

/** Milliseconds after which what opens or closes has moved to its place; the drawing's style says how long it moves. */
export const MOVED = 300;

/** Waits until no drawing in an element has parts that are still to follow. */
export async function allFollowed(root: Element | undefined): Promise<void> {
  while (root?.querySelector(".drawing[aria-busy=true]")) await new Promise(requestAnimationFrame);
}
